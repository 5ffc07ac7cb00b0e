import { createFileRoute } from "@tanstack/react-router";
import { NotificationsScreen } from "../../features/notifications/notifications-screen.tsx";
import { readNotificationsSearch } from "../../features/notifications/notifications-search.ts";

export const Route = createFileRoute("/_app/notifications")({
  validateSearch: readNotificationsSearch,
  component: NotificationsRoute,
});

function NotificationsRoute() {
  const navigate = Route.useNavigate();
  return (
    <NotificationsScreen
      search={Route.useSearch()}
      onSearchChange={(search) => void navigate({ search, replace: true, resetScroll: false })}
    />
  );
}
