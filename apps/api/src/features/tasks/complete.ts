import { CompleteTask, Task } from "@stowage/contract/tasks";
import { updateTask } from "../../inventory/projects/update-task.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Completes a task. One that is done already stays as it is, and nothing is recorded.
 * @throws not_found, version_mismatch
 */
export const complete = scoped("tasks:write")
  .meta(rest("POST /tasks/{id}/complete", "Complete a task"))
  .input(CompleteTask)
  .output(Task)
  .mutation(({ ctx, input }) => writing(ctx, (begun) => updateTask(begun, { ...input, status: "done" })));
