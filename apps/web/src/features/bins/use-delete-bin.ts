import type { Bin } from "@stowage/contract/bins";
import { useCallback, useState } from "react";
import { problemOf } from "../../lib/problem.ts";
import { showProblem } from "../../lib/toasts.ts";
import { deleteBin } from "./bin-actions.ts";

/** Deletes a bin at once; `occupied` is the one that would not go since something is in it. */
export function useDeleteBin(onDeleted?: () => void) {
  const [occupied, setOccupied] = useState<Bin | null>(null);
  const remove = useCallback(
    async (bin: Bin) => {
      try {
        await deleteBin(bin, { onDeleted });
      } catch (error) {
        if (problemOf(error)?.code === "conflict") setOccupied(bin);
        else showProblem(`${bin.name} was not deleted.`, error);
      }
    },
    [onDeleted],
  );
  return { remove, occupied, dismiss: () => setOccupied(null) };
}
