import type { Bin } from "@stowage/contract/bins";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Archive, Plus, SearchX } from "lucide-react";
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
import { BinsFilters } from "./bins-filters.tsx";
import { BIN_SORT_DEFAULT, type BinsSearch } from "./bins-search.ts";
import { BinsTable } from "./bins-table.tsx";
import { BinsTableSkeleton } from "./bins-table-skeleton.tsx";
import { CreateBinDialog } from "./create-bin-dialog.tsx";
import { DeleteBinDialog } from "./delete-bin-dialog.tsx";
import { EditBinDialog } from "./edit-bin-dialog.tsx";

interface BinsScreenProps {
  search: BinsSearch;
  onSearchChange: (search: BinsSearch) => void;
}

export function BinsScreen({ search, onSearchChange }: BinsScreenProps) {
  const navigate = useNavigate();
  const sort = search.sort ?? BIN_SORT_DEFAULT;
  const list = useInfiniteQuery(
    trpc.bins.list.infiniteQueryOptions(
      { q: search.q, location_id: search.location_id, sort, include_total: true },
      { getNextPageParam: (page) => page.next_cursor ?? undefined, placeholderData: (previous) => previous },
    ),
  );
  const [edited, setEdited] = useState<Bin | null>(null);
  const [deleted, setDeleted] = useState<Bin | null>(null);
  const openCreate = () => onSearchChange({ ...search, new: true });
  const mayAdd = useMay("bins:write");
  useRegisterActions(
    mayAdd
      ? [{ id: "create.bin", label: "Add bin", section: "Add", icon: Archive, keys: "c", run: openCreate }]
      : [],
  );

  const bins = list.data?.pages.flatMap((page) => page.data) ?? [];
  const total = list.data?.pages[0]?.total;
  const hasFilters = search.q !== undefined || search.location_id !== undefined;
  const isEmpty = list.data !== undefined && bins.length === 0;

  return (
    <>
      <PageHeader
        title="Bins"
        purpose="The boxes, drawers and shelves that hold your items, each with a code for its label."
        action={
          mayAdd ? (
            <Button variant="primary" onClick={openCreate}>
              <Plus aria-hidden />
              Add bin
            </Button>
          ) : (
            <ViewOnlyBadge />
          )
        }
      />
      {isEmpty && !hasFilters ? null : <BinsFilters search={search} onSearchChange={onSearchChange} />}
      {list.isPending ? <BinsTableSkeleton /> : null}
      {list.isError && !list.data ? (
        <QueryProblem error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {bins.length > 0 ? (
        <BinsTable
          bins={bins}
          total={total}
          isRefetching={list.isFetching && !list.isFetchingNextPage}
          sort={sort}
          onSortChange={(next) => onSearchChange({ ...search, sort: next })}
          onEdit={setEdited}
          onDelete={setDeleted}
        />
      ) : null}
      {isEmpty && hasFilters ? (
        <EmptyState
          icon={SearchX}
          title="No bin matches"
          text="Names, descriptions, tags and codes are searched. Try fewer letters, or another location."
          action={<Button onClick={() => onSearchChange({})}>Clear the filters</Button>}
          className="rounded-lg border border-line bg-surface"
        />
      ) : null}
      {isEmpty && !hasFilters ? (
        <EmptyState
          icon={Archive}
          title="No bins yet"
          text="A bin is anything you put things into and can carry. Moving it moves all that is in it."
          action={
            mayAdd ? (
              <Button variant="primary" onClick={openCreate}>
                Add bin
              </Button>
            ) : null
          }
          curl={curlFor("POST /bins", { name: "Fasteners", tags: ["metal"] })}
        />
      ) : null}
      <p role="status" className="mt-2 px-1 text-xs text-muted tabular-nums">
        {total !== undefined && bins.length > 0 ? formatCount(total, "bin") : null}
      </p>
      <LoadMore
        noun="bins"
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onLoad={() => void list.fetchNextPage()}
      />
      <CreateBinDialog
        isOpen={search.new === true && mayAdd}
        locationId={search.location_id ?? null}
        onClose={() => onSearchChange({ ...search, new: undefined })}
        onCreated={(bin) => void navigate({ to: "/bins/$binId", params: { binId: bin.id } })}
      />
      <EditBinDialog bin={edited} onClose={() => setEdited(null)} />
      <DeleteBinDialog bin={deleted} onClose={() => setDeleted(null)} />
    </>
  );
}
