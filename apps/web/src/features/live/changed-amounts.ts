import type { QueryKey } from "@tanstack/react-query";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { cachedItem, patchCachedItem } from "../items/item-cache.ts";

/** More than so many at once are a bulk, and cheaper to read as lists. */
const SINGLE_ITEMS_MAX = 10;

/**
 * Shows the new amount of items where they stand. Asked for anew, a list by time of change would move the row away under
 * the hand that is just counting there.
 */
export async function refreshAmounts(ids: readonly string[]): Promise<void> {
  const shown = ids.filter(cachedItem);
  if (shown.length > SINGLE_ITEMS_MAX)
    return queryClient.invalidateQueries({ queryKey: trpc.items.pathKey() });
  await Promise.all([...shown.map(refreshAmount), queryClient.invalidateQueries({ predicate: isByAmount })]);
}

async function refreshAmount(id: string): Promise<void> {
  // One that is gone by now is told of by its own event.
  const item = await queryClient
    .fetchQuery(trpc.items.get.queryOptions({ id }, { staleTime: 0 }))
    .catch(() => null);
  if (item && queryClient.isMutating() === 0) patchCachedItem(id, item);
}

/** Lists that an amount decides what is in. */
const isByAmount = ({ queryKey }: { queryKey: QueryKey }) =>
  JSON.stringify(queryKey).includes('"low_stock":true');
