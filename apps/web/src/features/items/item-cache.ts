import type { Item } from "@stowage/contract/items";
import { queryClient, trpc } from "../../lib/trpc.ts";

interface Page {
  data: Item[];
}

/** Writes what changed of one item into every list and page that shows it, without moving rows about. */
export function patchCachedItem(id: string, patch: Partial<Item>): void {
  queryClient.setQueriesData<Item>({ queryKey: trpc.items.get.pathKey() }, (item) =>
    item?.id === id ? { ...item, ...patch } : item,
  );
  queryClient.setQueriesData<Page>({ queryKey: trpc.items.list.pathKey() }, (page) =>
    page?.data.some((item) => item.id === id)
      ? { ...page, data: page.data.map((item) => (item.id === id ? { ...item, ...patch } : item)) }
      : page,
  );
}

/** After a change that may add, remove or move rows: everything about items, and what tells of them, is asked anew. */
export async function refreshItems(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: trpc.items.pathKey() }),
    queryClient.invalidateQueries({ queryKey: trpc.events.pathKey() }),
  ]);
}

/** An item as any list or page knows it. */
export function cachedItem(id: string): Item | undefined {
  const singles = queryClient.getQueriesData<Item>({ queryKey: trpc.items.get.pathKey() });
  const single = singles.find(([, item]) => item?.id === id)?.[1];
  if (single) return single;
  for (const [, page] of queryClient.getQueriesData<Page>({ queryKey: trpc.items.list.pathKey() })) {
    const found = page?.data.find((item) => item.id === id);
    if (found) return found;
  }
  return undefined;
}
