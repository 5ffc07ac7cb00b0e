import type { Changes } from "@stowage/contract/events";
import type { Task } from "@stowage/contract/tasks";
import { BY_A_PERSON } from "../projects/create-task.ts";
import { projectIn } from "../projects/project-rows.ts";
import { removeTask } from "../projects/remove-task.ts";
import { nextTask } from "../projects/task-rows.ts";
import { type Past, requireAsLeft, reversed, snapshotIn, valuesBefore } from "./past.ts";
import { Skipped, unlessRefused } from "./skipped.ts";

/** Gone for good; its last state stays in the event. */
export async function putBackTaskCreated(past: Past): Promise<Changes> {
  const { writing, later, event } = past;
  const { id } = await taskOf(past);
  later.requireUntouched(event);
  const { deleted_at } = await removeTask(writing, { id });
  return { deleted_at: { old: null, new: deleted_at } };
}

/** There again, with its id. */
export async function putBackTaskDeleted({ writing, event }: Past): Promise<Changes> {
  const { id, version, ...told } = snapshotIn<Task>(event);
  const values = { ...BY_A_PERSON, ...told }; // what was told before tasks knew who asked for them
  if (await writing.tasks.get(id)) throw new Skipped("changed_since", `${values.title} is there again.`);
  await requireProject({ writing, event }, values.project_id);
  writing.tasks.put({ ...values, id, version: version + 1, updated_at: writing.at });
  writing.record({ type: "task.created", subject_id: id, subject_name: values.title, data: values });
  return { deleted_at: { old: event.created_at, new: null } };
}

/** Each changed field gets its value from before, the moment of completion too. */
export async function putBackTaskChanged(past: Past): Promise<Changes> {
  const { writing, event } = past;
  const before = await taskOf(past);
  requireAsLeft(past, before);
  const changes = reversed(event.changes);
  const patch = valuesBefore(event) as Partial<Task>; // fields of a task, from its own event
  await requireProject(past, patch.project_id ?? null);
  const task = nextTask(writing, before, patch);
  writing.record({ type: "task.updated", subject_id: task.id, subject_name: task.title, changes });
  return changes;
}

async function taskOf({ writing, later, event }: Past): Promise<Task> {
  const task = await writing.tasks.get(event.subject_id);
  if (!task) throw later.missing(event);
  return task;
}

async function requireProject(
  { writing }: Pick<Past, "writing" | "event">,
  id: string | null,
): Promise<void> {
  if (id !== null) await unlessRefused({}, () => projectIn(writing, id));
}
