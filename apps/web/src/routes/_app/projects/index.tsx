import { createFileRoute } from "@tanstack/react-router";
import { ProjectsScreen } from "../../../features/projects/projects-screen.tsx";
import { readProjectsSearch } from "../../../features/projects/projects-search.ts";

export const Route = createFileRoute("/_app/projects/")({
  validateSearch: readProjectsSearch,
  component: ProjectsRoute,
});

function ProjectsRoute() {
  const navigate = Route.useNavigate();
  return (
    <ProjectsScreen
      search={Route.useSearch()}
      onSearchChange={(search) => void navigate({ search, replace: true, resetScroll: false })}
    />
  );
}
