import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseState } from "../database-state.ts";
import type { Log } from "../log.ts";
import type { Postmaster } from "./postmaster.ts";

/** Keeps a PostgreSQL running for as long as its owner lives. */
export interface Supervisor {
  state(): DatabaseState;
  /** The running postmaster; nothing while it restarts. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

interface SuperviseOptions {
  /** Clears what the last run left, starts the next and resolves when it is ready. */
  readonly launch: () => Promise<Postmaster>;
  readonly onStateChange: (state: DatabaseState) => void;
  readonly log: Log;
}

const BACKOFF_MIN_MS = 100;
const BACKOFF_MAX_MS = 10_000;

/** One that ran this long did not die of what the last one died of, so the wait begins anew. */
const STABLE_MS = 60_000;

/**
 * Starts PostgreSQL and starts it again whenever it dies, after 0.1 s, then twice as long each time up to 10 s.
 * @throws the first launch's error; later ones are logged and tried again
 */
export async function supervise({ launch, onStateChange, log }: SuperviseOptions): Promise<Supervisor> {
  const stopping = new AbortController();
  let state: DatabaseState = "starting";
  const enter = (next: DatabaseState) => {
    if (state === next) return;
    state = next;
    onStateChange(next);
  };

  let current: Postmaster | undefined = await launch();
  enter("ready");
  const watching = watch();

  async function watch(): Promise<void> {
    let backoffMs = BACKOFF_MIN_MS;
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      await current?.exited;
      if (stopping.signal.aborted) return;
      if (current && performance.now() - startedAt >= STABLE_MS) backoffMs = BACKOFF_MIN_MS;
      current = undefined;
      enter("restarting");
      log.error(`PostgreSQL has stopped; starting it again in ${backoffMs} ms`);
      await sleep(backoffMs, undefined, { signal: stopping.signal }).catch(ignoreAbort);
      backoffMs = Math.min(backoffMs * 2, BACKOFF_MAX_MS);
      if (!stopping.signal.aborted) current = await relaunch();
      if (stopping.signal.aborted) await current?.stop();
      else if (current) enter("ready");
    }
  }

  async function relaunch(): Promise<Postmaster | undefined> {
    try {
      return await launch();
    } catch (error) {
      log.error(`PostgreSQL could not be started again: ${error instanceof Error ? error.message : error}`);
      return undefined;
    }
  }

  return {
    state: () => state,
    pid: () => current?.pid,
    async stop() {
      stopping.abort();
      enter("stopped");
      await current?.stop();
      await watching;
    },
  };
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === "AbortError")) throw error;
}
