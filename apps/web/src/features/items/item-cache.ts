import type { Item } from "@stowage/contract/items";
import { queryClient, trpc } from "../../lib/trpc.ts";

interface Page {
  data: Item[];
}

/** Writes what changed of one item into every list and page that shows it, without moving rows about. */
export function patchCachedItem(id: string, patch: Partial<Item>): void {
  const patchPage = <P extends Page>(page: P): P => ({
    ...page,
    data: page.data.map((item) => (item.id === id ? { ...item, ...patch } : item)),
  });
  queryClient.setQueryData(trpc.items.get.queryKey({ id }), (item) => (item ? { ...item, ...patch } : item));
  queryClient.setQueriesData<Page | { pages: Page[] }>({ queryKey: trpc.items.list.pathKey() }, (cached) => {
    if (!cached) return cached;
    return "pages" in cached ? { ...cached, pages: cached.pages.map(patchPage) } : patchPage(cached);
  });
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
  const single = queryClient.getQueryData(trpc.items.get.queryKey({ id }));
  if (single) return single;
  const lists = queryClient.getQueriesData<Page | { pages: Page[] }>({ queryKey: trpc.items.list.pathKey() });
  for (const [, cached] of lists) {
    const rows = cached && ("pages" in cached ? cached.pages.flatMap((page) => page.data) : cached.data);
    const found = rows?.find((item) => item.id === id);
    if (found) return found;
  }
  return undefined;
}
