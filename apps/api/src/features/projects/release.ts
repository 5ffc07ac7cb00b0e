import { ReleasedItem, ReleaseItem } from "@stowage/contract/projects";
import { releaseItem } from "../../inventory/projects/release-item.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Takes an item off a project. What was used up of it stays used up.
 * @throws not_found  the project, or it does not reserve the item
 */
export const release = scoped("projects:write")
  .meta(rest("DELETE /projects/{id}/reservations/{item_id}", "Release reserved stock"))
  .input(ReleaseItem)
  .output(ReleasedItem)
  .mutation(({ ctx, input }) => writing(ctx, (begun) => releaseItem(begun, input)));
