import type { RemoveItem } from "@stowage/contract/items";
import { checkVersion } from "../../writes/check-version.ts";
import type { Writing } from "../writing.ts";
import { nextItem, recordItem } from "./item-rows.ts";

/** Into the trash. @throws not_found, version_mismatch */
export async function removeItem(writing: Writing, { id, if_version }: RemoveItem) {
  const before = await writing.item(id);
  checkVersion("item", before, if_version);
  const after = nextItem(writing, before, { deleted_at: writing.at });
  const event_seq = recordItem(writing, {
    type: "item.deleted",
    before: after,
    after,
    data: { snapshot: before },
  });
  return { id, deleted_at: writing.at, event_seq };
}
