import { RemoveItem } from "@stowage/contract/items";
import { receiptOf } from "@stowage/contract/receipts";
import { items } from "@stowage/db/schema/inventory";
import { and, eq, sql } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { checkVersion } from "../../writes/check-version.ts";
import { lockItem } from "./store.ts";

/**
 * Puts an item into the trash.
 * @throws not_found
 * @throws version_mismatch
 */
export const remove = scoped("items:delete")
  .meta(rest("DELETE /items/{id}", "Delete an item"))
  .input(RemoveItem)
  .output(receiptOf("item"))
  .mutation(({ ctx, input }) => removeItem(ctx, input));

function removeItem(ctx: ScopedContext, input: RemoveItem) {
  const { workspace_id } = ctx;
  return ctx.db.transaction(async (tx) => {
    const item = await lockItem(tx, { reach: ctx.reach, id: input.id });
    checkVersion("item", item, input.if_version);
    const deleted_at = instantNow(ctx.deps);
    await tx
      .update(items)
      .set({ deleted_at, updated_at: deleted_at, version: sql`${items.version} + 1` })
      .where(and(eq(items.workspace_id, workspace_id), eq(items.id, item.id)));
    const event = { subject_id: item.id, subject_name: item.name, data: { snapshot: item } };
    await recordEvent(tx, ctx, { type: "item.deleted", ...event });
    return { id: item.id, deleted_at };
  });
}
