import { useQueries } from "@tanstack/react-query";
import { trpc } from "../../lib/trpc.ts";

/** Places by name, in the order of their ids; null stays null. What is gone, or in the other data, has no name here. */
export function usePlaceNames(ids: readonly string[] | null): string[] | null {
  const names = useQueries({
    queries: (ids ?? []).map((id) => trpc.locations.get.queryOptions({ id })),
    combine: (places) =>
      places.map(({ data, isError }) => data?.name ?? (isError ? "a place not seen here" : "…")),
  });
  return ids === null ? null : names;
}
