import type { Item, MovedItem, MoveItem } from "@stowage/contract/items";
import { newId } from "@stowage/db/new-id";
import { requirePlace } from "../../bounds/within.ts";
import { checkEnough, movedPlace, roundedQuantity } from "../../features/items/policy.ts";
import { checkVersion } from "../../writes/check-version.ts";
import type { Writing } from "../writing.ts";
import { createItem } from "./create-item.ts";
import { nextItem, placeFor, recordItem } from "./item-rows.ts";

type Place = Pick<Item, "bin_id" | "location_id">;

/**
 * All of an item, or a part that becomes an item of its own.
 * @throws not_found, validation_failed, version_mismatch, insufficient_stock, limit_reached
 */
export async function moveItem(
  writing: Writing,
  { id, quantity, if_version, ...to }: MoveItem,
): Promise<MovedItem> {
  const before = await writing.item(id);
  const wanted = movedPlace(to);
  checkVersion("item", before, if_version);
  requirePlace(
    writing.by.reach,
    wanted.bin_id ?? wanted.location_id,
    to.to_bin_id === undefined ? "/to_location_id" : "/to_bin_id",
  );
  const place = await placeFor(writing, wanted);
  checkEnough(before, quantity);
  if (before.bin_id === place.bin_id && before.location_id === place.location_id)
    return { item: before, event_seq: null };
  if (quantity === undefined || quantity === before.quantity) return moveWhole(writing, before, place);
  return splitOff(writing, before, place, quantity);
}

function moveWhole(writing: Writing, before: Item, place: Place): MovedItem {
  const after = nextItem(writing, before, place);
  const changes = Object.fromEntries(
    (["bin_id", "location_id"] as const)
      .filter((field) => before[field] !== after[field])
      .map((field) => [field, { old: before[field], new: after[field] }]),
  );
  return { item: after, event_seq: recordItem(writing, { type: "item.moved", before, after, changes }) };
}

/** What names one single thing elsewhere, the external id and the serial number, stays with the rest. */
async function splitOff(writing: Writing, before: Item, place: Place, quantity: number): Promise<MovedItem> {
  const part_id = newId("item");
  const item = nextItem(writing, before, { quantity: roundedQuantity(before.quantity - quantity) });
  const event_seq = recordItem(writing, {
    type: "item.quantity_changed",
    before,
    after: item,
    changes: { quantity: { old: before.quantity, new: item.quantity } },
    data: { split_into: part_id },
  });
  const { name, unit, min_quantity, barcodes, sku, notes, tags, custom_fields } = before;
  const { expires_on, model, manufacturer } = before;
  const moved_item = await createItem(
    writing,
    {
      ...{ name, unit, min_quantity, barcodes, sku, notes, tags, custom_fields },
      ...{ expires_on, model, manufacturer },
      ...place,
      quantity,
      external_id: null,
      serial_number: null,
    },
    { id: part_id, data: { split_from: before.id } },
  );
  return { item, moved_item, event_seq };
}
