import { Project, ProjectRef } from "@stowage/contract/projects";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getProject } from "./store.ts";

/**
 * One project: its status, dates and tags. What it reserves is a list of its own.
 * @throws not_found  not in the caller's workspace, or the key is bound to places
 */
export const get = scoped("projects:read")
  .meta(rest("GET /projects/{id}", "Get a project"))
  .input(ProjectRef)
  .output(Project)
  .query(({ ctx, input }) => getProject(ctx.db, { reach: ctx.reach, id: input.id }));
