import type { Trigger } from "@stowage/contract/triggers";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Plus, SearchX, X, Zap } from "lucide-react";
import { useState } from "react";
import { Button, buttonStyles } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { LoadMore } from "../../components/ui/load-more.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { Segmented } from "../../components/ui/segmented.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { UrlSearchInput } from "../../components/ui/url-search-input.tsx";
import { ViewOnlyBadge } from "../../components/ui/view-only-badge.tsx";
import { useRegisterActions } from "../../lib/actions.ts";
import { formatCount } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { DeleteTriggerDialog } from "./delete-trigger-dialog.tsx";
import { FirstTriggers } from "./first-triggers.tsx";
import { TestModeNote } from "./test-mode-note.tsx";
import { TRIGGER_SORT_DEFAULT, type TriggersSearch, triggersInput } from "./triggers-search.ts";
import { TriggersTable } from "./triggers-table.tsx";

interface TriggersScreenProps {
  search: TriggersSearch;
  onSearchChange: (search: TriggersSearch) => void;
}

export function TriggersScreen({ search, onSearchChange }: TriggersScreenProps) {
  const navigate = useNavigate();
  const list = useInfiniteQuery(
    trpc.triggers.list.infiniteQueryOptions(
      { ...triggersInput(search), include_total: true },
      { getNextPageParam: (page) => page.next_cursor ?? undefined, placeholderData: (previous) => previous },
    ),
  );
  const [deleted, setDeleted] = useState<Trigger | null>(null);
  const mayWrite = useMay("triggers:write");
  useRegisterActions(
    mayWrite
      ? [
          {
            id: "create.trigger",
            label: "Add trigger",
            section: "Add",
            icon: Zap,
            keys: "c",
            run: () => void navigate({ to: "/triggers/new" }),
          },
        ]
      : [],
  );
  const triggers = list.data?.pages.flatMap((page) => page.data) ?? [];
  const total = list.data?.pages[0]?.total;
  const hasFilters = search.q !== undefined || search.show !== undefined;
  const isEmpty = list.data !== undefined && triggers.length === 0;

  return (
    <>
      <PageHeader
        title="Triggers"
        purpose="When something happens, and it is like this, then do that."
        action={
          mayWrite ? (
            <Link to="/triggers/new" className={buttonStyles({ variant: "primary" })}>
              <Plus aria-hidden />
              Add trigger
            </Link>
          ) : (
            <ViewOnlyBadge />
          )
        }
      />
      <TestModeNote />
      {isEmpty && !hasFilters ? null : <TriggersFilters search={search} onSearchChange={onSearchChange} />}
      {list.isPending ? (
        <div role="status" aria-label="Loading the triggers">
          <Skeleton className="h-48 w-full rounded-lg" />
        </div>
      ) : null}
      {list.isError && !list.data ? (
        <QueryProblem error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {triggers.length > 0 ? (
        <TriggersTable
          triggers={triggers}
          total={total}
          isRefetching={list.isFetching && !list.isFetchingNextPage}
          sort={search.sort ?? TRIGGER_SORT_DEFAULT}
          onSortChange={(sort) => onSearchChange({ ...search, sort })}
          {...(mayWrite && {
            onEdit: ({ id }) => void navigate({ to: "/triggers/$triggerId/edit", params: { triggerId: id } }),
            onDelete: setDeleted,
          })}
        />
      ) : null}
      {isEmpty && hasFilters ? (
        <EmptyState
          icon={SearchX}
          title="No trigger matches"
          text="Names are searched. Try fewer letters, or look among all."
          action={<Button onClick={() => onSearchChange({})}>Clear the filters</Button>}
          className="rounded-lg border border-line bg-surface"
        />
      ) : null}
      {isEmpty && !hasFilters ? <FirstTriggers mayWrite={mayWrite} /> : null}
      <p role="status" className="mt-2 px-1 text-xs text-muted tabular-nums">
        {total !== undefined && triggers.length > 0 ? formatCount(total, "trigger") : null}
      </p>
      <LoadMore
        noun="triggers"
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onLoad={() => void list.fetchNextPage()}
      />
      <DeleteTriggerDialog trigger={deleted} onClose={() => setDeleted(null)} />
    </>
  );
}

function TriggersFilters({ search, onSearchChange }: TriggersScreenProps) {
  const { q, show, sort } = search;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <UrlSearchInput
        className="w-72 max-sm:w-full"
        label="Search triggers"
        value={q}
        onValueChange={(next) => onSearchChange({ ...search, q: next })}
      />
      <Segmented
        label="Which triggers"
        value={show ?? "all"}
        onValueChange={(next) => onSearchChange({ ...search, show: next === "all" ? undefined : next })}
        options={[
          { value: "all", label: "All" },
          { value: "on", label: "On" },
          { value: "off", label: "Off" },
        ]}
      />
      {q !== undefined || show !== undefined ? (
        <Button variant="quiet" onClick={() => onSearchChange(sort ? { sort } : {})}>
          <X aria-hidden />
          Clear
        </Button>
      ) : null}
    </div>
  );
}
