import { RemoveItem } from "@stowage/contract/items";
import { receiptOf } from "@stowage/contract/receipts";
import { removeItem } from "../../inventory/items/remove-item.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Puts an item into the trash.
 * @throws not_found
 * @throws version_mismatch
 */
export const remove = scoped("items:delete")
  .meta(rest("DELETE /items/{id}", "Delete an item"))
  .input(RemoveItem)
  .output(receiptOf("item"))
  .mutation(({ ctx, input }) => writing(ctx, (begun) => removeItem(begun, input)));
