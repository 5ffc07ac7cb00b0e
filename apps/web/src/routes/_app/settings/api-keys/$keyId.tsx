import { createFileRoute } from "@tanstack/react-router";
import { ApiKeyPage } from "../../../../features/api-keys/api-key-page.tsx";
import { readApiKeySearch } from "../../../../features/api-keys/api-key-search.ts";

export const Route = createFileRoute("/_app/settings/api-keys/$keyId")({
  validateSearch: readApiKeySearch,
  component: ApiKeyRoute,
});

function ApiKeyRoute() {
  const { keyId } = Route.useParams();
  const navigate = Route.useNavigate();
  return (
    <ApiKeyPage
      key={keyId}
      keyId={keyId}
      search={Route.useSearch()}
      onSearchChange={(search) => void navigate({ search, replace: true, resetScroll: false })}
    />
  );
}
