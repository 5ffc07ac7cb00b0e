import { Task, UpdateTask } from "@stowage/contract/tasks";
import { updateTask } from "../../inventory/projects/update-task.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Changes a task; fields that are not sent stay. `completed_at` follows the status.
 * @throws not_found  the task, or what it names, is not in the caller's workspace or bounds
 * @throws validation_failed  the assignee is no active member, or a bounded key takes the subject away
 * @throws version_mismatch
 */
export const update = scoped("tasks:write")
  .meta(rest("PATCH /tasks/{id}", "Change a task"))
  .input(UpdateTask)
  .output(Task)
  .mutation(({ ctx, input }) => writing(ctx, (begun) => updateTask(begun, input)));
