import { Item, RestoreItem } from "@stowage/contract/items";
import { restoreItem } from "../../inventory/items/restore-item.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Takes an item out of the trash, to where it was; where its bin is in the trash or gone, to where that stood, else
 * into the inbox. One that is not in the trash stays as it is.
 * @throws not_found
 * @throws conflict  its external id is taken
 * @throws version_mismatch
 * @throws limit_reached  100,000 items
 */
export const restore = scoped("items:write")
  .meta(rest("POST /items/{id}/restore", "Restore an item from the trash"))
  .input(RestoreItem)
  .output(Item)
  .mutation(({ ctx, input }) => writing(ctx, (begun) => restoreItem(begun, input)));
