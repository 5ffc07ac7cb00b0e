import type { Changes } from "@stowage/contract/events";
import type { Item, RestoreItem } from "@stowage/contract/items";
import { notFound } from "../../problems.ts";
import { checkVersion } from "../../writes/check-version.ts";
import type { Writing } from "../writing.ts";
import { checkExternalId, checkRoomForItem, nextItem, recordItem } from "./item-rows.ts";

/**
 * Out of the trash, to where it was; where its bin is not there any more, to where that stood. What is not in the trash
 * stays as it is.
 * @throws not_found, version_mismatch, conflict, limit_reached
 */
export async function restoreItem(writing: Writing, { id, if_version }: RestoreItem): Promise<Item> {
  const before = await writing.items.get(id);
  if (!before) throw notFound("item", id);
  checkVersion("item", before, if_version);
  if (before.deleted_at === null) return before;
  const place = await placeOfOld(writing, before);
  await checkExternalId(writing, id, before.external_id);
  checkRoomForItem(writing);
  const after = nextItem(writing, before, { ...place, deleted_at: null });
  const changes: Changes = {};
  for (const field of ["deleted_at", "bin_id", "location_id"] as const)
    if (before[field] !== after[field]) changes[field] = { old: before[field], new: after[field] };
  recordItem(writing, { type: "item.restored", before, after, changes });
  return after;
}

/** Its place, as far as that is still there. */
async function placeOfOld(
  writing: Writing,
  { bin_id, location_id }: Item,
): Promise<Pick<Item, "bin_id" | "location_id">> {
  if (bin_id === null) return { bin_id, location_id };
  const bin = await writing.bins.get(bin_id);
  if (bin?.deleted_at === null) return { bin_id, location_id: null };
  return { bin_id: null, location_id: bin?.location_id ?? null };
}
