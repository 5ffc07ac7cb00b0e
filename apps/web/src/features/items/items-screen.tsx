import type { Item } from "@stowage/contract/items";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Package, Plus, SearchX } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { LoadMore } from "../../components/ui/load-more.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { ViewOnlyBadge } from "../../components/ui/view-only-badge.tsx";
import { useRegisterActions } from "../../lib/actions.ts";
import { curlFor } from "../../lib/curl.ts";
import { formatCount } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { CreateItemDialog } from "./create-item-dialog.tsx";
import { DeleteItemDialog } from "./delete-item-dialog.tsx";
import { EditItemDialog } from "./edit-item-dialog.tsx";
import { ItemsFilters } from "./items-filters.tsx";
import { ITEM_SORT_DEFAULT, type ItemsSearch, isFiltered, listInputOf } from "./items-search.ts";
import { ItemsTable } from "./items-table.tsx";
import { ItemsTableSkeleton } from "./items-table-skeleton.tsx";

interface ItemsScreenProps {
  search: ItemsSearch;
  onSearchChange: (search: ItemsSearch) => void;
}

export function ItemsScreen({ search, onSearchChange }: ItemsScreenProps) {
  const list = useInfiniteQuery(
    trpc.items.list.infiniteQueryOptions(listInputOf(search), {
      getNextPageParam: (page) => page.next_cursor ?? undefined,
      placeholderData: (previous) => previous,
    }),
  );
  const [edited, setEdited] = useState<Item | null>(null);
  const [deleted, setDeleted] = useState<Item | null>(null);
  const openCreate = () => onSearchChange({ ...search, new: true });
  const mayAdd = useMay("items:write");
  useRegisterActions(
    mayAdd
      ? [{ id: "create.item", label: "Add item", section: "Add", icon: Package, keys: "c", run: openCreate }]
      : [],
  );

  const items = list.data?.pages.flatMap((page) => page.data) ?? [];
  const total = list.data?.pages[0]?.total;
  const hasFilters = isFiltered(search);
  const isEmpty = list.data !== undefined && items.length === 0;

  return (
    <>
      <PageHeader
        title="Items"
        purpose="Everything you keep: how much there is, and where."
        action={
          mayAdd ? (
            <Button variant="primary" onClick={openCreate}>
              <Plus aria-hidden />
              Add item
            </Button>
          ) : (
            <ViewOnlyBadge />
          )
        }
      />
      {isEmpty && !hasFilters ? null : <ItemsFilters search={search} onSearchChange={onSearchChange} />}
      {list.isPending ? <ItemsTableSkeleton /> : null}
      {list.isError && !list.data ? (
        <QueryProblem error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {items.length > 0 ? (
        <ItemsTable
          items={items}
          total={total}
          isRefetching={list.isFetching && !list.isFetchingNextPage}
          sort={search.sort ?? ITEM_SORT_DEFAULT}
          onSortChange={(sort) => onSearchChange({ ...search, sort })}
          onEdit={setEdited}
          onDelete={setDeleted}
        />
      ) : null}
      {isEmpty && hasFilters ? <NothingMatches onClear={() => onSearchChange({})} /> : null}
      {isEmpty && !hasFilters ? <NoItemsYet {...(mayAdd && { onCreate: openCreate })} /> : null}
      <p role="status" className="mt-2 px-1 text-xs text-muted tabular-nums">
        {total !== undefined && items.length > 0 ? formatCount(total, "item") : null}
      </p>
      <LoadMore
        noun="items"
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onLoad={() => void list.fetchNextPage()}
      />
      <CreateItemDialog
        isOpen={search.new === true && mayAdd}
        place={search.bin_id ?? search.location_id ?? null}
        onClose={() => onSearchChange({ ...search, new: undefined })}
      />
      <EditItemDialog item={edited} onClose={() => setEdited(null)} />
      <DeleteItemDialog item={deleted} onClose={() => setDeleted(null)} />
    </>
  );
}

function NothingMatches({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={SearchX}
      title="No item matches"
      text="Names, notes, tags, SKUs and barcodes are searched. Try fewer letters, or another place."
      action={<Button onClick={onClear}>Clear the filters</Button>}
      className="rounded-lg border border-line bg-surface"
    />
  );
}

function NoItemsYet({ onCreate }: { onCreate?: () => void }) {
  return (
    <EmptyState
      icon={Package}
      title="No items yet"
      text="An item is one kind of thing in one place, with a quantity. Add what you search for most often first."
      action={
        onCreate ? (
          <Button variant="primary" onClick={onCreate}>
            Add item
          </Button>
        ) : null
      }
      curl={curlFor("POST /items", { name: "M3 screws", quantity: 200, unit: "pcs", min_quantity: 50 })}
    />
  );
}
