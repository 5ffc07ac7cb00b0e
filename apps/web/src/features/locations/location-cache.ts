import { queryClient, trpc } from "../../lib/trpc.ts";

/** Places have changed: so have the counts, and the way to all that is in them. */
export async function refreshLocations(): Promise<void> {
  const keys = [
    trpc.locations.pathKey(),
    trpc.libraries.pathKey(),
    trpc.summary.pathKey(),
    trpc.search.pathKey(),
    trpc.bins.pathKey(),
    trpc.items.pathKey(),
  ];
  await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
