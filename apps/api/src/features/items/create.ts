import { CreateItem, Item } from "@stowage/contract/items";
import { createItem } from "../../inventory/items/create-item.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Creates an item in a bin, in a location, or, without either, in the inbox.
 * @throws not_found  bin or location is not in the caller's workspace or bounds
 * @throws validation_failed  a bounded key names neither
 * @throws conflict  the external id is taken
 * @throws limit_reached  100,000 items
 */
export const create = scoped("items:write")
  .meta(rest("POST /items", "Create an item", { status: 201 }))
  .input(CreateItem)
  .output(Item)
  .mutation(({ ctx, input }) => writing(ctx, (begun) => createItem(begun, input)));
