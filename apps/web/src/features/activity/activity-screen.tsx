import { useInfiniteQuery } from "@tanstack/react-query";
import { History, SearchX } from "lucide-react";
import { EventEntry } from "../../components/events/event-entry.tsx";
import { EventLineSkeleton } from "../../components/events/event-line-skeleton.tsx";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { FilterChips } from "../../components/ui/filter-chips.tsx";
import { LoadMore } from "../../components/ui/load-more.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { RefetchLine } from "../../components/ui/refetch-line.tsx";
import { curlFor } from "../../lib/curl.ts";
import { formatDay } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { ActivityFilters } from "./activity-filters.tsx";
import type { ActivitySearch } from "./activity-search.ts";
import { groupByDay } from "./group-by-day.ts";
import { NewActivity } from "./new-activity.tsx";
import { useNewInActivity } from "./new-in-activity.ts";
import { UndoDoings } from "./undo-doings.tsx";

interface ActivityScreenProps {
  search: ActivitySearch;
  onSearchChange: (search: ActivitySearch) => void;
}

export function ActivityScreen({ search, onSearchChange }: ActivityScreenProps) {
  const news = useNewInActivity(search);
  const feed = useInfiniteQuery(
    trpc.events.list.infiniteQueryOptions(
      {
        type: search.type,
        api_key_id: search.key,
        user_id: search.person,
        subject_id: search.subject,
        since: search.since,
      },
      {
        getNextPageParam: (page) => page.next_cursor ?? undefined,
        placeholderData: (previous) => previous,
        // What somebody reads further down stays where it is; what is new comes when they are back at the top.
        enabled: ({ state }) => !news.isAway || state.data === undefined,
      },
    ),
  );
  const events = feed.data?.pages.flatMap((page) => page.data) ?? [];
  const days = groupByDay(events);
  const isFiltered = Object.keys(search).length > 0;

  return (
    <>
      <PageHeader
        title="Activity"
        purpose="Everything that changed: when, by whom, and through which key."
        action={<UndoDoings search={search} />}
      />
      <ActivityFilters search={search} onSearchChange={onSearchChange} />
      {search.subject === undefined ? null : (
        <FilterChips
          chips={[
            {
              key: "subject",
              label: `About ${events[0]?.subject_name ?? "one thing"}`,
              onRemove: () => onSearchChange(withoutSubject(search)),
            },
          ]}
        />
      )}
      <NewActivity count={news.count} />
      <div
        className="relative rounded-lg border border-line bg-surface shadow-raised"
        aria-busy={feed.isFetching}
      >
        <RefetchLine isActive={feed.isFetching && !feed.isPending && !feed.isFetchingNextPage} />
        {feed.isPending ? <FeedSkeleton /> : null}
        {feed.isError && !feed.data ? (
          <QueryProblem error={feed.error} onRetry={() => void feed.refetch()} />
        ) : null}
        {days.map((day) => (
          <section key={day.key} aria-label={formatDay(day.events[0]?.created_at ?? day.key)}>
            <h2 className="sticky top-(--frame-top) z-5 border-b border-line bg-sunken px-4 py-1.5 text-xs font-medium text-muted [section:first-of-type>&]:rounded-t-lg [section:not(:first-of-type)>&]:border-t">
              {formatDay(day.events[0]?.created_at ?? day.key)}
            </h2>
            <ol className="divide-y divide-line">
              {day.events.map((event) => (
                <li
                  key={event.id}
                  data-row
                  tabIndex={-1}
                  className="px-4 py-2 focus-visible:bg-hover focus-visible:-outline-offset-2"
                >
                  <EventEntry event={event} time="clock" />
                </li>
              ))}
            </ol>
          </section>
        ))}
        {feed.data && days.length === 0 ? (
          isFiltered ? (
            <EmptyState
              icon={SearchX}
              title="Nothing matches these filters"
              text="Something may have happened under another type, by another key or by somebody else."
              action={<Button onClick={() => onSearchChange({})}>Clear the filters</Button>}
            />
          ) : (
            <EmptyState
              icon={History}
              title="Nothing has happened yet"
              text="Each change to items, bins, locations, members and keys appears here, whether a person or a script made it."
              curl={curlFor("POST /locations", { name: "Garage", kind: "room" })}
            />
          )
        ) : null}
      </div>
      <LoadMore
        noun="activity"
        hasMore={feed.hasNextPage}
        isLoading={feed.isFetchingNextPage}
        onLoad={() => void feed.fetchNextPage()}
      />
    </>
  );
}

function withoutSubject({ subject: _, ...others }: ActivitySearch): ActivitySearch {
  return others;
}

function FeedSkeleton() {
  return (
    <div role="status" aria-label="Loading activity">
      <div className="h-7.25 rounded-t-lg border-b border-line bg-sunken" />
      <div className="divide-y divide-line">
        {Array.from({ length: 8 }, (_, row) => (
          <div key={row} className="px-4 py-2">
            <EventLineSkeleton />
          </div>
        ))}
      </div>
    </div>
  );
}
