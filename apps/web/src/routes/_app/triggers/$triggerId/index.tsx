import { createFileRoute } from "@tanstack/react-router";
import { TriggerPage } from "../../../../features/triggers/trigger-page.tsx";
import { readTriggerSearch } from "../../../../features/triggers/trigger-search.ts";

export const Route = createFileRoute("/_app/triggers/$triggerId/")({
  validateSearch: readTriggerSearch,
  component: TriggerRoute,
});

function TriggerRoute() {
  const { triggerId } = Route.useParams();
  const navigate = Route.useNavigate();
  return (
    <TriggerPage
      key={triggerId}
      triggerId={triggerId}
      search={Route.useSearch()}
      onSearchChange={(search) => void navigate({ search, replace: true, resetScroll: false })}
    />
  );
}
