import type { Item, UpdateItem } from "@stowage/contract/items";
import { requirePlace } from "../../bounds/within.ts";
import { checkOnePlace, eventTypeOf, patchedPlace } from "../../features/items/policy.ts";
import { changesOf } from "../../writes/changes.ts";
import { checkVersion } from "../../writes/check-version.ts";
import type { Writing } from "../writing.ts";
import { checkExternalId, nextItem, placeFor, recordItem } from "./item-rows.ts";

/** @throws not_found, validation_failed, conflict, version_mismatch */
export async function updateItem(writing: Writing, { id, if_version, ...sent }: UpdateItem): Promise<Item> {
  checkOnePlace(sent);
  const before = await writing.item(id);
  checkVersion("item", before, if_version);
  const patch = await placeFor(writing, patchedPlace(sent));
  const { values, changes, isEmpty } = changesOf(before, patch);
  if (isEmpty) return before;
  const { bin_id, location_id } = { ...before, ...values };
  requirePlace(writing.by.reach, bin_id ?? location_id, "bin_id" in values ? "/bin_id" : "/location_id");
  if (values.external_id != null) await checkExternalId(writing, id, values.external_id);
  const after = nextItem(writing, before, values as Partial<Item>); // a patch has none of the undefined ones
  recordItem(writing, { type: eventTypeOf(changes), before, after, changes });
  return after;
}
