import { ItemPage, ListItems } from "@stowage/contract/items";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { listItems } from "./store.ts";

/** Lists items, the last changed first; those in the trash are left out. */
export const list = scoped("items:read")
  .meta(rest("GET /items", "List items", { revision: true }))
  .input(ListItems)
  .output(ItemPage)
  .query(({ ctx, input }) => listItems(ctx.db, ctx.reach, input));
