import type { BulkAnswer, BulkItems } from "@stowage/contract/bulk";
import type { Item } from "@stowage/contract/items";
import { deleteThing } from "../../components/things/delete-thing.ts";
import { mutate } from "../../lib/mutate.ts";
import { showProblem } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { refreshItems } from "./item-cache.ts";

/** Writes many items in one request; what is refused is said of each. */
export function sendItems(operations: BulkItems["operations"]): Promise<BulkAnswer> {
  return mutate(trpc.items.bulk.mutationOptions(), { atomic: false, operations });
}

export function restoreItem(id: string): Promise<unknown> {
  return mutate(trpc.items.restore.mutationOptions(), { id });
}

/** Puts an item into the trash, with a way back. */
export async function deleteItem(
  { id, name }: Pick<Item, "id" | "name">,
  onDeleted?: () => void,
): Promise<void> {
  try {
    await deleteThing({
      name,
      remove: () => mutate(trpc.items.remove.mutationOptions(), { id }),
      refresh: refreshItems,
      onDeleted,
    });
  } catch (error) {
    showProblem(`${name} was not deleted.`, error);
  }
}
