/** How long taps on one item are gathered before they are sent as one change. */
export const ADJUST_SETTLE_MS = 450;

interface AdjustQueueDeps {
  /** Sends one change, and has written the server's answer where the screen reads before it resolves. */
  send: (id: string, delta: number) => Promise<void>;
  /** A change was refused: what was shown for it is already taken back. */
  onRejected: (id: string, error: unknown) => void;
  /** Runs a notification of settled changes, no earlier than the screen hears of the answer itself. */
  notifyLater?: (run: () => void) => void;
  settleMs?: number;
}

interface Pending {
  waiting: number;
  inFlight: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Three decimals, as stock is counted: 0.1 + 0.2 is 0.3. */
export function roundQuantity(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/**
 * Gathers quick taps on − and + into one change an item, and keeps at most one of them on its way. The screen shows
 * `quantity + pendingOf(id)` meanwhile. When one is refused, the taps made since are dropped with it.
 */
export function createAdjustQueue({
  send,
  onRejected,
  notifyLater = (run) => run(),
  settleMs = ADJUST_SETTLE_MS,
}: AdjustQueueDeps) {
  const pending = new Map<string, Pending>();
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) listener();
  };

  async function dispatch(id: string, entry: Pending): Promise<void> {
    clearTimeout(entry.timer);
    entry.timer = undefined;
    if (entry.inFlight !== 0) return;
    if (entry.waiting === 0) {
      pending.delete(id);
      return;
    }
    entry.inFlight = entry.waiting;
    entry.waiting = 0;
    try {
      await send(id, entry.inFlight);
      entry.inFlight = 0;
      // Taps made meanwhile wait for their own pause, unless it has passed.
      if (entry.timer === undefined) void dispatch(id, entry);
      notifyLater(notify);
    } catch (error) {
      clearTimeout(entry.timer);
      pending.delete(id);
      notify();
      onRejected(id, error);
    }
  }

  return {
    add(id: string, delta: number): void {
      const entry = pending.get(id) ?? { waiting: 0, inFlight: 0, timer: undefined };
      pending.set(id, entry);
      entry.waiting = roundQuantity(entry.waiting + delta);
      clearTimeout(entry.timer);
      entry.timer = setTimeout(() => void dispatch(id, entry), settleMs);
      notify();
    },
    /** What is shown but not yet answered. */
    pendingOf(id: string): number {
      const entry = pending.get(id);
      return entry ? roundQuantity(entry.waiting + entry.inFlight) : 0;
    },
    /** Sends what is gathered without waiting for a pause, as when the page is left. */
    flush(): void {
      for (const [id, entry] of pending) void dispatch(id, entry);
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The change that one tap makes: a whole one, but never below nothing. */
export function tapDelta(shown: number, step: 1 | -1): number {
  return step === 1 ? 1 : -Math.min(1, shown);
}
