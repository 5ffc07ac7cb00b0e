import { createFileRoute } from "@tanstack/react-router";
import { ItemsScreen } from "../../../features/items/items-screen.tsx";
import { readItemsSearch } from "../../../features/items/items-search.ts";

export const Route = createFileRoute("/_app/items/")({
  validateSearch: readItemsSearch,
  component: ItemsRoute,
});

function ItemsRoute() {
  const navigate = Route.useNavigate();
  return (
    <ItemsScreen
      search={Route.useSearch()}
      onSearchChange={(search) => void navigate({ search, replace: true, resetScroll: false })}
    />
  );
}
