import type { Notification } from "@stowage/contract/notifications";
import { Check, ListTodo } from "lucide-react";
import { EventIcon } from "../../components/events/event-icon.tsx";
import { Badge } from "../../components/ui/badge.tsx";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { Time } from "../../components/ui/time.tsx";
import { enterEnvironment } from "../../lib/change-where.ts";
import { cx } from "../../lib/class-names.ts";
import { useEnvironment } from "../../lib/where.ts";
import { NotificationLink } from "./notification-link.tsx";
import { useReadNotifications } from "./use-read-notifications.ts";

/** What is not kept in either environment alone. */
const SHARED = new Set(["api_key", "member", "organization"]);

interface NotificationLineProps {
  notification: Notification;
  /** `title` alone, with an `excerpt` of its text for a narrow place, or in `full`. */
  detail: "title" | "excerpt" | "full";
  onFollowed?: () => void;
}

/** One notification. All of it leads to what it is about; going there, or the check mark, makes it read. */
export function NotificationLine({ notification, detail, onFollowed }: NotificationLineProps) {
  const { id, type, title, body, environment, read_at, subject_type, created_at } = notification;
  const isUnread = read_at === null;
  const here = useEnvironment();
  const read = useReadNotifications();
  const follow = () => {
    if (isUnread) read({ ids: [id] });
    if (!SHARED.has(subject_type)) void enterEnvironment(environment);
    onFollowed?.();
  };
  return (
    <article className="relative flex gap-3 px-4 py-2 transition-colors hover:bg-hover">
      <EventIcon type={type} {...(type.startsWith("task.") && { icon: ListTodo })} />
      <div className="grid min-w-0 grow grid-cols-[minmax(0,1fr)_auto] gap-x-4">
        <h3 className="flex min-w-0 items-center gap-2 text-ui leading-6 max-sm:col-span-2">
          <NotificationLink
            notification={notification}
            onClick={follow}
            className={cx(
              "min-w-0 leading-5 after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent-ink",
              isUnread ? "font-medium text-ink" : "text-muted",
            )}
          >
            {isUnread ? <span className="sr-only">Unread: </span> : null}
            {title}
          </NotificationLink>
          {environment === here ? null : (
            <Badge tone={environment === "test" ? "warn" : "neutral"}>
              {environment === "test" ? "Test" : "Live"}
            </Badge>
          )}
        </h3>
        {detail === "title" || body === "" ? null : (
          <p
            className={cx(
              "col-span-2 row-start-2 text-ui text-muted",
              detail === "excerpt" && "line-clamp-2",
            )}
          >
            {body}
          </p>
        )}
        <Time
          at={created_at}
          className={cx(
            "text-xs leading-6 whitespace-nowrap text-faint max-sm:col-span-2 max-sm:row-start-3",
            detail === "excerpt" && "col-span-2 row-start-3",
          )}
        />
      </div>
      {isUnread ? (
        <IconButton
          icon={Check}
          label={`Mark “${title}” as read`}
          onClick={() => read({ ids: [id] })}
          className="relative -my-1 -mr-2 text-accent-ink"
        />
      ) : (
        <span aria-hidden className="-mr-2 w-8 shrink-0 coarse:w-10" />
      )}
    </article>
  );
}
