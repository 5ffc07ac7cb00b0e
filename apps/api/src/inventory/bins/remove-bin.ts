import type { RemoveBin } from "@stowage/contract/bins";
import { conflict } from "../../problems.ts";
import { checkVersion } from "../../writes/check-version.ts";
import type { Writing } from "../writing.ts";
import { nextBin } from "./bin-rows.ts";

/** An empty bin, into the trash. @throws not_found, conflict, version_mismatch */
export async function removeBin(writing: Writing, { id, if_version }: RemoveBin) {
  const before = await writing.bin(id);
  checkVersion("bin", before, if_version);
  const held = await writing.binContents.count(before.id);
  if (held > 0) throw conflict(`${held} items are in ${before.name}. Move or delete them first.`);
  const bin = nextBin(writing, before, { deleted_at: writing.at });
  const event_seq = writing.record({
    type: "bin.deleted",
    subject_id: bin.id,
    subject_name: bin.name,
    data: { snapshot: before },
  });
  return { id: bin.id, deleted_at: writing.at, event_seq };
}
