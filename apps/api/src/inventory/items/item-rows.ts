import type { Changes, EventType } from "@stowage/contract/events";
import type { Item } from "@stowage/contract/items";
import { WORKSPACE_ITEMS_MAX } from "@stowage/contract/limits";
import { crossing, roundedQuantity } from "../../features/items/policy.ts";
import { conflict, limitReached } from "../../problems.ts";
import type { Writing } from "../writing.ts";

/** An item whose generated columns say what the database will say. */
export function derived(item: Item): Item {
  return {
    ...item,
    is_low: item.min_quantity !== null && item.quantity <= item.min_quantity,
    available: roundedQuantity(item.quantity - item.reserved),
  };
}

/** Puts an item's next state, or the first, into the place of the one before. */
export function putItem(writing: Writing, before: Item | null, after: Item): Item {
  writing.items.put(after);
  writing.externalIds.follow(before, after);
  const wasKept = before !== null && before.deleted_at === null;
  const isKept = after.deleted_at === null;
  if (wasKept !== isKept) writing.count("item", isKept ? 1 : -1);
  return after;
}

/** The next state of an item that is there already. */
export function nextItem(writing: Writing, before: Item, patch: Partial<Item>): Item {
  const written = { version: before.version + 1, updated_at: writing.at };
  return putItem(writing, before, derived({ ...before, ...patch, ...written }));
}

/** @throws limit_reached  the workspace is full */
export function checkRoomForItem({ counts }: Writing): void {
  if (counts.item_count >= WORKSPACE_ITEMS_MAX)
    throw limitReached(`A workspace holds at most ${WORKSPACE_ITEMS_MAX} items.`);
}

/**
 * Records a change of an item and, when it crossed its minimum, that too.
 * @returns the first event's `seq`
 */
export function recordItem(writing: Writing, { type, before, after, changes, data }: ItemEvent): number {
  const subject = { subject_id: after.id, subject_name: after.name };
  const seq = writing.record({ type, ...subject, ...(changes && { changes }), ...(data && { data }) });
  const crossed = crossing(before, after);
  if (crossed)
    writing.record({
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

/**
 * The place an item is put into, with a bin's code turned into its id.
 * @throws not_found  it is not there for the caller
 */
export async function placeFor<Place extends { bin_id?: string | null; location_id?: string | null }>(
  writing: Writing,
  place: Place,
): Promise<Place> {
  if (place.location_id) await writing.location(place.location_id);
  if (!place.bin_id) return place;
  const bin = await writing.bin(place.bin_id);
  return { ...place, bin_id: bin.id };
}

/** @throws conflict  another item has the external id, wherever that lies */
export async function checkExternalId(
  { externalIds }: Writing,
  id: string,
  external_id: string | null,
): Promise<void> {
  if (external_id === null) return;
  const holder = await externalIds.holder(external_id);
  if (holder !== null && holder !== id)
    throw conflict(`There is already an item with the external id ${external_id}.`);
}
