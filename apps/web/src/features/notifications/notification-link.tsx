import type { Notification } from "@stowage/contract/notifications";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

interface NotificationLinkProps {
  notification: Notification;
  onClick: () => void;
  className: string;
  children: ReactNode;
}

/** To what a notification is about; to the activity where that has no page of its own. */
export function NotificationLink({ notification, ...props }: NotificationLinkProps) {
  const { subject_type, subject_id } = notification;
  switch (subject_type) {
    case "api_key":
      return <Link to="/settings/api-keys/$keyId" params={{ keyId: subject_id }} {...props} />;
    case "item":
      return <Link to="/items/$itemId" params={{ itemId: subject_id }} {...props} />;
    case "bin":
      return <Link to="/bins/$binId" params={{ binId: subject_id }} {...props} />;
    case "location":
      return <Link to="/locations" search={{ q: notification.subject_name }} {...props} />;
    default:
      return <Link to="/activity" {...props} />;
  }
}
