import { createFileRoute } from "@tanstack/react-router";
import { TrashScreen } from "../../features/trash/trash-screen.tsx";
import { readTrashSearch } from "../../features/trash/trash-search.ts";

export const Route = createFileRoute("/_app/trash")({
  validateSearch: readTrashSearch,
  component: TrashRoute,
});

function TrashRoute() {
  const navigate = Route.useNavigate();
  return (
    <TrashScreen
      search={Route.useSearch()}
      onSearchChange={(search) => void navigate({ search, replace: true, resetScroll: false })}
    />
  );
}
