import { useEffect, useSyncExternalStore } from "react";
import type { Outputs } from "./trpc.ts";

/** An event as the stream tells it: the same as the list answers. */
export type LiveEvent = Outputs["events"]["list"]["data"][number];

let isLive = false;
const watchers = new Set<() => void>();
const listeners = new Set<(event: LiveEvent) => void>();

export function reportLive(next: boolean): void {
  if (next === isLive) return;
  isLive = next;
  for (const watcher of watchers) watcher();
}

export function tellLiveEvent(event: LiveEvent): void {
  for (const listener of listeners) listener(event);
}

/** Whether changes arrive by themselves, so that what looks again and again may do so seldom. */
export function useIsLive(): boolean {
  return useSyncExternalStore(watch, () => isLive);
}

/** Hears each event as it arrives. `listener` should stay the same. */
export function useLiveEvents(listener: (event: LiveEvent) => void): void {
  useEffect(() => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, [listener]);
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
