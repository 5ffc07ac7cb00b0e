import { randomBytes } from "node:crypto";
import type { Sql } from "postgres";
import { type ConnectionTarget, openPool } from "./pool.ts";
import { type Timers, unref } from "./timers.ts";

/** One connection's life; it ends once and is not reused. */
export interface ListenSession {
  end(): Promise<void>;
}

interface ListenSessionOptions {
  readonly target: ConnectionTarget;
  readonly channels: readonly string[];
  readonly heartbeatMs?: number;
  readonly silentAfterMs?: number;
  readonly timers: Timers;
  readonly onNotify: (channel: string, payload: string) => void;
  readonly onUp: () => void;
  readonly onEnd: (reason: string) => void;
}

/** Connects, listens and beats until something fails, of which `onEnd` tells once; `end` ends it without a word. */
export function openListenSession(options: ListenSessionOptions): ListenSession {
  const { target, channels, heartbeatMs = 1_000, silentAfterMs = 3_000, timers } = options;
  const heartbeat = `stowage_heartbeat_${randomBytes(8).toString("hex")}`;
  let isEnded = false;
  let isUp = false;
  let next: ReturnType<Timers["setTimeout"]> | undefined;
  let deadline = startDeadline();

  const sql = openPool(target, {
    max: 1,
    name: "stowage listen",
    onClose: () => fail("the connection was closed"),
    onNotify(channel, payload) {
      if (isEnded) return;
      if (channel !== heartbeat) return options.onNotify(channel, payload);
      beaten();
    },
  });

  function startDeadline() {
    return unref(timers.setTimeout(() => fail(`silent for ${silentAfterMs} ms`), silentAfterMs));
  }

  function beaten(): void {
    timers.clearTimeout(deadline);
    deadline = startDeadline();
    next = unref(timers.setTimeout(beat, heartbeatMs));
    if (isUp) return;
    isUp = true;
    options.onUp();
  }

  function beat(): void {
    sql.notify(heartbeat, "").catch((error: unknown) => fail(reasonOf(error)));
  }

  function fail(reason: string): void {
    if (isEnded) return;
    void end();
    options.onEnd(reason);
  }

  async function end(): Promise<void> {
    isEnded = true;
    timers.clearTimeout(deadline);
    if (next) timers.clearTimeout(next);
    await sql.end({ timeout: 0 });
  }

  listen(sql, [...channels, heartbeat]).then(beat, (error: unknown) => fail(reasonOf(error)));
  return { end };
}

async function listen(sql: Sql, channels: readonly string[]): Promise<void> {
  for (const channel of channels) await sql`listen ${sql(channel)}`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
