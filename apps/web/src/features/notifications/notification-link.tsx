import type { Notification } from "@stowage/contract/notifications";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { SubjectLink } from "../../components/events/subject-link.tsx";

const DAY_MS = 86_400_000;
/** A notice of expiry comes a week before the day at the earliest. */
const EXPIRY_DAYS = 8;

interface NotificationLinkProps {
  notification: Notification;
  onClick: () => void;
  className: string;
  children: ReactNode;
}

/** To what a notification is about: the one thing, or of many at once the list that has them. */
export function NotificationLink({ notification, ...props }: NotificationLinkProps) {
  const { subject_type, type, created_at } = notification;
  switch (subject_type) {
    case "items":
      return (
        <Link
          to="/items"
          search={
            type === "item.expiring"
              ? { expiring_before: dayAfter(created_at), sort: "expires_on" }
              : { low_stock: true }
          }
          {...props}
        />
      );
    case "tasks":
      return <Link to="/tasks" search={{ mine: true }} {...props} />;
    case "triggers":
      return <Link to="/triggers" {...props} />;
    default:
      return <SubjectLink subject={notification} {...props} />;
  }
}

function dayAfter(at: string): string {
  return new Date(Date.parse(at) + EXPIRY_DAYS * DAY_MS).toISOString().slice(0, 10);
}
