import { LIST_LIMIT_MAX } from "@stowage/contract/limits";
import type { Location } from "@stowage/contract/locations";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { trpc } from "../../lib/trpc.ts";

/** Every place of the workspace, page after page: the tree is only a tree with all of it (2,000 at most). */
export function useAllLocations({ enabled = true }: { enabled?: boolean } = {}) {
  const query = useInfiniteQuery(
    trpc.locations.list.infiniteQueryOptions(
      { limit: LIST_LIMIT_MAX },
      { getNextPageParam: (page) => page.next_cursor ?? undefined, enabled },
    ),
  );
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (enabled && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [enabled, hasNextPage, isFetching, isError, fetchNextPage]);
  const locations: Location[] = useMemo(() => data?.pages.flatMap((page) => page.data) ?? [], [data]);
  return { query, locations, isComplete: query.isSuccess && !hasNextPage };
}
