import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEnvironment } from "../../lib/where.ts";
import { NotificationLine } from "../notifications/notification-line.tsx";
import { newestNotifications } from "../notifications/notification-queries.ts";
import { HomeCard } from "./home-card.tsx";

const ROWS = 3;

/** What has a card of its own here. */
const SHOWN_BESIDE = /^(item|task)\./;

/** The newest alerts that nobody looked at yet, of the environment on the screen; not there when there are none. */
export function UnreadCard() {
  const { data } = useQuery(newestNotifications);
  const here = useEnvironment();
  const alerts =
    data?.data.filter(
      ({ type, read_at, environment }) =>
        read_at === null && environment === here && !SHOWN_BESIDE.test(type),
    ) ?? [];
  if (alerts.length === 0) return null;
  return (
    <div className="mb-6">
      <HomeCard
        title="Unread alerts"
        more={
          <Link
            to="/notifications"
            search={{ unread: true }}
            className="text-ui text-accent-ink hover:underline"
          >
            All alerts
          </Link>
        }
      >
        <ol className="divide-y divide-line">
          {alerts.slice(0, ROWS).map((notification) => (
            <li key={notification.id} data-row tabIndex={-1} className="focus-visible:-outline-offset-2">
              <NotificationLine notification={notification} detail="title" />
            </li>
          ))}
        </ol>
      </HomeCard>
    </div>
  );
}
