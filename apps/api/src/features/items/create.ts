import { CreateItem, Item } from "@stowage/contract/items";
import { WORKSPACE_ITEMS_MAX } from "@stowage/contract/limits";
import { newId } from "@stowage/db/new-id";
import { items } from "@stowage/db/schema/inventory";
import { requirePlace } from "../../bounds/within.ts";
import { instantNow } from "../../deps.ts";
import { conflict, limitReached } from "../../problems.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { onUniqueViolation } from "../../writes/unique-violation.ts";
import { checkOnePlace } from "./policy.ts";
import { countItems, itemColumns, keepPlace, recordItemEvents } from "./store.ts";

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
  .mutation(({ ctx, input }) => {
    const taken = conflict(`There is already an item with the external id ${input.external_id}.`);
    return onUniqueViolation({ items_external_id: taken }, () => createItem(ctx, input));
  });

function createItem(ctx: ScopedContext, input: CreateItem): Promise<Item> {
  checkOnePlace(input);
  const { workspace_id, reach } = ctx;
  requirePlace(reach, input.bin_id ?? input.location_id, "/location_id");
  return ctx.db.transaction(async (tx) => {
    const values = await keepPlace(tx, reach, input);
    if ((await countItems(tx, workspace_id)) >= WORKSPACE_ITEMS_MAX)
      throw limitReached(`A workspace holds at most ${WORKSPACE_ITEMS_MAX} items.`);
    const at = instantNow(ctx.deps);
    const [item] = await tx
      .insert(items)
      .values({ ...values, id: newId("item"), workspace_id, created_at: at, updated_at: at })
      .returning(itemColumns);
    if (!item) throw new Error("an insert returns its row");
    await recordItemEvents(tx, ctx, { type: "item.created", before: null, after: item, data: values });
    return item;
  });
}
