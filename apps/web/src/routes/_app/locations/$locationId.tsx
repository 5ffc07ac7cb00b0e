import { createFileRoute } from "@tanstack/react-router";
import { LocationPage } from "../../../features/locations/location-page.tsx";
import { readLocationSearch } from "../../../features/locations/location-search.ts";

export const Route = createFileRoute("/_app/locations/$locationId")({
  validateSearch: readLocationSearch,
  component: LocationRoute,
});

function LocationRoute() {
  const { locationId } = Route.useParams();
  const navigate = Route.useNavigate();
  return (
    <LocationPage
      key={locationId}
      locationId={locationId}
      search={Route.useSearch()}
      onSearchChange={(search) => void navigate({ search, replace: true, resetScroll: false })}
    />
  );
}
