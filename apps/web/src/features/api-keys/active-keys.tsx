import type { ApiKey } from "@stowage/contract/api-keys";
import { useInfiniteQuery } from "@tanstack/react-query";
import { KeyRound, SearchX } from "lucide-react";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { LoadMore } from "../../components/ui/load-more.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { curlFor } from "../../lib/curl.ts";
import { trpc } from "../../lib/trpc.ts";
import type { ApiKeysSearch } from "./api-keys-search.ts";
import { KeyFilters } from "./key-filters.tsx";
import { KeyTable } from "./key-table.tsx";
import { KeyTableSkeleton } from "./key-table-skeleton.tsx";

interface ActiveKeysProps {
  search: ApiKeysSearch;
  onSearchChange: (search: ApiKeysSearch) => void;
  highlightedId: string | null;
  onCreate: () => void;
  onRevoke: (key: ApiKey) => void;
}

/** The keys that work, with the search over them. */
export function ActiveKeys({ search, onSearchChange, highlightedId, onCreate, onRevoke }: ActiveKeysProps) {
  const keys = useInfiniteQuery(
    trpc.apiKeys.list.infiniteQueryOptions(
      { q: search.q, environment: search.environment },
      { getNextPageParam: (page) => page.next_cursor ?? undefined, placeholderData: (previous) => previous },
    ),
  );
  const rows = keys.data?.pages.flatMap((page) => page.data) ?? [];
  const isFiltered = search.q !== undefined || search.environment !== undefined;
  const isEmpty = keys.data !== undefined && rows.length === 0;

  return (
    <section aria-label="Active keys">
      {isEmpty && !isFiltered ? null : <KeyFilters search={search} onSearchChange={onSearchChange} />}
      {keys.isPending ? <KeyTableSkeleton /> : null}
      {keys.isError && !keys.data ? (
        <QueryProblem error={keys.error} onRetry={() => void keys.refetch()} />
      ) : null}
      {rows.length > 0 ? (
        <KeyTable
          label="Active keys"
          keys={rows}
          isRefetching={keys.isFetching && !keys.isPending && !keys.isFetchingNextPage}
          highlightedId={highlightedId}
          onRevoke={onRevoke}
        />
      ) : null}
      {isEmpty && isFiltered ? (
        <EmptyState
          icon={SearchX}
          title="No active key matches"
          text="It may have ended, or belong to the other environment."
          action={<Button onClick={() => onSearchChange({})}>Clear the filters</Button>}
          className="rounded-lg border border-line bg-surface"
        />
      ) : null}
      {isEmpty && !isFiltered ? (
        <EmptyState
          icon={KeyRound}
          title="No API keys yet"
          text="A key lets a script, a scanner or Home Assistant work with your inventory, as you and within the limits you set. You can end it at any time."
          action={
            <Button variant="primary" onClick={onCreate}>
              Create key
            </Button>
          }
          curl={curlFor("GET /bins")}
        />
      ) : null}
      <LoadMore
        noun="keys"
        hasMore={keys.hasNextPage}
        isLoading={keys.isFetchingNextPage}
        onLoad={() => void keys.fetchNextPage()}
      />
    </section>
  );
}
