import { createFileRoute } from "@tanstack/react-router";
import { DataScreen } from "../../../features/data/data-screen.tsx";
import { readDataSearch } from "../../../features/data/data-search.ts";

export const Route = createFileRoute("/_app/settings/data")({
  validateSearch: readDataSearch,
  component: DataRoute,
});

function DataRoute() {
  const navigate = Route.useNavigate();
  return (
    <DataScreen
      search={Route.useSearch()}
      onSearchChange={(search) => void navigate({ search, resetScroll: false })}
    />
  );
}
