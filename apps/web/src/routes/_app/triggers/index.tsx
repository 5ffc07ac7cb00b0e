import { createFileRoute } from "@tanstack/react-router";
import { TriggersScreen } from "../../../features/triggers/triggers-screen.tsx";
import { readTriggersSearch } from "../../../features/triggers/triggers-search.ts";

export const Route = createFileRoute("/_app/triggers/")({
  validateSearch: readTriggersSearch,
  component: TriggersRoute,
});

function TriggersRoute() {
  const navigate = Route.useNavigate();
  return (
    <TriggersScreen
      search={Route.useSearch()}
      onSearchChange={(search) => void navigate({ search, replace: true, resetScroll: false })}
    />
  );
}
