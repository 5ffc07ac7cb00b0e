import { choiceParam } from "../../lib/search-params.ts";

const VIEWS = ["pick"] as const;

/** The state of a project's page, as the URL holds it. */
export interface ProjectSearch {
  /** The list to pick by instead of the table of what it needs. */
  view?: (typeof VIEWS)[number] | undefined;
}

export function readProjectSearch(search: Record<string, unknown>): ProjectSearch {
  const view = choiceParam(search.view, VIEWS);
  return view ? { view } : {};
}
