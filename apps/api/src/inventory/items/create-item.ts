import type { CreateItem, Item } from "@stowage/contract/items";
import { newId } from "@stowage/db/new-id";
import { requirePlace } from "../../bounds/within.ts";
import { checkOnePlace } from "../../features/items/policy.ts";
import type { Writing } from "../writing.ts";
import { checkExternalId, checkRoomForItem, derived, placeFor, putItem, recordItem } from "./item-rows.ts";

/**
 * @param id  for what comes back from elsewhere with an id of its own; by default it gets a new one
 * @throws not_found, validation_failed, conflict, limit_reached
 */
export async function createItem(
  writing: Writing,
  input: CreateItem,
  { id = newId("item"), data = {} }: { id?: string; data?: Record<string, unknown> } = {},
): Promise<Item> {
  checkOnePlace(input);
  requirePlace(writing.by.reach, input.bin_id ?? input.location_id, "/location_id");
  const values = await placeFor(writing, input);
  await checkExternalId(writing, id, values.external_id);
  checkRoomForItem(writing);
  const { at } = writing;
  const item = derived({
    ...values,
    id,
    reserved: 0,
    available: 0,
    is_low: false,
    version: 1,
    created_at: at,
    updated_at: at,
    deleted_at: null,
  });
  putItem(writing, null, item);
  recordItem(writing, { type: "item.created", before: null, after: item, data: { ...values, ...data } });
  return item;
}
