import { Project, UpdateProject } from "@stowage/contract/projects";
import { updateProject } from "../../inventory/projects/update-project.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Changes a project; fields that are not sent stay. Becoming `active` takes hold of what it reserves, any other status
 * lets go of it.
 * @throws not_found, version_mismatch
 * @throws validation_failed  it is due before it starts, or too much would be held of an item
 */
export const update = scoped("projects:write")
  .meta(rest("PATCH /projects/{id}", "Change a project"))
  .input(UpdateProject)
  .output(Project)
  .mutation(({ ctx, input }) => writing(ctx, (begun) => updateProject(begun, input)));
