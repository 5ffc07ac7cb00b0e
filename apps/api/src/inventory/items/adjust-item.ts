import type { AdjustedItem, AdjustItem } from "@stowage/contract/items";
import { adjustedQuantity } from "../../features/items/policy.ts";
import { checkVersion } from "../../writes/check-version.ts";
import type { Writing } from "../writing.ts";
import { nextItem, recordItem } from "./item-rows.ts";

/**
 * @param data  said in the event, beside the reason
 * @throws not_found, version_mismatch, insufficient_stock, conflict, validation_failed
 */
export async function adjustItem(
  writing: Writing,
  { id, if_version, ...adjustment }: AdjustItem,
  data: Record<string, unknown> = {},
): Promise<AdjustedItem> {
  const before = await writing.item(id);
  checkVersion("item", before, if_version);
  const quantity = adjustedQuantity(before, adjustment);
  if (quantity === before.quantity) return { ...before, event_seq: null };
  const after = nextItem(writing, before, { quantity });
  const event_seq = recordItem(writing, {
    type: "item.quantity_changed",
    before,
    after,
    changes: { quantity: { old: before.quantity, new: after.quantity } },
    data: { ...data, ...(adjustment.reason !== undefined && { reason: adjustment.reason }) },
  });
  return { ...after, event_seq };
}
