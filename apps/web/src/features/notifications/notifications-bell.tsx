import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Bell, BellOff } from "lucide-react";
import { useState } from "react";
import { EventLineSkeleton } from "../../components/events/event-line-skeleton.tsx";
import { Button } from "../../components/ui/button.tsx";
import { Popover, PopoverTitle } from "../../components/ui/popover.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { unreadLabel } from "./mark-read.ts";
import { NotificationLine } from "./notification-line.tsx";
import { newestNotifications } from "./notification-queries.ts";
import { useReadNotifications } from "./use-read-notifications.ts";

/** How many notifications are unread, and on a press the newest ones. */
export function NotificationsBell() {
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useQuery(newestNotifications);
  const unread = data?.unread ?? 0;
  return (
    <Popover
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      className="w-96"
      trigger={
        <button
          type="button"
          aria-label={unread > 0 ? `Notifications, ${unread} unread` : "Notifications"}
          className="relative inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-ink data-popup-open:bg-hover coarse:size-11"
        >
          <Bell aria-hidden className="size-4.5" />
          {unread > 0 ? (
            <span
              aria-hidden
              className="absolute top-0 left-1/2 inline-flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 text-[0.625rem] leading-none font-semibold text-on-accent tabular-nums"
            >
              {unreadLabel(unread)}
            </span>
          ) : null}
        </button>
      }
    >
      <NewestNotifications onLeave={() => setIsOpen(false)} />
    </Popover>
  );
}

function NewestNotifications({ onLeave }: { onLeave: () => void }) {
  const newest = useQuery(newestNotifications);
  const read = useReadNotifications();
  return (
    <>
      <header className="flex h-11 shrink-0 items-center justify-between gap-4 border-b border-line pr-2 pl-4">
        <PopoverTitle>Notifications</PopoverTitle>
        {newest.data && newest.data.unread > 0 ? (
          <Button size="sm" variant="quiet" onClick={() => read({ all: true })}>
            Mark all as read
          </Button>
        ) : null}
      </header>
      <div className="min-h-0 overflow-y-auto overscroll-contain">
        {newest.isPending ? (
          <div role="status" aria-label="Loading notifications" className="flex flex-col gap-4 px-4 py-3">
            <EventLineSkeleton />
            <EventLineSkeleton />
            <EventLineSkeleton />
          </div>
        ) : null}
        {newest.isError && !newest.data ? (
          <QueryProblem error={newest.error} onRetry={() => void newest.refetch()} className="py-8 sm:py-8" />
        ) : null}
        {newest.data?.data.length === 0 ? (
          <p className="flex flex-col items-center gap-2 px-6 py-10 text-center text-balance text-muted">
            <BellOff aria-hidden className="size-5 text-faint" />
            Nothing so far. What runs low or expires, tasks for you, and keys that need a look are told here.
          </p>
        ) : null}
        <ol className="divide-y divide-line">
          {newest.data?.data.map((notification) => (
            <li key={notification.id}>
              <NotificationLine notification={notification} detail="excerpt" onFollowed={onLeave} />
            </li>
          ))}
        </ol>
      </div>
      <footer className="shrink-0 border-t border-line">
        <Link
          to="/notifications"
          onClick={onLeave}
          className="flex h-10 items-center justify-center text-ui text-accent-ink hover:bg-hover focus-visible:-outline-offset-2 coarse:h-12"
        >
          All notifications
        </Link>
      </footer>
    </>
  );
}
