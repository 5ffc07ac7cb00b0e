import { WORKSPACE_LOCATIONS_MAX } from "@stowage/contract/limits";
import type { CreateLocation, Location } from "@stowage/contract/locations";
import { newId } from "@stowage/db/new-id";
import { requirePlace } from "../../bounds/within.ts";
import { checkDepth } from "../../features/locations/policy.ts";
import { limitReached } from "../../problems.ts";
import type { Writing } from "../writing.ts";
import { checkSiblingName } from "./location-rows.ts";

/**
 * @param id  for what comes back from elsewhere with an id of its own; by default it gets a new one
 * @throws not_found, validation_failed, conflict, limit_reached
 */
export async function createLocation(
  writing: Writing,
  input: CreateLocation,
  { id = newId("location") }: { id?: string } = {},
): Promise<Location> {
  const { parent_id } = input;
  requirePlace(writing.by.reach, parent_id, "/parent_id");
  const parent = parent_id === null ? null : await writing.location(parent_id);
  checkDepth(parent, 1);
  await checkSiblingName(writing, { ...input, id });
  if (writing.counts.location_count >= WORKSPACE_LOCATIONS_MAX)
    throw limitReached(`A workspace holds at most ${WORKSPACE_LOCATIONS_MAX} locations.`);
  const path = [...(parent?.path ?? []), id];
  const { at } = writing;
  const location = { ...input, id, path, depth: path.length, version: 1, created_at: at, updated_at: at };
  writing.locations.put(location);
  writing.count("location", 1);
  writing.record({ type: "location.created", subject_id: id, subject_name: input.name, data: input });
  return location;
}
