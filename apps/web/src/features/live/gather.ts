import type { QueryClient } from "@tanstack/react-query";

/** Changes seldom come alone: those of so long are looked at together. */
export const GATHERED_FOR_MS = 250;
/** While a script writes on and on, the screen follows at this pace. */
export const FOLLOW_EVERY_MS = 1_000;
/** How often to look whether what the reader did is through. */
const BUSY_MS = 100;

interface Gathering<Value> {
  client: QueryClient;
  /** What is one and the same. */
  nameOf: (value: Value) => string;
  run: (values: Value[]) => void;
  waitMs?: number;
}

/**
 * Gathers what changed, each once, and runs with it a moment later. It waits for what the reader is just doing: an
 * answer that overtakes that of their own change would show it twice, or not at all.
 */
export function createGatherer<Value>({ client, nameOf, run, waitMs = GATHERED_FOR_MS }: Gathering<Value>) {
  const gathered = new Map<string, Value>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstAt = 0;

  function flush(): void {
    if (client.isMutating() > 0) {
      timer = setTimeout(flush, BUSY_MS);
      return;
    }
    const values = [...gathered.values()];
    gathered.clear();
    run(values);
  }

  return {
    add(values: readonly Value[]): void {
      if (values.length === 0) return;
      if (gathered.size === 0) firstAt = Date.now();
      for (const value of values) gathered.set(nameOf(value), value);
      clearTimeout(timer);
      const leftMs = Math.max(waitMs, FOLLOW_EVERY_MS) - (Date.now() - firstAt);
      timer = setTimeout(flush, Math.max(0, Math.min(waitMs, leftMs)));
    },
    stop(): void {
      clearTimeout(timer);
      gathered.clear();
    },
  };
}
