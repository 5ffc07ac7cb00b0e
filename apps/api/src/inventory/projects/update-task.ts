import type { Task, UpdateTask } from "@stowage/contract/tasks";
import { completionOf } from "../../features/tasks/policy.ts";
import { changesOf } from "../../writes/changes.ts";
import { checkVersion } from "../../writes/check-version.ts";
import type { Writing } from "../writing.ts";
import { nextTask, relationsFor, taskIn } from "./task-rows.ts";

/** @throws not_found, validation_failed, version_mismatch */
export async function updateTask(writing: Writing, { id, if_version, ...sent }: UpdateTask): Promise<Task> {
  const before = await taskIn(writing, id);
  checkVersion("task", before, if_version);
  const patch = await relationsFor(writing, sent);
  const completed_at = completionOf(before, patch.status ?? before.status, writing.at);
  const { values, changes, isEmpty } = changesOf<Task, Partial<Task>>(before, { ...patch, completed_at });
  if (isEmpty) return before;
  const task = nextTask(writing, before, values);
  const isCompletion = "status" in changes && task.status === "done";
  writing.record({
    type: isCompletion ? "task.completed" : "task.updated",
    subject_id: id,
    subject_name: task.title,
    changes,
  });
  return task;
}
