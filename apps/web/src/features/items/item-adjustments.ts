import type { Item } from "@stowage/contract/items";
import { notifyManager } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { formatQuantity } from "../../lib/format.ts";
import { problemOf } from "../../lib/problem.ts";
import { showProblem, showToast } from "../../lib/toasts.ts";
import { OUTLIVES_PAGE, queryClient, trpc } from "../../lib/trpc.ts";
import { beforeLeaving } from "../../lib/where.ts";
import { createAdjustQueue, roundQuantity, tapDelta } from "./adjust-queue.ts";
import { cachedItem, patchCachedItem, refreshItems } from "./item-cache.ts";

const queue = createAdjustQueue({
  send: async (id, delta) => {
    // A list on its way would bring the quantity from before this change.
    await queryClient.cancelQueries({ queryKey: trpc.items.pathKey() });
    const options = trpc.items.adjust.mutationOptions({ trpc: OUTLIVES_PAGE });
    const adjust = queryClient.getMutationCache().build(queryClient, options);
    const { event_seq: _, ...item } = await adjust.execute({ id, delta });
    patchCachedItem(id, item);
    void queryClient.invalidateQueries({ queryKey: trpc.events.pathKey() });
  },
  onRejected: (id, error) => {
    explainRejection(id, error);
    void refreshItems();
  },
  notifyLater: (run) => notifyManager.schedule(run),
});

if (typeof document !== "undefined") {
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") queue.flush();
  });
}

beforeLeaving(() => queue.flush());

function explainRejection(id: string, error: unknown): void {
  const item = cachedItem(id);
  const name = item?.name ?? "the item";
  const problem = problemOf(error);
  if (problem?.code !== "insufficient_stock") {
    showProblem(`The quantity of ${name} was not changed.`, error);
    return;
  }
  const left = problem.current_quantity;
  if (left !== undefined) patchCachedItem(id, { quantity: left });
  showToast({
    title:
      left === undefined
        ? `There is not that much of ${name}.`
        : `Only ${formatQuantity(left, item?.unit ?? "")} of ${name} left.`,
    text: "Somebody took some meanwhile. Take less, or count it again.",
    tone: "error",
  });
}

/** Takes one away or adds one; what the screen shows changes at once. */
export function tapQuantity(item: Item, step: 1 | -1): void {
  const delta = tapDelta(roundQuantity(item.quantity + queue.pendingOf(item.id)), step);
  if (delta !== 0) queue.add(item.id, delta);
}

/** The quantity to show: the server's, and what was tapped since. */
export function useShownQuantity(item: Item): number {
  const pending = useSyncExternalStore(queue.subscribe, () => queue.pendingOf(item.id));
  return Math.max(0, roundQuantity(item.quantity + pending));
}
