import { queryClient, trpc } from "../../lib/trpc.ts";

/** After a change to bins: they, and what tells of them, are asked anew. */
export async function refreshBins(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: trpc.bins.pathKey() }),
    queryClient.invalidateQueries({ queryKey: trpc.events.pathKey() }),
  ]);
}
