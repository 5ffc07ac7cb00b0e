import { createFileRoute } from "@tanstack/react-router";
import { LocationsScreen } from "../../../features/locations/locations-screen.tsx";
import { readLocationsSearch } from "../../../features/locations/locations-search.ts";

export const Route = createFileRoute("/_app/locations/")({
  validateSearch: readLocationsSearch,
  component: LocationsRoute,
});

function LocationsRoute() {
  const navigate = Route.useNavigate();
  return (
    <LocationsScreen
      search={Route.useSearch()}
      onSearchChange={(search) => void navigate({ search, replace: true, resetScroll: false })}
    />
  );
}
