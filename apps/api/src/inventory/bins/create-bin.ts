import type { Bin, CreateBin } from "@stowage/contract/bins";
import { newId } from "@stowage/db/new-id";
import { requirePlace } from "../../bounds/within.ts";
import type { Writing } from "../writing.ts";
import { checkRoomForBin, putBin } from "./bin-rows.ts";

/**
 * @param id, code  for what comes back from elsewhere; by default it gets a new id and label
 * @throws not_found, validation_failed, limit_reached
 */
export async function createBin(
  writing: Writing,
  input: CreateBin,
  { id = newId("bin"), code }: { id?: string; code?: string } = {},
): Promise<Bin> {
  requirePlace(writing.by.reach, input.location_id, "/location_id");
  if (input.location_id !== null) await writing.location(input.location_id);
  checkRoomForBin(writing);
  const { at } = writing;
  const bin = putBin(writing, null, {
    ...input,
    id,
    code: code ?? writing.labels.take("bin", id),
    version: 1,
    created_at: at,
    updated_at: at,
    deleted_at: null,
  });
  writing.label(id, bin.code);
  writing.record({ type: "bin.created", subject_id: id, subject_name: bin.name, data: input });
  return bin;
}
