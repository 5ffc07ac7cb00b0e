import { ListTasks, TaskPage } from "@stowage/contract/tasks";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { listTasks } from "./store.ts";

/** Lists tasks, the last changed first. Sorted by `due_on`, those without a day count as due after all others. */
export const list = scoped("tasks:read")
  .meta(rest("GET /tasks", "List tasks", { revision: true }))
  .input(ListTasks)
  .output(TaskPage)
  .query(({ ctx, input }) => listTasks(ctx.db, ctx.reach, input));
