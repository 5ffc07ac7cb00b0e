import { createFileRoute } from "@tanstack/react-router";
import { NewTriggerScreen } from "../../../features/triggers/new-trigger-screen.tsx";
import { readNewTriggerSearch } from "../../../features/triggers/new-trigger-search.ts";

export const Route = createFileRoute("/_app/triggers/new")({
  validateSearch: readNewTriggerSearch,
  component: NewTriggerRoute,
});

function NewTriggerRoute() {
  const search = Route.useSearch();
  return <NewTriggerScreen key={JSON.stringify(search)} search={search} />;
}
