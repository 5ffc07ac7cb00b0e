import { GetItem, ItemView } from "@stowage/contract/items";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getItem, widenItems } from "./store.ts";

/**
 * One item.
 * @throws not_found
 */
export const get = scoped("items:read")
  .meta(rest("GET /items/{id}", "Get an item"))
  .input(GetItem)
  .output(ItemView)
  .query(async ({ ctx, input }) => {
    const item = await getItem(ctx.db, { reach: ctx.reach, id: input.id });
    const [view = item] = await widenItems(ctx.db, ctx.reach, [item], input.include);
    return view;
  });
