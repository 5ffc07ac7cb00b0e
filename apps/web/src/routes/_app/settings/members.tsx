import { createFileRoute } from "@tanstack/react-router";
import { MembersScreen } from "../../../features/members/members-screen.tsx";
import { readMembersSearch } from "../../../features/members/members-search.ts";

export const Route = createFileRoute("/_app/settings/members")({
  validateSearch: readMembersSearch,
  component: MembersRoute,
});

function MembersRoute() {
  const navigate = Route.useNavigate();
  return (
    <MembersScreen
      search={Route.useSearch()}
      onSearchChange={(search) => void navigate({ search, replace: true, resetScroll: false })}
    />
  );
}
