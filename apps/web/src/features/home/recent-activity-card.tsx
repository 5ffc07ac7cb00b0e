import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { EventLine } from "../../components/events/event-line.tsx";
import { EventLineSkeleton } from "../../components/events/event-line-skeleton.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { useIsLive } from "../../lib/live.ts";
import { trpc } from "../../lib/trpc.ts";
import { HomeCard, HomeCardNote } from "./home-card.tsx";

const ROWS = 8;
/** Scripts change things too, so the list looks again by itself where it is not told of changes. */
const REFETCH_EVERY_MS = 30_000;

export function RecentActivityCard() {
  const isLive = useIsLive();
  const recent = useQuery(
    trpc.events.list.queryOptions({ limit: ROWS }, { refetchInterval: isLive ? false : REFETCH_EVERY_MS }),
  );
  return (
    <HomeCard
      title="Recent activity"
      isRefetching={recent.isFetching && !recent.isPending}
      more={
        <Link to="/activity" className="text-ui text-accent-ink hover:underline">
          All activity
        </Link>
      }
    >
      {recent.isError && !recent.data ? (
        <QueryProblem error={recent.error} onRetry={() => void recent.refetch()} className="py-8 sm:py-8" />
      ) : null}
      {recent.data && recent.data.data.length === 0 ? (
        <HomeCardNote>Nothing has happened yet. Changes by people and by scripts appear here.</HomeCardNote>
      ) : null}
      {recent.isPending ? (
        <div role="status" aria-label="Loading recent activity" className="divide-y divide-line">
          {Array.from({ length: ROWS }, (_, row) => (
            <div key={row} className="px-4 py-2">
              <EventLineSkeleton />
            </div>
          ))}
        </div>
      ) : null}
      <ol className="divide-y divide-line">
        {recent.data?.data.map((event) => (
          <li key={event.id} className="px-4 py-2">
            <EventLine event={event} isDiffHidden={event.type !== "item.quantity_changed"} />
          </li>
        ))}
      </ol>
    </HomeCard>
  );
}
