import { receiptOf } from "@stowage/contract/receipts";
import { RemoveTask } from "@stowage/contract/tasks";
import { removeTask } from "../../inventory/projects/remove-task.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Deletes a task for good.
 * @throws not_found, version_mismatch
 */
export const remove = scoped("tasks:delete")
  .meta(rest("DELETE /tasks/{id}", "Delete a task"))
  .input(RemoveTask)
  .output(receiptOf("task"))
  .mutation(({ ctx, input }) => writing(ctx, (begun) => removeTask(begun, input)));
