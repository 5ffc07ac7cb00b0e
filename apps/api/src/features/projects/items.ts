import { ListProjectItems, ProjectItemPage } from "@stowage/contract/projects";
import { listPicks } from "../../lists/pick-list.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getProject } from "./store.ts";

/**
 * What a project reserves, in the order of walking: by place as it is spelled out, then by name; what lies nowhere comes
 * last. Items in the trash stay on the list.
 * @throws not_found
 */
export const items = scoped(["projects:read", "items:read"])
  .meta(rest("GET /projects/{id}/items", "List what a project reserves, as a pick list", { revision: true }))
  .input(ListProjectItems)
  .output(ProjectItemPage)
  .query(({ ctx, input }) => picks(ctx, input));

async function picks(ctx: ScopedContext, input: ListProjectItems): Promise<ProjectItemPage> {
  const project = await getProject(ctx.db, { reach: ctx.reach, id: input.id });
  return listPicks(ctx.db, ctx.reach, project, input);
}
