import { CreateTask } from "@stowage/contract/tasks";
import { activeRoleOf } from "../features/members/store.ts";
import { createTask } from "../inventory/projects/create-task.ts";
import { updateTask } from "../inventory/projects/update-task.ts";
import type { Writing } from "../inventory/writing.ts";
import type { Applying, Outcome } from "./applying.ts";
import { completedBy } from "./complete-row.ts";
import type { RowValues } from "./row-shapes.ts";

const completed = completedBy(CreateTask);
type Values = Omit<RowValues<"task">, "id">;

/**
 * A task with the row's id is that of the row; else there is a new one. Of one that came from elsewhere, with
 * an id, an assignee who is no member is passed over, and a subject that is not there.
 */
export async function applyTask(applying: Applying, { id, ...sent }: RowValues<"task">): Promise<Outcome> {
  const { writing, ids } = applying;
  const values = await withoutStrangers(applying, id !== undefined, referring(applying, sent));
  const before = id === undefined ? null : await writing.tasks.get(ids.of(id));
  if (before) {
    const task = await updateTask(writing, { ...values, id: before.id });
    return task === before ? "unchanged" : "updated";
  }
  await createTask(writing, completed(values), { id: ids.take("task", id) });
  return "created";
}

function referring({ ids }: Applying, values: Values): Values {
  const { project_id, subject_id } = values;
  return {
    ...values,
    ...(project_id && { project_id: ids.of(project_id) }),
    ...(subject_id && { subject_id: ids.of(subject_id) }),
  };
}

async function withoutStrangers(
  applying: Applying,
  isFromElsewhere: boolean,
  values: Values,
): Promise<Values> {
  if (!isFromElsewhere) return values;
  const { assignee_id, subject_type, subject_id, ...others } = values;
  const isMember = !assignee_id || (await isActiveMember(applying, assignee_id));
  const isThere = !subject_type || !subject_id || (await exists(applying.writing, subject_type, subject_id));
  return {
    ...others,
    ...(isMember && assignee_id !== undefined && { assignee_id }),
    ...(isThere && subject_type !== undefined && { subject_type }),
    ...(isThere && subject_id !== undefined && { subject_id }),
  };
}

async function isActiveMember({ writing, members }: Applying, user_id: string): Promise<boolean> {
  const known = members.get(user_id);
  if (known !== undefined) return known;
  const { tx, by } = writing;
  const isMember = (await activeRoleOf(tx, by.caller.organization.id, user_id)) !== null;
  members.set(user_id, isMember);
  return isMember;
}

async function exists(writing: Writing, type: "item" | "bin" | "location", id: string): Promise<boolean> {
  if (type === "location") return (await writing.locations.get(id)) !== null;
  const thing = await (type === "item" ? writing.items : writing.bins).get(id);
  return thing !== null && thing.deleted_at === null;
}
