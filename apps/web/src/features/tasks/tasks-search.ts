import type { ListTasks } from "@stowage/contract/tasks";
import { TO_DO } from "../../components/tasks/task-words.ts";
import { choiceParam, flagParam, textParam } from "../../lib/search-params.ts";

export const TASK_SORT_DEFAULT = "due_on";

const SORTS: readonly ListTasks["sort"][] = [
  "due_on",
  "-due_on",
  "title",
  "-title",
  "created_at",
  "-created_at",
  "updated_at",
  "-updated_at",
];
const SHOWS = ["to-do", "done", "all"] as const;
export type TasksShown = (typeof SHOWS)[number];

/** The state of the screen, as the URL holds it. */
export interface TasksSearch {
  q?: string | undefined;
  /** Which states; what is to be done if nothing is said. */
  show?: TasksShown | undefined;
  /** Only those assigned to the reader. */
  mine?: true | undefined;
  /** Only what should be done by now. */
  overdue?: true | undefined;
  project_id?: string | undefined;
  sort?: ListTasks["sort"] | undefined;
  /** The dialog for a new task is open. */
  new?: true | undefined;
  /** The task whose dialog is open. */
  task?: string | undefined;
}

export function readTasksSearch(search: Record<string, unknown>): TasksSearch {
  const show = choiceParam(search.show, SHOWS);
  const sort = choiceParam(search.sort, SORTS);
  const read: TasksSearch = {
    q: textParam(search.q),
    show: show === "to-do" ? undefined : show,
    mine: flagParam(search.mine),
    overdue: flagParam(search.overdue),
    project_id: textParam(search.project_id, 64),
    sort: sort === TASK_SORT_DEFAULT ? undefined : sort,
    new: flagParam(search.new),
    task: textParam(search.task, 64),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** Whether fewer tasks are shown than there are to do. */
export function isNarrowed({ q, show, mine, overdue, project_id }: TasksSearch): boolean {
  return [q, show, mine, overdue, project_id].some((filter) => filter !== undefined);
}

/** What the server is asked; `me` is the reader's id, `day` today's. */
export function tasksInput(search: TasksSearch, { me, day }: { me: string | undefined; day: string }) {
  const { q, show = "to-do", mine, overdue, project_id, sort = TASK_SORT_DEFAULT } = search;
  // What is done is not overdue, whatever its day was.
  const status = overdue || show === "to-do" ? TO_DO : show === "done" ? DONE : undefined;
  return {
    sort,
    ...(q && { q }),
    ...(status && { status }),
    ...(mine && me && { assignee_id: me }),
    ...(overdue && { due_before: day }),
    ...(project_id && { project_id }),
  };
}

const DONE: ("done" | "cancelled")[] = ["done", "cancelled"];
