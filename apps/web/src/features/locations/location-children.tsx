import type { Location } from "@stowage/contract/locations";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { LoadMore } from "../../components/ui/load-more.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { trpc } from "../../lib/trpc.ts";
import { kindIcon, kindLabel } from "./location-kinds.ts";

const PAGE = 100;

/** The places directly in a place, by name. */
export function LocationChildren({ location, empty }: { location: Location; empty: ReactNode }) {
  const list = useInfiniteQuery(
    trpc.locations.list.infiniteQueryOptions(
      { parent_id: location.id, limit: PAGE },
      { getNextPageParam: (page) => page.next_cursor ?? undefined },
    ),
  );
  const children = list.data?.pages.flatMap((page) => page.data) ?? [];
  if (list.isPending) return <Skeleton className="h-40 w-full rounded-lg" />;
  if (list.isError && !list.data)
    return <QueryProblem error={list.error} onRetry={() => void list.refetch()} />;
  if (children.length === 0) return empty;
  return (
    <>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface shadow-raised">
        {children.map(({ id, name, kind, description }) => {
          const Icon = kindIcon(kind);
          return (
            <li key={id}>
              <Link
                to="/locations/$locationId"
                params={{ locationId: id }}
                data-row
                className="flex min-h-10 items-center gap-2.5 px-4 py-1 text-ui transition-colors hover:bg-hover focus-visible:-outline-offset-2 coarse:min-h-12"
              >
                <Icon aria-hidden className="size-4 shrink-0 text-muted" />
                <span className="truncate font-medium">{name}</span>
                <span className="shrink-0 text-xs text-faint">{kindLabel(kind)}</span>
                <span className="truncate text-xs text-muted max-md:hidden">{description}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      <LoadMore
        noun="locations"
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onLoad={() => void list.fetchNextPage()}
      />
    </>
  );
}
