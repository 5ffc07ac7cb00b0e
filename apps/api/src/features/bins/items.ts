import { ItemPage, ListBinItems } from "@stowage/contract/items";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { listItems } from "../items/store.ts";
import { getBin } from "./store.ts";

/**
 * Lists the items in a bin, with the filters of all items.
 * @throws not_found
 */
export const items = scoped(["bins:read", "items:read"])
  .meta(rest("GET /bins/{id}/items", "List what is in a bin", { revision: true }))
  .input(ListBinItems)
  .output(ItemPage)
  .query(async ({ ctx, input: { id, ...filters } }) => {
    const bin = await getBin(ctx.db, { reach: ctx.reach, id });
    return listItems(ctx.db, ctx.reach, { ...filters, bin_id: bin.id });
  });
