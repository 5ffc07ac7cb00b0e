import type { ListTasks, Task } from "@stowage/contract/tasks";
import type { Db } from "@stowage/db/open-database";
import { prepared } from "@stowage/db/prepared";
import { tasks } from "@stowage/db/schema/projects";
import { and, eq, lt, sql } from "drizzle-orm";
import { quickly } from "../../bounds/quickly.ts";
import { withinFilter } from "../../bounds/within.ts";
import type { Reach } from "../../gate/caller.ts";
import { equals, writtenSince } from "../../lists/filters.ts";
import { byDay, byInstant, byText, type Filter, listPage } from "../../lists/paging.ts";
import { textFilter } from "../../lists/text-search.ts";
import { notFound } from "../../problems.ts";

/** The columns of a task on the wire. */
export const taskColumns = {
  id: tasks.id,
  title: tasks.title,
  description: tasks.description,
  status: tasks.status,
  priority: tasks.priority,
  due_on: tasks.due_on,
  assignee_id: tasks.assignee_id,
  project_id: tasks.project_id,
  subject_type: tasks.subject_type,
  subject_id: tasks.subject_id,
  source: tasks.source,
  trigger_id: tasks.trigger_id,
  close_when_resolved: tasks.close_when_resolved,
  missing: tasks.missing,
  completed_at: tasks.completed_at,
  version: tasks.version,
  created_at: tasks.created_at,
  updated_at: tasks.updated_at,
};

const SORTS = {
  title: byText(tasks.title),
  created_at: byInstant(tasks.created_at),
  updated_at: byInstant(tasks.updated_at),
  due_on: byDay(tasks.due_on),
};

const searchText = sql`lower(${tasks.title} || ' ' || ${tasks.description})`;

/** @throws not_found */
export async function getTask(db: Db, { reach, id }: { reach: Reach; id: string }): Promise<Task> {
  const { name, condition, values } = withinFilter("tasks", reach);
  const query = prepared(quickly(db, reach), `task_get_${name}`, (prepare) =>
    prepare
      .select(taskColumns)
      .from(tasks)
      .where(and(condition(), eq(tasks.id, sql.placeholder("id")))),
  );
  const [task] = await query.execute({ ...values, id });
  if (!task) throw notFound("task", id);
  return task;
}

export function listTasks(db: Db, reach: Reach, input: ListTasks) {
  return listPage<Task>({
    db,
    name: "tasks",
    table: tasks,
    id: tasks.id,
    columns: taskColumns,
    sorts: SORTS,
    filters: [
      withinFilter("tasks", reach),
      anyStatus(input.status),
      equals(tasks.assignee_id, input.assignee_id),
      equals(tasks.project_id, input.project_id),
      equals(tasks.subject_id, input.subject_id),
      dueBefore(input.due_before),
      writtenSince(tasks.updated_at, input.updated_since),
      textFilter(searchText, input.q),
    ],
    page: input,
  });
}

function anyStatus(status: ListTasks["status"]): Filter | null {
  if (status === undefined) return null;
  const condition = () => sql`${tasks.status} = any(${sql.placeholder("status")}::text[])`;
  return { name: "status", condition, values: { status } };
}

function dueBefore(due_before: string | undefined): Filter | null {
  if (due_before === undefined) return null;
  const condition = () => lt(tasks.due_on, sql`${sql.placeholder("due_before")}::date`);
  return { name: "due", condition, values: { due_before } };
}
