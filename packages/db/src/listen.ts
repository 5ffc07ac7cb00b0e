import { type ListenSession, openListenSession } from "./listen-session.ts";
import type { Log } from "./log.ts";
import type { Database } from "./open-database.ts";
import { globalTimers, type Timers, unref } from "./timers.ts";

/** Hears NOTIFY, and knows when it does not. */
export interface Listener {
  /** Whether every notification committed up to the last heartbeat has been delivered. */
  isUp(): boolean;
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly channels: readonly string[];
  readonly onNotify: (channel: string, payload: string) => void;
  /** LISTEN is in force. What happened while it was not was missed: read the state anew *after* this call. */
  readonly onUp: () => void;
  /** Notifications may be missing from now on. Called once for each `onUp` that ends. */
  readonly onDown: () => void;
  readonly log: Log;
  /** Milliseconds between heartbeats. Default 1,000. */
  readonly heartbeatMs?: number;
  /** Milliseconds without an answer after which the connection counts as dead. Default 3,000. */
  readonly silentAfterMs?: number;
  readonly timers?: Timers;
}

const RETRY_MS = 200;

/**
 * Listens on a connection of its own, and opens a new one whenever that ends or falls silent.
 *
 * The heartbeat is a NOTIFY sent and awaited on the listening connection itself. PostgreSQL hands a session its
 * notifications in commit order, so a heartbeat that came back proves that all earlier ones came too; a plain `select 1`
 * would prove only that the connection is alive. A busy pool cannot delay it.
 */
export function createListener(database: Database, options: ListenOptions): Listener {
  const { timers = globalTimers, log } = options;
  let session: ListenSession | undefined;
  let isUp = false;
  let isClosed = false;
  let retry: ReturnType<Timers["setTimeout"]> | undefined;

  function open(): void {
    const opened = openListenSession({
      ...options,
      target: database.target,
      timers,
      onUp() {
        isUp = true;
        options.onUp();
      },
      onEnd(reason) {
        if (session !== opened) return;
        session = undefined;
        fall(reason);
      },
    });
    session = opened;
  }

  function fall(reason: string): void {
    if (isUp) log.warn(`Listening for notifications is interrupted: ${reason}`);
    else log.debug(`Listening for notifications is not possible yet: ${reason}`);
    const wasUp = isUp;
    isUp = false;
    if (wasUp) options.onDown();
    if (!isClosed) retry = unref(timers.setTimeout(open, RETRY_MS));
  }

  open();
  return {
    isUp: () => isUp,
    async close() {
      if (isClosed) return;
      isClosed = true;
      if (retry) timers.clearTimeout(retry);
      const last = session;
      session = undefined;
      isUp = false;
      await last?.end();
    },
  };
}
