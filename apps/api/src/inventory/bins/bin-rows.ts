import type { Bin } from "@stowage/contract/bins";
import { WORKSPACE_BINS_MAX } from "@stowage/contract/limits";
import { limitReached } from "../../problems.ts";
import type { Writing } from "../writing.ts";

/** Puts a bin's next state, or the first, into the place of the one before. */
export function putBin(writing: Writing, before: Bin | null, after: Bin): Bin {
  writing.bins.put(after);
  const wasKept = before !== null && before.deleted_at === null;
  const isKept = after.deleted_at === null;
  if (wasKept !== isKept) writing.count("bin", isKept ? 1 : -1);
  return after;
}

/** The next state of a bin that is there already. */
export function nextBin(writing: Writing, before: Bin, patch: Partial<Bin>): Bin {
  return putBin(writing, before, {
    ...before,
    ...patch,
    version: before.version + 1,
    updated_at: writing.at,
  });
}

/** @throws limit_reached  the workspace is full */
export function checkRoomForBin({ counts }: Writing): void {
  if (counts.bin_count >= WORKSPACE_BINS_MAX)
    throw limitReached(`A workspace holds at most ${WORKSPACE_BINS_MAX} bins.`);
}
