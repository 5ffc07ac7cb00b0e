import type { Bin } from "@stowage/contract/bins";
import type { BulkAnswer, BulkBins } from "@stowage/contract/bulk";
import { deleteThing } from "../../components/things/delete-thing.ts";
import { mutate } from "../../lib/mutate.ts";
import { trpc } from "../../lib/trpc.ts";
import { refreshBins } from "./bin-cache.ts";

/** Writes many bins in one request; what is refused is said of each. */
export function sendBins(operations: BulkBins["operations"]): Promise<BulkAnswer> {
  return mutate(trpc.bins.bulk.mutationOptions(), { atomic: false, operations });
}

export function restoreBin(id: string): Promise<unknown> {
  return mutate(trpc.bins.restore.mutationOptions(), { id });
}

/** Puts an empty bin into the trash, with a way back. The server's refusal is let through. */
export function deleteBin(
  { id, name }: Pick<Bin, "id" | "name">,
  { onDeleted, before }: Pick<Parameters<typeof deleteThing>[0], "onDeleted" | "before"> = {},
): Promise<void> {
  return deleteThing({
    name,
    remove: () => mutate(trpc.bins.remove.mutationOptions(), { id }),
    refresh: refreshBins,
    onDeleted,
    ...(before && { before }),
  });
}
