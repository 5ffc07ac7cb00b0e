import type { Item } from "@stowage/contract/items";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Badge } from "../../components/ui/badge.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { formatNumber, formatQuantity } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { HomeCard, HomeCardNote, HomeCardSkeleton } from "./home-card.tsx";

const ROWS = 6;

/** The items at or below their minimum, the emptiest first. */
export function LowStockCard() {
  const low = useQuery(
    trpc.items.list.queryOptions({ low_stock: true, sort: "quantity", limit: ROWS, include_total: true }),
  );
  const total = low.data?.total ?? 0;
  return (
    <HomeCard
      title="Low stock"
      isRefetching={low.isFetching && !low.isPending}
      more={
        total > 0 ? (
          <Link to="/items" search={{ low_stock: true }} className="text-ui text-accent-ink hover:underline">
            All {formatNumber(total)}
          </Link>
        ) : null
      }
    >
      {low.isPending ? <HomeCardSkeleton label="Loading low stock" /> : null}
      {low.isError && !low.data ? (
        <QueryProblem error={low.error} onRetry={() => void low.refetch()} className="py-8 sm:py-8" />
      ) : null}
      {low.data && low.data.data.length === 0 ? (
        <HomeCardNote>
          Nothing is low. Give an item a minimum, and it appears here when it runs short.
        </HomeCardNote>
      ) : null}
      <ul className="divide-y divide-line">
        {low.data?.data.map((item) => (
          <LowStockRow key={item.id} item={item} />
        ))}
      </ul>
    </HomeCard>
  );
}

function LowStockRow({ item }: { item: Item }) {
  return (
    <li>
      <Link
        to="/items/$itemId"
        params={{ itemId: item.id }}
        data-row
        className="flex min-h-10 items-center gap-4 px-4 py-1 transition-colors hover:bg-hover focus-visible:-outline-offset-2 coarse:min-h-12"
      >
        <span className="min-w-0 grow truncate text-ui font-medium">{item.name}</span>
        {item.quantity === 0 ? <Badge tone="danger">Out</Badge> : null}
        <span className="shrink-0 text-ui text-muted tabular-nums">
          <span className={item.quantity === 0 ? "text-danger-ink" : "text-ink"}>
            {formatNumber(item.quantity)}
          </span>
          {" of "}
          {formatQuantity(item.min_quantity ?? 0, item.unit)}
        </span>
      </Link>
    </li>
  );
}
