import { CreateTask, Task } from "@stowage/contract/tasks";
import { createTask } from "../../inventory/projects/create-task.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Creates a task, perhaps about an item, a bin or a location, or within a project.
 * @throws not_found  what it names is not in the caller's workspace or bounds
 * @throws validation_failed  the assignee is no active member, or a bounded key names no subject
 */
export const create = scoped("tasks:write")
  .meta(rest("POST /tasks", "Create a task", { status: 201 }))
  .input(CreateTask)
  .output(Task)
  .mutation(({ ctx, input }) => writing(ctx, (begun) => createTask(begun, input)));
