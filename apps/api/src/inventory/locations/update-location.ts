import type { Location, UpdateLocation } from "@stowage/contract/locations";
import { requirePlace } from "../../bounds/within.ts";
import { changesOf } from "../../writes/changes.ts";
import { checkVersion } from "../../writes/check-version.ts";
import type { Writing } from "../writing.ts";
import { checkSiblingName, moveSubtree, nextLocation } from "./location-rows.ts";

/** @throws not_found, validation_failed, conflict, version_mismatch */
export async function updateLocation(
  writing: Writing,
  { id, if_version, ...patch }: UpdateLocation,
): Promise<Location> {
  const before = await writing.location(id);
  checkVersion("location", before, if_version);
  const { values, changes, isEmpty } = changesOf(before, patch);
  if (isEmpty) return before;
  if (values.parent_id !== undefined) {
    requirePlace(writing.by.reach, values.parent_id, "/parent_id");
    const parent = values.parent_id === null ? null : await writing.location(values.parent_id);
    await moveSubtree(writing, before, parent);
  }
  const patched = { ...before, ...values } as Location; // a patch has none of the undefined ones
  if (values.parent_id !== undefined || values.name !== undefined) await checkSiblingName(writing, patched);
  const moved = writing.locations.peek(id) ?? before;
  const location = nextLocation(writing, moved, values as Partial<Location>);
  const type =
    "parent_id" in changes && Object.keys(changes).length === 1 ? "location.moved" : "location.updated";
  writing.record({ type, subject_id: id, subject_name: location.name, changes });
  return location;
}
