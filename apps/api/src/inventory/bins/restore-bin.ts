import type { Bin, RestoreBin } from "@stowage/contract/bins";
import { checkVersion } from "../../writes/check-version.ts";
import type { Writing } from "../writing.ts";
import { checkRoomForBin, nextBin } from "./bin-rows.ts";

/**
 * Out of the trash, to where it stood. What is not in the trash stays as it is.
 * @throws not_found, version_mismatch, limit_reached
 */
export async function restoreBin(writing: Writing, { id, if_version }: RestoreBin): Promise<Bin> {
  const before = await writing.binOrTrashed(id);
  checkVersion("bin", before, if_version);
  if (before.deleted_at === null) return before;
  checkRoomForBin(writing);
  const bin = nextBin(writing, before, { deleted_at: null });
  writing.record({
    type: "bin.restored",
    subject_id: bin.id,
    subject_name: bin.name,
    changes: { deleted_at: { old: before.deleted_at, new: null } },
  });
  return bin;
}
