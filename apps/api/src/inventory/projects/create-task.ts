import type { CreateTask, Task } from "@stowage/contract/tasks";
import { newId } from "@stowage/db/new-id";
import { requirePlace } from "../../bounds/within.ts";
import { completionOf } from "../../features/tasks/policy.ts";
import type { Writing } from "../writing.ts";
import { relationsFor } from "./task-rows.ts";

/** Whose idea a task is. */
export type AskedBy = Pick<Task, "source" | "trigger_id" | "close_when_resolved" | "missing">;
export const BY_A_PERSON: AskedBy = {
  source: "user",
  trigger_id: null,
  close_when_resolved: false,
  missing: null,
};

/**
 * @param id  for what comes back from elsewhere with an id of its own; by default it gets a new one
 * @throws not_found, validation_failed
 */
export async function createTask(
  writing: Writing,
  input: CreateTask,
  { id = newId("task"), asked = BY_A_PERSON }: { id?: string; asked?: AskedBy } = {},
): Promise<Task> {
  requirePlace(writing.by.reach, input.subject_id, "/subject_id");
  const values = await relationsFor(writing, input);
  const { at } = writing;
  const task: Task = {
    ...values,
    ...asked,
    id,
    completed_at: completionOf(null, values.status, at),
    version: 1,
    created_at: at,
    updated_at: at,
  };
  writing.tasks.put(task);
  writing.record({ type: "task.created", subject_id: id, subject_name: task.title, data: values });
  return task;
}
