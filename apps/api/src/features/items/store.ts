import type { Changes, EventType } from "@stowage/contract/events";
import type { Item, ListItems } from "@stowage/contract/items";
import type { Db } from "@stowage/db/open-database";
import { prepared, type Transaction } from "@stowage/db/prepared";
import { items } from "@stowage/db/schema/inventory";
import { and, arrayContains, count, eq, isNull, type SQL, sql } from "drizzle-orm";
import { within, withinFilter } from "../../bounds/within.ts";
import { recordEvent } from "../../events.ts";
import type { Reach, WorkspaceId } from "../../gate/caller.ts";
import { byInstant, byNumber, byText, type Filter, listPage } from "../../lists/paging.ts";
import { textFilter } from "../../lists/text-search.ts";
import { notFound } from "../../problems.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { keepBin } from "../bins/store.ts";
import { keepLocation } from "../locations/store.ts";
import { crossing, roundedQuantity } from "./policy.ts";

/** The columns of an item on the wire. */
export const itemColumns = {
  id: items.id,
  name: items.name,
  bin_id: items.bin_id,
  location_id: items.location_id,
  quantity: items.quantity,
  unit: items.unit,
  min_quantity: items.min_quantity,
  is_low: items.is_low,
  barcodes: items.barcodes,
  sku: items.sku,
  external_id: items.external_id,
  notes: items.notes,
  tags: items.tags,
  custom_fields: items.custom_fields,
  expires_on: items.expires_on,
  serial_number: items.serial_number,
  model: items.model,
  manufacturer: items.manufacturer,
  version: items.version,
  created_at: items.created_at,
  updated_at: items.updated_at,
};

interface Key {
  reach: Reach;
  id: string;
}

/** @throws not_found */
export async function getItem(db: Db, { reach, id }: Key): Promise<Item> {
  const { name, condition, values } = withinFilter("items", reach);
  const query = prepared(db, `item_get_${name}`, (prepare) =>
    prepare
      .select(itemColumns)
      .from(items)
      .where(and(condition, eq(items.id, sql.placeholder("id")), isNull(items.deleted_at))),
  );
  const [item] = await query.execute({ ...values, id });
  if (!item) throw notFound("item", id);
  return item;
}

/** @throws not_found */
export async function lockItem(tx: Transaction, { reach, id }: Key): Promise<Item> {
  const [item] = await tx
    .select(itemColumns)
    .from(items)
    .where(and(within("items", reach), eq(items.id, id), isNull(items.deleted_at)))
    .for("update");
  if (!item) throw notFound("item", id);
  return item;
}

export async function countItems(tx: Transaction, workspace_id: WorkspaceId): Promise<number> {
  const [row] = await tx
    .select({ total: count() })
    .from(items)
    .where(and(eq(items.workspace_id, workspace_id), isNull(items.deleted_at)));
  return row?.total ?? 0;
}

/**
 * Makes sure that the place an item is put into exists and stays. A bin may be named by its label's code; the answer
 * has its id.
 * @throws not_found
 */
export async function keepPlace<Place extends { bin_id?: string | null; location_id?: string | null }>(
  tx: Transaction,
  reach: Reach,
  place: Place,
): Promise<Place> {
  if (place.location_id) await keepLocation(tx, { reach, id: place.location_id });
  if (!place.bin_id) return place;
  const bin = await keepBin(tx, { reach, id: place.bin_id });
  return { ...place, bin_id: bin.id };
}

export function listItems(db: Db, reach: Reach, input: ListItems) {
  return listPage<Item>({
    db,
    name: "items",
    table: items,
    id: items.id,
    columns: itemColumns,
    sorts: {
      name: byText(items.name),
      created_at: byInstant(items.created_at),
      updated_at: byInstant(items.updated_at),
      quantity: byNumber(items.quantity),
    },
    filters: [
      withinFilter("items", reach),
      only("kept", isNull(items.deleted_at), {}),
      input.bin_id === undefined
        ? null
        : only("bin", eq(items.bin_id, sql.placeholder("bin_id")), { bin_id: input.bin_id }),
      input.location_id === undefined
        ? null
        : only("location", eq(items.location_id, sql.placeholder("location_id")), {
            location_id: input.location_id,
          }),
      input.tag === undefined
        ? null
        : only("tag", arrayContains(items.tags, sql`array[${sql.placeholder("tag")}]::text[]`), {
            tag: input.tag,
          }),
      input.low_stock === undefined
        ? null
        : only(input.low_stock ? "low" : "stocked", lowIs(input.low_stock), {}),
      textFilter(items.search_text, input.q),
    ],
    page: input,
  });
}

/** Written as the partial index has it, so that the planner can use it. */
const lowIs = (isLow: boolean): SQL => (isLow ? sql`${items.is_low}` : sql`not ${items.is_low}`);

function only(name: string, condition: SQL | undefined, values: Record<string, unknown>): Filter {
  return { name, condition, values };
}

/**
 * Records a change of an item and, when it crossed its minimum, that too; both in the change's transaction.
 * @returns the first event's `seq`
 */
export async function recordItemEvents(
  tx: Transaction,
  ctx: ScopedContext,
  { type, before, after, changes, data }: ItemEvent,
): Promise<number> {
  const subject = { subject_id: after.id, subject_name: after.name };
  const seq = await recordEvent(tx, ctx, {
    type,
    ...subject,
    ...(changes && { changes }),
    ...(data && { data }),
  });
  const crossed = crossing(before, after);
  if (crossed)
    await recordEvent(tx, ctx, {
      type: crossed,
      ...subject,
      data: {
        quantity: after.quantity,
        min_quantity: after.min_quantity,
        missing: roundedQuantity(Math.max(0, (after.min_quantity ?? 0) - after.quantity)),
      },
    });
  return seq;
}

interface ItemEvent {
  type: EventType;
  before: Item | null;
  after: Item;
  changes?: Changes;
  data?: Record<string, unknown>;
}
