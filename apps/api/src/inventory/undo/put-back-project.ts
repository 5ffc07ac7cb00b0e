import type { Changes } from "@stowage/contract/events";
import type { Project, UpdateProject } from "@stowage/contract/projects";
import { removeProject } from "../projects/remove-project.ts";
import { addReservation, shiftOf, shiftReserved } from "../projects/reservation-rows.ts";
import { nextTask, tasksOf } from "../projects/task-rows.ts";
import { updateProject } from "../projects/update-project.ts";
import type { Writing } from "../writing.ts";
import { type Past, requireAsLeft, reversed, snapshotIn, valuesBefore } from "./past.ts";
import { Skipped, unlessRefused } from "./skipped.ts";

/** Gone for good, if nothing of others hangs on it; its last state stays in the event. */
export async function putBackProjectCreated(past: Past): Promise<Changes> {
  const { writing, later, event } = past;
  const { id, name } = await projectOf(past);
  later.requireUntouched(event);
  const tasks = await tasksOf(writing, id);
  if (tasks.length > 0) throw new Skipped("not_empty", `${name} has ${tasks.length} tasks.`);
  const { deleted_at } = await removeProject(writing, { id });
  return { deleted_at: { old: null, new: deleted_at } };
}

/** There again, with its id, what it reserved, and those of its tasks that have no other project by now. */
export async function putBackProjectDeleted({ writing, event }: Past): Promise<Changes> {
  const project = snapshotIn<Project>(event);
  const { id, name } = project;
  if (await writing.projects.get(id)) throw new Skipped("changed_since", `${name} is there again.`);
  const reserved = listIn<Reserved>(event.data.reservations);
  await writing.items.fetch(reserved.map(({ item_id }) => item_id));
  for (const { item_id } of reserved)
    if (!writing.items.peek(item_id))
      throw new Skipped("gone", `${item_id}, which ${name} reserved, is gone.`);
  writing.projects.put({ ...project, version: project.version + 1, updated_at: writing.at });
  for (const one of reserved) await putReservation(writing, project, one);
  await putTasks(writing, id, listIn<string>(event.data.task_ids));
  writing.record({ type: "project.created", subject_id: id, subject_name: name, data: { ...project } });
  return { deleted_at: { old: event.created_at, new: null } };
}

/** Each changed field gets its value from before; what it reserves follows its status. */
export async function putBackProjectChanged(past: Past): Promise<Changes> {
  const { writing, event } = past;
  const before = await projectOf(past);
  requireAsLeft(past, before);
  const patch = { ...valuesBefore(event), id: before.id } as UpdateProject; // fields of a project, from its own event
  await unlessRefused({ validation_failed: "changed_since" }, () => updateProject(writing, patch));
  return reversed(event.changes);
}

export async function projectOf({ writing, later, event }: Past): Promise<Project> {
  const project = await writing.projects.get(event.subject_id);
  if (!project) throw later.missing(event);
  return project;
}

/** What a project needs of an item, and how much of that it has used. */
export interface Reserved {
  item_id: string;
  quantity: number;
  consumed: number;
}

/** A reservation that was there before. */
export async function putReservation(
  writing: Writing,
  project: Project,
  { item_id, quantity, consumed }: Reserved,
): Promise<void> {
  const row = addReservation(writing, { project_id: project.id, item_id, quantity, consumed });
  await shiftReserved(writing, item_id, shiftOf({ project, row: null }, { project, row }));
}

async function putTasks(writing: Writing, project_id: string, ids: readonly string[]): Promise<void> {
  await writing.tasks.fetch(ids);
  for (const id of ids) {
    const task = await writing.tasks.get(id);
    if (task?.project_id === null) nextTask(writing, task, { project_id });
  }
}

/** A list as the server wrote it into an event. */
export function listIn<Entry>(written: unknown): Entry[] {
  return Array.isArray(written) ? written : [];
}
