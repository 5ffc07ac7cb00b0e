import type { Bin } from "@stowage/contract/bins";
import { useQueries } from "@tanstack/react-query";
import { trpc } from "../../lib/trpc.ts";

/** Bins change their name seldom; a list of items need not ask for them each time. */
const STALE_MS = 60_000;

/** The bins that some items lie in. They are asked for one by one and travel as one batch. */
export function useBinsById(ids: readonly (string | null)[]): ReadonlyMap<string, Bin> {
  const distinct = [...new Set(ids.filter((id) => id !== null))];
  return useQueries({
    queries: distinct.map((id) => trpc.bins.get.queryOptions({ id }, { staleTime: STALE_MS })),
    combine: (results) => new Map(results.flatMap(({ data }) => (data ? [[data.id, data] as const] : []))),
  });
}
