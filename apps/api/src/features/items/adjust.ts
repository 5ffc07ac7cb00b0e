import { AdjustedItem, AdjustItem } from "@stowage/contract/items";
import { items } from "@stowage/db/schema/inventory";
import { and, eq, sql } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { adjustedQuantity } from "./policy.ts";
import { itemColumns, lockItem, recordItemEvents } from "./store.ts";

/**
 * Adds to, takes from, or counts an item's stock, in one step that no other write can come between.
 * A count that finds what was there already records nothing.
 * @throws not_found
 * @throws insufficient_stock  less than nothing would be left
 * @throws conflict  `if_quantity` is not the quantity
 */
export const adjust = scoped("items:write")
  .meta(rest("POST /items/{id}/adjust", "Adjust an item's quantity"))
  .input(AdjustItem)
  .output(AdjustedItem)
  .mutation(({ ctx, input }) => adjustItem(ctx, input));

function adjustItem(ctx: ScopedContext, { id, ...adjustment }: AdjustItem): Promise<AdjustedItem> {
  const { workspace_id } = ctx;
  return ctx.db.transaction(async (tx) => {
    const before = await lockItem(tx, { reach: ctx.reach, id });
    const quantity = adjustedQuantity(before, adjustment);
    if (quantity === before.quantity) return { ...before, event_seq: null };
    const [after] = await tx
      .update(items)
      .set({ quantity, version: sql`${items.version} + 1`, updated_at: instantNow(ctx.deps) })
      .where(and(eq(items.workspace_id, workspace_id), eq(items.id, id)))
      .returning(itemColumns);
    if (!after) throw new Error("the row is locked, so it is there");
    const event_seq = await recordItemEvents(tx, ctx, {
      type: "item.quantity_changed",
      before,
      after,
      changes: { quantity: { old: before.quantity, new: after.quantity } },
      data: adjustment.reason === undefined ? {} : { reason: adjustment.reason },
    });
    return { ...after, event_seq };
  });
}
