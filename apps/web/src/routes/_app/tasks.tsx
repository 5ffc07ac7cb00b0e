import { createFileRoute } from "@tanstack/react-router";
import { TasksScreen } from "../../features/tasks/tasks-screen.tsx";
import { readTasksSearch } from "../../features/tasks/tasks-search.ts";

export const Route = createFileRoute("/_app/tasks")({
  validateSearch: readTasksSearch,
  component: TasksRoute,
});

function TasksRoute() {
  const navigate = Route.useNavigate();
  return (
    <TasksScreen
      search={Route.useSearch()}
      onSearchChange={(search) => void navigate({ search, replace: true, resetScroll: false })}
    />
  );
}
