import type { RemoveProject } from "@stowage/contract/projects";
import { checkVersion } from "../../writes/check-version.ts";
import type { Writing } from "../writing.ts";
import { projectIn } from "./project-rows.ts";
import { reservationsOf, shiftOf, shiftReserved } from "./reservation-rows.ts";
import { nextTask, tasksOf } from "./task-rows.ts";

/**
 * For good: what it held is free again, and its tasks stay without it. Its last state, with what it reserved and whose
 * tasks they were, stays in the event.
 * @throws not_found, version_mismatch
 */
export async function removeProject(writing: Writing, { id, if_version }: RemoveProject) {
  const project = await projectIn(writing, id);
  checkVersion("project", project, if_version);
  const rows = await reservationsOf(writing, id);
  await writing.items.fetch(rows.map(({ item_id }) => item_id));
  for (const row of rows) {
    await shiftReserved(writing, row.item_id, shiftOf({ project, row }, { project, row: null }));
    writing.reservations.drop(row.id);
  }
  const tasks = await tasksOf(writing, id);
  for (const task of tasks) nextTask(writing, task, { project_id: null });
  writing.projects.drop(id);
  const event_seq = writing.record({
    type: "project.deleted",
    subject_id: id,
    subject_name: project.name,
    data: {
      snapshot: project,
      reservations: rows.map(({ item_id, quantity, consumed }) => ({ item_id, quantity, consumed })),
      task_ids: tasks.map((task) => task.id),
    },
  });
  return { id, deleted_at: writing.at, event_seq };
}
