import { RemoveProject } from "@stowage/contract/projects";
import { receiptOf } from "@stowage/contract/receipts";
import { removeProject } from "../../inventory/projects/remove-project.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Deletes a project for good and lets go of what it reserved; its tasks stay, without it.
 * @throws not_found, version_mismatch
 */
export const remove = scoped("projects:delete")
  .meta(rest("DELETE /projects/{id}", "Delete a project"))
  .input(RemoveProject)
  .output(receiptOf("project"))
  .mutation(({ ctx, input }) => writing(ctx, (begun) => removeProject(begun, input)));
