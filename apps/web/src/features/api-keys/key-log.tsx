import { useInfiniteQuery } from "@tanstack/react-query";
import { History, SearchX } from "lucide-react";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { LoadMore } from "../../components/ui/load-more.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { RefetchLine } from "../../components/ui/refetch-line.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { curlFor } from "../../lib/curl.ts";
import { dayKey, formatDay } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { type ApiKeySearch, isLogFiltered, logInput, withoutLogFilters } from "./api-key-search.ts";
import { KeyLogFilters } from "./key-log-filters.tsx";
import { KeyLogRow } from "./key-log-row.tsx";

interface KeyLogProps {
  keyId: string;
  search: ApiKeySearch;
  onSearchChange: (search: ApiKeySearch) => void;
}

/** K51: every call that was made with a key, and all that happened to it, newest first. */
export function KeyLog({ keyId, search, onSearchChange }: KeyLogProps) {
  const log = useInfiniteQuery(
    trpc.apiKeys.log.infiniteQueryOptions(
      { id: keyId, ...logInput(search) },
      { getNextPageParam: (page) => page.next_cursor ?? undefined, placeholderData: (previous) => previous },
    ),
  );
  const entries = log.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <>
      <KeyLogFilters search={search} onSearchChange={onSearchChange} />
      <div
        className="relative rounded-lg border border-line bg-surface shadow-raised"
        aria-busy={log.isFetching}
      >
        <RefetchLine isActive={log.isFetching && !log.isPending && !log.isFetchingNextPage} />
        {log.isPending ? <LogSkeleton /> : null}
        {log.isError && !log.data ? (
          <QueryProblem error={log.error} onRetry={() => void log.refetch()} />
        ) : null}
        <ol className="divide-y divide-line">
          {entries.map((entry, position) => {
            const day = dayKey(entry.created_at);
            const isFirst = position === 0 || dayKey(entries[position - 1]?.created_at ?? "") !== day;
            return (
              <li key={`${entry.kind} ${entry.id}`}>
                {isFirst ? (
                  <h2 className="border-b border-line bg-sunken px-4 py-1.5 text-xs font-medium text-muted [li:first-child>&]:rounded-t-lg">
                    {formatDay(entry.created_at)}
                  </h2>
                ) : null}
                <KeyLogRow entry={entry} keyId={keyId} />
              </li>
            );
          })}
        </ol>
        {log.data && entries.length === 0 ? (
          isLogFiltered(search) ? (
            <EmptyState
              icon={SearchX}
              title="Nothing matches these filters"
              text="Calls are kept for as long as the organization's settings say, changes for longer."
              action={
                <Button onClick={() => onSearchChange(withoutLogFilters(search))}>Clear the filters</Button>
              }
            />
          ) : (
            <EmptyState
              icon={History}
              title="Nothing has happened yet"
              text="Each call with this key appears here, answered or refused, and each change of the key."
              curl={curlFor("GET /whoami")}
            />
          )
        ) : null}
      </div>
      <LoadMore
        noun="entries"
        hasMore={log.hasNextPage}
        isLoading={log.isFetchingNextPage}
        onLoad={() => void log.fetchNextPage()}
      />
    </>
  );
}

function LogSkeleton() {
  return (
    <div role="status" aria-label="Loading the log">
      <div className="h-7.25 rounded-t-lg border-b border-line bg-sunken" />
      <div className="divide-y divide-line">
        {Array.from({ length: 8 }, (_, row) => (
          <div key={row} className="flex h-10 items-center gap-4 px-4">
            <Skeleton className="w-12" />
            <Skeleton className="w-56 max-w-full" />
            <Skeleton className="ml-auto w-20 max-sm:hidden" />
          </div>
        ))}
      </div>
    </div>
  );
}
