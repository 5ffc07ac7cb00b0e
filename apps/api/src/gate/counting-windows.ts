import { LRUCache } from "lru-cache";

/** Holders counted at a time; beyond it the longest known is forgotten, so that nobody can fill the memory. */
const HOLDERS_MAX = 50_000;

export interface CountingWindowsOptions {
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly windowSeconds: number;
}

interface Window {
  count: number;
  readonly endsAtMs: number;
}

/** Counts by holder in fixed windows that start with a holder's first time. Each server counts alone, in a bounded memory. */
export class CountingWindows {
  readonly #options: CountingWindowsOptions;
  /** A `Map` would search for its oldest past all that were removed before: 16 µs a stranger, and they are many. */
  readonly #windows = new LRUCache<string, Window>({ max: HOLDERS_MAX });

  constructor(options: CountingWindowsOptions) {
    this.#options = options;
  }

  /** Counts one more. @returns how many that makes, and whole seconds until they are forgotten */
  count(holder: string): { count: number; endsInSeconds: number } {
    const nowMs = this.#options.now();
    const window = this.#current(holder, nowMs) ?? this.#opened(holder, nowMs);
    window.count += 1;
    return { count: window.count, endsInSeconds: Math.ceil((window.endsAtMs - nowMs) / 1_000) };
  }

  /** Takes one back. */
  uncount(holder: string): void {
    const window = this.#current(holder, this.#options.now());
    if (window && window.count > 0) window.count -= 1;
  }

  #current(holder: string, nowMs: number): Window | null {
    const known = this.#windows.peek(holder); // being counted makes nobody stay longer
    return known && known.endsAtMs > nowMs ? known : null;
  }

  #opened(holder: string, nowMs: number): Window {
    const opened = { count: 0, endsAtMs: nowMs + this.#options.windowSeconds * 1_000 };
    this.#windows.set(holder, opened);
    return opened;
  }
}
