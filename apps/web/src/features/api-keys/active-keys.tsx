import type { ApiKeyRow } from "@stowage/contract/api-keys";
import { useInfiniteQuery } from "@tanstack/react-query";
import { KeyRound, SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { LoadMore } from "../../components/ui/load-more.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { curlFor } from "../../lib/curl.ts";
import { trpc } from "../../lib/trpc.ts";
import { type ApiKeysSearch, isFiltered, listInput, type StatusFilter } from "./api-keys-search.ts";
import { KeyTable } from "./key-table.tsx";
import { KeyTableSkeleton } from "./key-table-skeleton.tsx";

interface ActiveKeysProps {
  /** Stands above the keys, but for an organization that has none. */
  filters: ReactNode;
  search: ApiKeysSearch;
  status: StatusFilter;
  onSearchChange: (search: ApiKeysSearch) => void;
  highlightedId: string | null;
  /** Null where the reader may not make keys. */
  onCreate: (() => void) | null;
  onRotate: (key: ApiKeyRow) => void;
  onRevoke: (key: ApiKeyRow) => void;
}

/** The keys that have not ended. */
export function ActiveKeys({ filters, search, status, onSearchChange, onCreate, ...row }: ActiveKeysProps) {
  const keys = useInfiniteQuery(
    trpc.apiKeys.list.infiniteQueryOptions(
      { ...listInput(search), status },
      { getNextPageParam: (page) => page.next_cursor ?? undefined, placeholderData: (previous) => previous },
    ),
  );
  const rows = keys.data?.pages.flatMap((page) => page.data) ?? [];
  const isEmpty = keys.data !== undefined && rows.length === 0;

  return (
    <section aria-label="Active keys">
      {isEmpty && !isFiltered(search) ? null : filters}
      {keys.isPending ? <KeyTableSkeleton /> : null}
      {keys.isError && !keys.data ? (
        <QueryProblem error={keys.error} onRetry={() => void keys.refetch()} />
      ) : null}
      {rows.length > 0 ? (
        <KeyTable
          label="Active keys"
          keys={rows}
          total={keys.data?.pages[0]?.total}
          isRefetching={keys.isFetching && !keys.isPending && !keys.isFetchingNextPage}
          {...row}
        />
      ) : null}
      {isEmpty && isFiltered(search) ? (
        <EmptyState
          icon={SearchX}
          title="No key matches"
          text={nothingWords(search)}
          action={<Button onClick={() => onSearchChange({})}>Clear the filters</Button>}
          className="rounded-lg border border-line bg-surface"
        />
      ) : null}
      {isEmpty && !isFiltered(search) ? (
        <EmptyState
          icon={KeyRound}
          title="No API keys yet"
          text="A key lets a script, a scanner or Home Assistant work with your inventory, as you and within the limits you set. You can end it at any time."
          action={
            onCreate ? (
              <Button variant="primary" onClick={onCreate}>
                Create key
              </Button>
            ) : null
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

/** Nothing found can be good news. */
function nothingWords({ q, unused, expiring }: ApiKeysSearch): string {
  if (q === undefined && unused) return "Every key in this selection was used within the last 90 days.";
  if (q === undefined && expiring) return "No key in this selection ends within the next 30 days.";
  return "It may have ended, or belong to the other environment.";
}
