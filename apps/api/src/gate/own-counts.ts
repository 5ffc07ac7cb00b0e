export const WINDOW_SECONDS = { minute: 60, hour: 3_600 } as const;

/** The counters only count; what is too much is said elsewhere. */
export const NO_LIMIT = Number.MAX_SAFE_INTEGER;

/** What a window holds: calls so far, and milliseconds until it starts anew. */
export interface Counted {
  readonly consumedPoints: number;
  readonly msBeforeNext: number;
}

/** Both windows of a holder; null for one that no call has opened. */
export interface Counts {
  minute: Counted | null;
  hour: Counted | null;
}

interface Window {
  count: number;
  /** Unix milliseconds. */
  endsAt: number;
}

interface Windows {
  readonly minute: Window;
  readonly hour: Window;
}

const MINUTE_MS = WINDOW_SECONDS.minute * 1_000;
const HOUR_MS = WINDOW_SECONDS.hour * 1_000;
/** Holders known before those are looked for that nothing is counted of any more. */
const SWEEP_FROM = 10_000;

/**
 * The calls that this server was asked, in its memory. Counting awaits nothing and makes no timers, since it is part of
 * every call. Holders are keys and sessions that exist, so there are no more of them than the database has.
 */
export class OwnCounts {
  readonly #holders = new Map<string, Windows>();
  #sweepAt = SWEEP_FROM;

  spend(holder: string): Counts {
    const nowMs = Date.now();
    const windows = this.#holders.get(holder) ?? this.#opened(holder, nowMs);
    return {
      minute: spent(windows.minute, nowMs, MINUTE_MS),
      hour: spent(windows.hour, nowMs, HOUR_MS),
    };
  }

  look(holder: string): Counts {
    const nowMs = Date.now();
    const windows = this.#holders.get(holder);
    return { minute: countedIn(windows?.minute, nowMs), hour: countedIn(windows?.hour, nowMs) };
  }

  #opened(holder: string, nowMs: number): Windows {
    if (this.#holders.size >= this.#sweepAt) this.#sweep(nowMs);
    const windows = { minute: { count: 0, endsAt: 0 }, hour: { count: 0, endsAt: 0 } };
    this.#holders.set(holder, windows);
    return windows;
  }

  #sweep(nowMs: number): void {
    for (const [holder, { hour }] of this.#holders) if (hour.endsAt <= nowMs) this.#holders.delete(holder);
    this.#sweepAt = Math.max(SWEEP_FROM, 2 * this.#holders.size);
  }
}

/** Counts one more; a window that is over starts anew with it. */
function spent(window: Window, nowMs: number, lengthMs: number): Counted {
  if (window.endsAt <= nowMs) {
    window.count = 0;
    window.endsAt = nowMs + lengthMs;
  }
  window.count += 1;
  return { consumedPoints: window.count, msBeforeNext: window.endsAt - nowMs };
}

function countedIn(window: Window | undefined, nowMs: number): Counted | null {
  if (!window || window.endsAt <= nowMs) return null;
  return { consumedPoints: window.count, msBeforeNext: window.endsAt - nowMs };
}
