import { createFileRoute } from "@tanstack/react-router";
import { LabelsScreen } from "../../features/labels/labels-screen.tsx";
import { textListParam } from "../../lib/search-params.ts";

const CODES_IN_URL_MAX = 200;

export const Route = createFileRoute("/_app/labels")({
  validateSearch: (search): { code?: string[] } => {
    const code = textListParam(search.code, 32, CODES_IN_URL_MAX);
    return code ? { code } : {};
  },
  component: LabelsRoute,
});

function LabelsRoute() {
  const { code = [] } = Route.useSearch();
  return <LabelsScreen codes={code} />;
}
