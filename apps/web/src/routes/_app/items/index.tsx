import { createFileRoute } from "@tanstack/react-router";
import { itemsPage } from "../../../features/items/items-page-query.ts";
import { ItemsScreen } from "../../../features/items/items-screen.tsx";
import { filtersOf, ITEM_SORT_DEFAULT, readItemsSearch } from "../../../features/items/items-search.ts";
import { dataOfScreen } from "../../../lib/first-screen.ts";
import { queryClient } from "../../../lib/trpc.ts";

export const Route = createFileRoute("/_app/items/")({
  validateSearch: readItemsSearch,
  loaderDeps: ({ search: { new: _, ...search } }) => search,
  loader: ({ deps }) => {
    const { sort = ITEM_SORT_DEFAULT } = deps;
    return dataOfScreen(queryClient.prefetchQuery(itemsPage({ filters: filtersOf(deps), sort })));
  },
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
