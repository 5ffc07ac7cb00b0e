import { createFileRoute } from "@tanstack/react-router";
import { ActivityScreen } from "../../features/activity/activity-screen.tsx";
import { readActivitySearch } from "../../features/activity/activity-search.ts";

export const Route = createFileRoute("/_app/activity")({
  validateSearch: readActivitySearch,
  component: ActivityRoute,
});

function ActivityRoute() {
  const navigate = Route.useNavigate();
  return (
    <ActivityScreen
      search={Route.useSearch()}
      onSearchChange={(search) => void navigate({ search, replace: true, resetScroll: false })}
    />
  );
}
