import { createFileRoute } from "@tanstack/react-router";
import { ProjectPage } from "../../../features/projects/project-page.tsx";
import { readProjectSearch } from "../../../features/projects/project-search.ts";

export const Route = createFileRoute("/_app/projects/$projectId")({
  validateSearch: readProjectSearch,
  component: ProjectRoute,
});

function ProjectRoute() {
  const { projectId } = Route.useParams();
  const navigate = Route.useNavigate();
  return (
    <ProjectPage
      key={projectId}
      projectId={projectId}
      search={Route.useSearch()}
      onSearchChange={(search) => void navigate({ search, replace: true, resetScroll: false })}
    />
  );
}
