import { Task, TaskRef } from "@stowage/contract/tasks";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getTask } from "./store.ts";

/**
 * One task, with what it is about.
 * @throws not_found  not in the caller's workspace, or about nothing within the caller's bounds
 */
export const get = scoped("tasks:read")
  .meta(rest("GET /tasks/{id}", "Get a task"))
  .input(TaskRef)
  .output(Task)
  .query(({ ctx, input }) => getTask(ctx.db, { reach: ctx.reach, id: input.id }));
