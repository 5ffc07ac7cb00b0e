import type { Item, ListItems } from "@stowage/contract/items";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LoadMore } from "../../components/ui/load-more.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { formatCount } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { DeleteItemDialog } from "../items/delete-item-dialog.tsx";
import { EditItemDialog } from "../items/edit-item-dialog.tsx";
import { ItemsTable } from "../items/items-table.tsx";
import { ItemsTableSkeleton } from "../items/items-table-skeleton.tsx";
import { QuickAddLine } from "./quick-add-line.tsx";

/** What is in a bin, newest first so that a quick line shows at the top, and the line itself. */
export function BinContents({ binId }: { binId: string }) {
  const [sort, setSort] = useState<ListItems["sort"]>("-created_at");
  const mayAdd = useMay("items:write");
  const [edited, setEdited] = useState<Item | null>(null);
  const [deleted, setDeleted] = useState<Item | null>(null);
  const list = useInfiniteQuery(
    trpc.items.list.infiniteQueryOptions(
      { bin_id: binId, sort, include_total: true },
      { getNextPageParam: (page) => page.next_cursor ?? undefined, placeholderData: (previous) => previous },
    ),
  );
  const items = list.data?.pages.flatMap((page) => page.data) ?? [];
  const total = list.data?.pages[0]?.total;
  return (
    <section aria-labelledby="contents">
      <h2 id="contents" className="mb-2 flex items-baseline gap-2 text-sm font-semibold text-ink">
        Contents
        {total ? (
          <span className="text-xs font-normal text-muted tabular-nums">{formatCount(total, "item")}</span>
        ) : null}
      </h2>
      {mayAdd ? <QuickAddLine binId={binId} /> : null}
      {list.isPending ? <ItemsTableSkeleton rows={4} /> : null}
      {list.isError && !list.data ? (
        <QueryProblem error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {items.length > 0 ? (
        <ItemsTable
          items={items}
          total={total}
          isRefetching={list.isFetching && !list.isFetchingNextPage}
          isPlaceHidden
          sort={sort}
          onSortChange={setSort}
          onEdit={setEdited}
          onDelete={setDeleted}
        />
      ) : null}
      {list.data && items.length === 0 ? (
        <p className="rounded-lg border border-dashed border-line-strong px-4 py-10 text-center text-ui text-muted">
          Nothing is in this bin.{mayAdd ? " Name the first thing in the line above." : null}
        </p>
      ) : null}
      <LoadMore
        noun="items"
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onLoad={() => void list.fetchNextPage()}
      />
      <EditItemDialog item={edited} onClose={() => setEdited(null)} />
      <DeleteItemDialog item={deleted} onClose={() => setDeleted(null)} />
    </section>
  );
}
