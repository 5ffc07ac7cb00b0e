import type { ListProjects, ProjectStatus } from "@stowage/contract/projects";
import { choiceParam, flagParam, textParam } from "../../lib/search-params.ts";

export const PROJECT_SORT_DEFAULT = "-updated_at";

const SORTS: readonly ListProjects["sort"][] = [
  "name",
  "-name",
  "due_on",
  "-due_on",
  "created_at",
  "-created_at",
  "updated_at",
  "-updated_at",
];
const SHOWS = ["current", "over", "all"] as const;
export type ProjectsShown = (typeof SHOWS)[number];

/** The state of the screen, as the URL holds it. */
export interface ProjectsSearch {
  q?: string | undefined;
  /** Which states; those that go on if nothing is said. */
  show?: ProjectsShown | undefined;
  tag?: string | undefined;
  sort?: ListProjects["sort"] | undefined;
  /** The dialog for a new project is open. */
  new?: true | undefined;
}

export function readProjectsSearch(search: Record<string, unknown>): ProjectsSearch {
  const show = choiceParam(search.show, SHOWS);
  const sort = choiceParam(search.sort, SORTS);
  const read: ProjectsSearch = {
    q: textParam(search.q),
    show: show === "current" ? undefined : show,
    tag: textParam(search.tag, 50),
    sort: sort === PROJECT_SORT_DEFAULT ? undefined : sort,
    new: flagParam(search.new),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

const STATES: Record<ProjectsShown, ProjectStatus[] | null> = {
  current: ["planned", "active"],
  over: ["done", "cancelled"],
  all: null,
};

/** What the server is asked. */
export function projectsInput({ q, show = "current", tag, sort = PROJECT_SORT_DEFAULT }: ProjectsSearch) {
  const status = STATES[show];
  return { sort, ...(q && { q }), ...(status && { status }), ...(tag && { tag: [tag] }) };
}
