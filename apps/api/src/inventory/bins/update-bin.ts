import type { Bin, UpdateBin } from "@stowage/contract/bins";
import { requirePlace } from "../../bounds/within.ts";
import { changesOf } from "../../writes/changes.ts";
import { checkVersion } from "../../writes/check-version.ts";
import type { Writing } from "../writing.ts";
import { nextBin } from "./bin-rows.ts";

/** @throws not_found, validation_failed, version_mismatch */
export async function updateBin(writing: Writing, { id, if_version, ...patch }: UpdateBin): Promise<Bin> {
  const before = await writing.bin(id);
  checkVersion("bin", before, if_version);
  const { values, changes, isEmpty } = changesOf(before, patch);
  if (isEmpty) return before;
  if (values.location_id !== undefined) requirePlace(writing.by.reach, values.location_id, "/location_id");
  if (values.location_id) await writing.location(values.location_id);
  const bin = nextBin(writing, before, values as Partial<Bin>); // a patch has none of the undefined ones
  const type = "location_id" in changes && Object.keys(changes).length === 1 ? "bin.moved" : "bin.updated";
  writing.record({ type, subject_id: bin.id, subject_name: bin.name, changes });
  return bin;
}
