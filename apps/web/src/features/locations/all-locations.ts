import { LIST_LIMIT_MAX } from "@stowage/contract/limits";
import type { Location } from "@stowage/contract/locations";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { trpc } from "../../lib/trpc.ts";

/** Every place of the workspace, page after page: the tree is only a tree with all of it (2,000 at most). */
export function useAllLocations() {
  const query = useInfiniteQuery(
    trpc.locations.list.infiniteQueryOptions(
      { limit: LIST_LIMIT_MAX },
      { getNextPageParam: (page) => page.next_cursor ?? undefined },
    ),
  );
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const locations: Location[] = query.data?.pages.flatMap((page) => page.data) ?? [];
  return { query, locations, isComplete: query.isSuccess && !hasNextPage };
}
