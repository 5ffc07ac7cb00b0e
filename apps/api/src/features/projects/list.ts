import { ListProjects, ProjectPage } from "@stowage/contract/projects";
import { requireScopes } from "../../gate/rights.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { listProjects } from "./store.ts";

/**
 * Lists projects, the last changed first. Sorted by `due_on`, those without a day count as due after all others. A key
 * that is bound to places sees none.
 * @throws insufficient_scope  what is said of stock takes `items:read` too
 */
export const list = scoped("projects:read")
  .meta(rest("GET /projects", "List projects", { revision: true }))
  .input(ListProjects)
  .output(ProjectPage)
  .query(({ ctx, input }) => {
    if (input.item_id !== undefined || input.include !== undefined) requireScopes(ctx, ["items:read"]);
    return listProjects(ctx.db, ctx.reach, input);
  });
