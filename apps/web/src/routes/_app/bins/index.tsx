import { createFileRoute } from "@tanstack/react-router";
import { BinsScreen } from "../../../features/bins/bins-screen.tsx";
import { readBinsSearch } from "../../../features/bins/bins-search.ts";

export const Route = createFileRoute("/_app/bins/")({
  validateSearch: readBinsSearch,
  component: BinsRoute,
});

function BinsRoute() {
  const navigate = Route.useNavigate();
  return (
    <BinsScreen
      search={Route.useSearch()}
      onSearchChange={(search) => void navigate({ search, replace: true, resetScroll: false })}
    />
  );
}
