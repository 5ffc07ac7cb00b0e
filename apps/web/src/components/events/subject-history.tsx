import { useInfiniteQuery } from "@tanstack/react-query";
import { trpc } from "../../lib/trpc.ts";
import { LoadMore } from "../ui/load-more.tsx";
import { QueryProblem } from "../ui/query-problem.tsx";
import { EventEntry } from "./event-entry.tsx";
import { EventLineSkeleton } from "./event-line-skeleton.tsx";

const PAGE = 15;

/** What happened to one thing, newest first: who did it, through which key, what changed; each can be undone. */
export function SubjectHistory({ subjectId }: { subjectId: string }) {
  const events = useInfiniteQuery(
    trpc.events.list.infiniteQueryOptions(
      { subject_id: subjectId, limit: PAGE },
      { getNextPageParam: (page) => page.next_cursor ?? undefined },
    ),
  );
  const lines = events.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <section
      aria-labelledby="history"
      className="overflow-hidden rounded-lg border border-line bg-surface shadow-raised"
    >
      <h2 id="history" className="border-b border-line px-4 py-2.5 text-ui font-semibold text-ink">
        History
      </h2>
      {events.isPending ? (
        <div role="status" aria-label="Loading the history" className="flex flex-col gap-4 px-4 py-3">
          <EventLineSkeleton />
          <EventLineSkeleton />
          <EventLineSkeleton />
        </div>
      ) : null}
      {events.isError && !events.data ? (
        <QueryProblem error={events.error} onRetry={() => void events.refetch()} />
      ) : null}
      {events.data && lines.length === 0 ? (
        <p className="px-4 py-6 text-ui text-muted">Nothing has been recorded yet.</p>
      ) : null}
      <ol className="divide-y divide-line">
        {lines.map((event) => (
          <li key={event.id} className="px-4 py-2">
            <EventEntry event={event} />
          </li>
        ))}
      </ol>
      <LoadMore
        noun="history"
        hasMore={events.hasNextPage}
        isLoading={events.isFetchingNextPage}
        onLoad={() => void events.fetchNextPage()}
      />
    </section>
  );
}
