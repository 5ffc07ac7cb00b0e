import type { Changes } from "@stowage/contract/events";
import type { Item, UpdateItem } from "@stowage/contract/items";
import { requirePlace } from "../../bounds/within.ts";
import { checkExternalId, checkRoomForItem, nextItem, placeFor, recordItem } from "../items/item-rows.ts";
import { removeItem } from "../items/remove-item.ts";
import { updateItem } from "../items/update-item.ts";
import { PRESENCE } from "./later-events.ts";
import { type Past, requireAsLeft, reversed, snapshotIn, valuesBefore } from "./past.ts";
import { unlessRefused } from "./skipped.ts";

/** Into the trash. */
export async function putBackItemCreated(past: Past): Promise<Changes> {
  past.later.requireUntouched(past.event);
  return trash(past);
}

/** Into the trash again. */
export async function putBackItemRestored(past: Past): Promise<Changes> {
  past.later.requireUnchanged(past.event, [PRESENCE]);
  return trash(past);
}

async function trash(past: Past): Promise<Changes> {
  const { id } = await keptItem(past);
  const { deleted_at } = await removeItem(past.writing, { id });
  return { deleted_at: { old: null, new: deleted_at } };
}

/** Out of the trash, to exactly where it was. */
export async function putBackItemDeleted({ writing, later, event }: Past): Promise<Changes> {
  const before = await writing.items.get(event.subject_id);
  if (!before) throw later.missing(event);
  later.requireUnchanged(event, [PRESENCE]);
  const { bin_id, location_id } = snapshotIn<Item>(event);
  const changes = { deleted_at: { old: before.deleted_at, new: null } };
  await unlessRefused({ conflict: "name_taken", validation_failed: "place_gone" }, async () => {
    requirePlace(writing.by.reach, bin_id ?? location_id, "/id");
    const place = await placeFor(writing, { bin_id, location_id });
    await checkExternalId(writing, before.id, before.external_id);
    checkRoomForItem(writing);
    const after = nextItem(writing, before, { ...place, deleted_at: null });
    recordItem(writing, { type: "item.restored", before, after, changes });
  });
  return changes;
}

/** Each changed field gets its value from before. */
export async function putBackItemChanged(past: Past): Promise<Changes> {
  const { writing, event } = past;
  const before = await keptItem(past);
  requireAsLeft(past, before);
  const patch = { ...valuesBefore(event), id: before.id } as UpdateItem; // fields of an item, from its own event
  await unlessRefused({ conflict: "name_taken", validation_failed: "place_gone" }, () =>
    updateItem(writing, patch),
  );
  return reversed(event.changes);
}

async function keptItem({ writing, later, event }: Past): Promise<Item> {
  const item = await writing.items.get(event.subject_id);
  if (!item) throw later.missing(event);
  if (item.deleted_at !== null) later.requireUnchanged(event, [PRESENCE]);
  return item;
}
