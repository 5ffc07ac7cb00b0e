import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { BellOff, CheckCheck } from "lucide-react";
import { EventLineSkeleton } from "../../components/events/event-line-skeleton.tsx";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { LoadMore } from "../../components/ui/load-more.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { RefetchLine } from "../../components/ui/refetch-line.tsx";
import { Segmented } from "../../components/ui/segmented.tsx";
import { formatNumber } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { NotificationLine } from "./notification-line.tsx";
import type { NotificationsSearch } from "./notifications-search.ts";
import { useReadNotifications } from "./use-read-notifications.ts";

interface NotificationsScreenProps {
  search: NotificationsSearch;
  onSearchChange: (search: NotificationsSearch) => void;
}

export function NotificationsScreen({ search, onSearchChange }: NotificationsScreenProps) {
  const isUnreadOnly = search.unread ?? false;
  const list = useInfiniteQuery(
    trpc.notifications.list.infiniteQueryOptions(
      { unread: isUnreadOnly },
      { getNextPageParam: (page) => page.next_cursor ?? undefined, placeholderData: (previous) => previous },
    ),
  );
  const read = useReadNotifications();
  const lines = list.data?.pages.flatMap((page) => page.data) ?? [];
  const unread = list.data?.pages[0]?.unread ?? 0;

  return (
    <>
      <PageHeader
        title="Notifications"
        purpose="What you should know of in this organization: things that run low or expire, tasks for you, keys that need a look."
        action={
          unread > 0 ? (
            <Button onClick={() => read({ all: true })}>
              <CheckCheck aria-hidden />
              Mark all as read
            </Button>
          ) : null
        }
      />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Segmented
          label="Which"
          value={isUnreadOnly ? "unread" : "all"}
          onValueChange={(which) => onSearchChange(which === "unread" ? { unread: true } : {})}
          options={[
            { value: "all", label: "All" },
            { value: "unread", label: unread > 0 ? `Unread (${formatNumber(unread)})` : "Unread" },
          ]}
        />
        <Link to="/settings/notifications" className="text-ui text-accent-ink hover:underline">
          What you are told of
        </Link>
      </div>
      <div
        className="relative overflow-hidden rounded-lg border border-line bg-surface shadow-raised"
        aria-busy={list.isFetching}
      >
        <RefetchLine isActive={list.isFetching && !list.isPending && !list.isFetchingNextPage} />
        {list.isPending ? <LinesSkeleton /> : null}
        {list.isError && !list.data ? (
          <QueryProblem error={list.error} onRetry={() => void list.refetch()} />
        ) : null}
        {list.data && lines.length === 0 ? <NothingToRead isUnreadOnly={isUnreadOnly} /> : null}
        <ol className="divide-y divide-line">
          {lines.map((notification) => (
            <li key={notification.id} data-row tabIndex={-1} className="focus-visible:-outline-offset-2">
              <NotificationLine notification={notification} detail="full" />
            </li>
          ))}
        </ol>
      </div>
      <LoadMore
        noun="notifications"
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onLoad={() => void list.fetchNextPage()}
      />
    </>
  );
}

function NothingToRead({ isUnreadOnly }: { isUnreadOnly: boolean }) {
  return isUnreadOnly ? (
    <EmptyState icon={CheckCheck} title="Nothing is unread" text="What you have read is under All." />
  ) : (
    <EmptyState
      icon={BellOff}
      title="No notifications yet"
      text="What runs low or expires soon, tasks that you are given, triggers that were turned off, and keys that end or are used oddly are told here."
    />
  );
}

function LinesSkeleton() {
  return (
    <div role="status" aria-label="Loading notifications" className="divide-y divide-line">
      {Array.from({ length: 6 }, (_, row) => (
        <div key={row} className="px-4 py-3">
          <EventLineSkeleton />
        </div>
      ))}
    </div>
  );
}
