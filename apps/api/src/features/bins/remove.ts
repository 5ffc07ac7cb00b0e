import { RemoveBin } from "@stowage/contract/bins";
import { receiptOf } from "@stowage/contract/receipts";
import { bins, items } from "@stowage/db/schema/inventory";
import { and, count, eq, isNull, sql } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import { conflict } from "../../problems.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { checkVersion } from "../../writes/check-version.ts";
import { lockBin } from "./store.ts";

/**
 * Puts an empty bin into the trash.
 * @throws not_found
 * @throws conflict  items are in it
 * @throws version_mismatch
 */
export const remove = scoped("bins:delete")
  .meta(rest("DELETE /bins/{id}", "Delete a bin"))
  .input(RemoveBin)
  .output(receiptOf("bin"))
  .mutation(({ ctx, input }) => removeBin(ctx, input));

function removeBin(ctx: ScopedContext, input: RemoveBin) {
  const { workspace_id } = ctx;
  return ctx.db.transaction(async (tx) => {
    const bin = await lockBin(tx, { reach: ctx.reach, id: input.id });
    checkVersion("bin", bin, input.if_version);
    const [held] = await tx
      .select({ items: count() })
      .from(items)
      .where(and(eq(items.workspace_id, workspace_id), eq(items.bin_id, bin.id), isNull(items.deleted_at)));
    if (held && held.items > 0)
      throw conflict(`${held.items} items are in ${bin.name}. Move or delete them first.`);
    const deleted_at = instantNow(ctx.deps);
    await tx
      .update(bins)
      .set({ deleted_at, updated_at: deleted_at, version: sql`${bins.version} + 1` })
      .where(and(eq(bins.workspace_id, workspace_id), eq(bins.id, bin.id)));
    const event = { subject_id: bin.id, subject_name: bin.name, data: { snapshot: bin } };
    await recordEvent(tx, ctx, { type: "bin.deleted", ...event });
    return { id: bin.id, deleted_at };
  });
}
