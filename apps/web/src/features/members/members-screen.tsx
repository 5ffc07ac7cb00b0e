import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { SearchX, UserPlus } from "lucide-react";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { LoadMore } from "../../components/ui/load-more.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { ViewOnlyBadge } from "../../components/ui/view-only-badge.tsx";
import { useRegisterActions } from "../../lib/actions.ts";
import { formatCount } from "../../lib/format.ts";
import { meOptions, trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { SettingsPage } from "../settings/settings-page.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { MembersFilters } from "./members-filters.tsx";
import type { MembersSearch } from "./members-search.ts";
import { MembersTable } from "./members-table.tsx";
import { MembersTableSkeleton } from "./members-table-skeleton.tsx";
import { OpenInvitations } from "./open-invitations.tsx";

interface MembersScreenProps {
  search: MembersSearch;
  onSearchChange: (search: MembersSearch) => void;
}

export function MembersScreen({ search, onSearchChange }: MembersScreenProps) {
  const { data: me } = useQuery(meOptions);
  const mayChange = useMay("users:write");
  const list = useInfiniteQuery(
    trpc.members.list.infiniteQueryOptions(
      { q: search.q, role: search.role, include_total: true },
      { getNextPageParam: (page) => page.next_cursor ?? undefined, placeholderData: (previous) => previous },
    ),
  );
  const openInvite = () => onSearchChange({ ...search, new: true });
  useRegisterActions(
    mayChange
      ? [
          {
            id: "create.member",
            label: "Invite member",
            section: "Add",
            icon: UserPlus,
            keys: "c",
            run: openInvite,
          },
        ]
      : [],
  );
  const members = list.data?.pages.flatMap((page) => page.data) ?? [];
  const total = list.data?.pages[0]?.total;
  return (
    <SettingsPage
      title="Members"
      purpose={
        mayChange
          ? "Who is in, and what they may do. Their keys follow their role at once."
          : "Who is in, and what they may do. Admins and owners change it."
      }
      isWide
      action={
        mayChange ? (
          <Button variant="primary" onClick={openInvite}>
            <UserPlus aria-hidden />
            Invite
          </Button>
        ) : (
          <ViewOnlyBadge />
        )
      }
    >
      <MembersFilters search={search} onSearchChange={onSearchChange} />
      {list.isPending ? <MembersTableSkeleton /> : null}
      {list.isError && !list.data ? (
        <QueryProblem error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {members.length > 0 && me ? (
        <MembersTable
          members={members}
          me={me}
          total={total}
          isRefetching={list.isFetching && !list.isFetchingNextPage}
        />
      ) : null}
      {list.data && members.length === 0 ? (
        <EmptyState
          icon={SearchX}
          title="Nobody matches"
          text="Names and addresses are searched. Try fewer letters, or another role."
          action={<Button onClick={() => onSearchChange({})}>Clear the filters</Button>}
          className="rounded-lg border border-line bg-surface"
        />
      ) : null}
      <p role="status" className="mt-2 px-1 text-xs text-muted tabular-nums">
        {total !== undefined && members.length > 0 ? formatCount(total, "member") : null}
      </p>
      <LoadMore
        noun="members"
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onLoad={() => void list.fetchNextPage()}
      />
      {mayChange ? <OpenInvitations /> : null}
      <InviteDialog
        isOpen={search.new === true && mayChange}
        onClose={() => onSearchChange({ ...search, new: undefined })}
      />
    </SettingsPage>
  );
}
