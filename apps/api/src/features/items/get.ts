import { Item, ItemRef } from "@stowage/contract/items";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getItem } from "./store.ts";

/**
 * One item.
 * @throws not_found
 */
export const get = scoped("items:read")
  .meta(rest("GET /items/{id}", "Get an item"))
  .input(ItemRef)
  .output(Item)
  .query(({ ctx, input }) => getItem(ctx.db, { reach: ctx.reach, id: input.id }));
