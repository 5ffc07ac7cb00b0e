import { Item, UpdateItem } from "@stowage/contract/items";
import { updateItem } from "../../inventory/items/update-item.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Changes an item; a new `bin_id` or `location_id` moves it there from where it was. Fields that are not sent stay.
 * @throws not_found  item, bin or location is not in the caller's workspace or bounds
 * @throws validation_failed  a bounded key would put it into the inbox
 * @throws conflict  the external id is taken
 * @throws version_mismatch
 */
export const update = scoped("items:write")
  .meta(rest("PATCH /items/{id}", "Change or move an item"))
  .input(UpdateItem)
  .output(Item)
  .mutation(({ ctx, input }) => writing(ctx, (begun) => updateItem(begun, input)));
