import { Item, UpdateItem } from "@stowage/contract/items";
import { items } from "@stowage/db/schema/inventory";
import { and, eq, sql } from "drizzle-orm";
import { requirePlace } from "../../bounds/within.ts";
import { instantNow } from "../../deps.ts";
import { conflict } from "../../problems.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { changesOf } from "../../writes/changes.ts";
import { checkVersion } from "../../writes/check-version.ts";
import { onUniqueViolation } from "../../writes/unique-violation.ts";
import { checkOnePlace, eventTypeOf, patchedPlace } from "./policy.ts";
import { itemColumns, keepPlace, lockItem, recordItemEvents } from "./store.ts";

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
  .mutation(({ ctx, input }) => {
    const taken = conflict(`There is already an item with the external id ${input.external_id}.`);
    return onUniqueViolation({ items_external_id: taken }, () => updateItem(ctx, input));
  });

function updateItem(ctx: ScopedContext, { id, if_version, ...sent }: UpdateItem): Promise<Item> {
  checkOnePlace(sent);
  const { workspace_id, reach } = ctx;
  return ctx.db.transaction(async (tx) => {
    const before = await lockItem(tx, { reach, id });
    checkVersion("item", before, if_version);
    const patch = await keepPlace(tx, reach, patchedPlace(sent));
    const { values, changes, isEmpty } = changesOf(before, patch);
    if (isEmpty) return before;
    const { bin_id, location_id } = { ...before, ...values };
    requirePlace(reach, bin_id ?? location_id, "bin_id" in values ? "/bin_id" : "/location_id");
    const [after] = await tx
      .update(items)
      .set({ ...values, version: sql`${items.version} + 1`, updated_at: instantNow(ctx.deps) })
      .where(and(eq(items.workspace_id, workspace_id), eq(items.id, id)))
      .returning(itemColumns);
    if (!after) throw new Error("the row is locked, so it is there");
    await recordItemEvents(tx, ctx, { type: eventTypeOf(changes), before, after, changes });
    return after;
  });
}
