import { createFileRoute } from "@tanstack/react-router";
import { ApiKeysScreen } from "../../../../features/api-keys/api-keys-screen.tsx";
import { readApiKeysSearch } from "../../../../features/api-keys/api-keys-search.ts";

export const Route = createFileRoute("/_app/settings/api-keys/")({
  validateSearch: readApiKeysSearch,
  component: ApiKeysRoute,
});

function ApiKeysRoute() {
  const navigate = Route.useNavigate();
  return (
    <ApiKeysScreen
      search={Route.useSearch()}
      onSearchChange={(search) => void navigate({ search, replace: true, resetScroll: false })}
    />
  );
}
