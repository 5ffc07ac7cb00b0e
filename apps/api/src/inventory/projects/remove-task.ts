import type { RemoveTask } from "@stowage/contract/tasks";
import { checkVersion } from "../../writes/check-version.ts";
import type { Writing } from "../writing.ts";
import { taskIn } from "./task-rows.ts";

/** For good; its last state stays in the event. @throws not_found, version_mismatch */
export async function removeTask(writing: Writing, { id, if_version }: RemoveTask) {
  const task = await taskIn(writing, id);
  checkVersion("task", task, if_version);
  writing.tasks.drop(id);
  const event_seq = writing.record({
    type: "task.deleted",
    subject_id: id,
    subject_name: task.title,
    data: { snapshot: task },
  });
  return { id, deleted_at: writing.at, event_seq };
}
