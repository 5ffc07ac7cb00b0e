import { CreateProject, Project } from "@stowage/contract/projects";
import { createProject } from "../../inventory/projects/create-project.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Creates a project. It holds stock only while it is `active`.
 * @throws role_forbidden  the key is bound to places, and a project is in none
 * @throws validation_failed  it is due before it starts
 */
export const create = scoped("projects:write")
  .meta(rest("POST /projects", "Create a project", { status: 201 }))
  .input(CreateProject)
  .output(Project)
  .mutation(({ ctx, input }) => writing(ctx, async (begun) => createProject(begun, input)));
