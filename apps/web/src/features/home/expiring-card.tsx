import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { formatNumber } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { ExpiryMark } from "../items/expiry-mark.tsx";
import { daysFromNow, EXPIRING_SOON_DAYS } from "../items/expiry-words.ts";
import { HomeCard, HomeCardNote, HomeCardSkeleton } from "./home-card.tsx";

const ROWS = 6;

/** What has expired or soon will, the oldest first. */
export function ExpiringCard() {
  const expiring_before = daysFromNow(EXPIRING_SOON_DAYS + 1);
  const expiring = useQuery(
    trpc.items.list.queryOptions({ expiring_before, sort: "expires_on", limit: ROWS, include_total: true }),
  );
  const total = expiring.data?.total ?? 0;
  return (
    <HomeCard
      title="Expiring"
      isRefetching={expiring.isFetching && !expiring.isPending}
      more={
        total > 0 ? (
          <Link
            to="/items"
            search={{ expiring_before, sort: "expires_on" }}
            className="text-ui text-accent-ink hover:underline"
          >
            All {formatNumber(total)}
          </Link>
        ) : null
      }
    >
      {expiring.isPending ? <HomeCardSkeleton label="Loading what expires" /> : null}
      {expiring.isError && !expiring.data ? (
        <QueryProblem
          error={expiring.error}
          onRetry={() => void expiring.refetch()}
          className="py-8 sm:py-8"
        />
      ) : null}
      {expiring.data?.data.length === 0 ? (
        <HomeCardNote>
          Nothing expires within {EXPIRING_SOON_DAYS} days. Give an item an expiry date, and it appears here
          in time.
        </HomeCardNote>
      ) : null}
      <ul className="divide-y divide-line">
        {expiring.data?.data.map((item) => (
          <li key={item.id}>
            <Link
              to="/items/$itemId"
              params={{ itemId: item.id }}
              data-row
              className="flex min-h-10 items-center gap-4 px-4 py-1 transition-colors hover:bg-hover focus-visible:-outline-offset-2 coarse:min-h-12"
            >
              <span className="min-w-0 grow truncate text-ui font-medium">{item.name}</span>
              <ExpiryMark day={item.expires_on} />
            </Link>
          </li>
        ))}
      </ul>
    </HomeCard>
  );
}
