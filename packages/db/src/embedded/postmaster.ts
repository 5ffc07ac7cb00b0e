import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../log.ts";
import type { Binaries } from "./binaries.ts";
import { type DataLayout, SOCKET_PORT } from "./data-layout.ts";
import { EmbeddedPostgresError } from "./errors.ts";
import { readPostmasterPid } from "./left-overs.ts";
import { forwardLog } from "./postgres-log.ts";
import type { RunAs } from "./private-user.ts";
import { worksIn } from "./processes.ts";
import { SYSTEM_ENV } from "./system-env.ts";

/** One run of PostgreSQL, ready for connections. */
export interface Postmaster {
  readonly pid: number;
  /** Resolves when it has ended, for whatever reason. */
  readonly exited: Promise<void>;
  /** Fast shutdown: open transactions roll back, everything acknowledged is on disk. Idempotent. */
  stop(): Promise<void>;
}

export interface LaunchOptions {
  readonly layout: DataLayout;
  readonly binaries: Binaries;
  readonly runAs: RunAs | undefined;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: Log;
}

/** Processes of an earlier run still hold the lock file, seen from inside a container that cannot see them. */
export class PostgresLockBusyError extends EmbeddedPostgresError {
  override name = "PostgresLockBusyError";
}

const LOCK_BUSY = 75;
const POLL_MS = 5;

/** A fast shutdown that takes longer hangs on a disk; an immediate one loses nothing, the next start replays the log. */
const FAST_SHUTDOWN_MS = 30_000;

/**
 * Runs PostgreSQL and asks it to stop as soon as our pipe closes, which the kernel does however we end. The pipe is read
 * by a child, so that a killed watchdog shell does not take the guard with it. Descriptor 9, the lock, is inherited by
 * PostgreSQL on purpose: not even an orphaned backend is ever met by a second server.
 */
const WATCHDOG = `
exec 3<&0 </dev/null 9>>"$1" || exit 1
flock -n 9 || exit ${LOCK_BUSY}
shift
trap "" INT TERM HUP
"$@" 3<&- &
postgres=$!
(exec 9>&-; read -r _ <&3; kill -INT "$postgres") &
guard=$!
wait "$postgres"
status=$?
kill -9 "$guard" 2>/dev/null
exit "$status"`;

/**
 * Starts PostgreSQL on its socket and resolves when it takes connections. Replaying the log after a crash belongs to
 * that and has no time limit: interrupting it would only start it again.
 * @throws PostgresLockBusyError | EmbeddedPostgresError  with PostgreSQL's last words
 */
export async function launchPostmaster(options: LaunchOptions): Promise<Postmaster> {
  const { layout, runAs, log } = options;
  const child = spawn("/bin/sh", ["-c", WATCHDOG, "sh", layout.pgLock, ...command(options)], {
    ...runAs,
    env: SYSTEM_ENV,
    cwd: layout.root,
    // its own session: Ctrl-C must first reach us, who still have answers to finish
    detached: true,
    stdio: ["pipe", "ignore", "pipe"],
  });
  const lastWords = forwardLog(child.stderr, log);
  let ended: string | undefined;
  const exited = new Promise<void>((resolve) => {
    const end = (how: string) => {
      ended ??= how;
      resolve();
    };
    child.once("error", (error) => end(error.message));
    child.once("exit", (code, signal) => end(code === LOCK_BUSY ? "locked" : `exit ${signal ?? code}`));
  });
  // a guard that is gone already makes our closing of the pipe fail; `exited` tells that better
  child.stdin.on("error", () => {});
  for (;;) {
    const found = readPostmasterPid(layout);
    if (found?.isReady && worksIn(found.pid, layout.pgdata)) {
      letGo(child);
      return { pid: found.pid, exited, stop: stopper(child, found.pid, exited) };
    }
    if (ended === "locked") throw new PostgresLockBusyError(`${layout.pgLock} is held by an earlier run`);
    if (ended !== undefined)
      throw new EmbeddedPostgresError(`PostgreSQL did not start (${ended}): ${lastWords()}`);
    await sleep(POLL_MS);
  }
}

function command({ layout, binaries, settings }: LaunchOptions): string[] {
  const all = {
    // no TCP at all: whoever may enter the socket's folder is us
    listen_addresses: "",
    unix_socket_permissions: "0700",
    // an inventory fits in it, and a Raspberry Pi can spare it
    shared_buffers: "64MB",
    // one server's pool, its listener, its job queue and an operator's psql
    max_connections: "50",
    // who brings in a whole inventory looks at it at once: by then the planner must have heard of it
    autovacuum_naptime: "5s",
    log_min_messages: "warning",
    log_timezone: "UTC",
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return [
    binaries.postgres,
    "-D",
    layout.pgdata,
    "-k",
    layout.socketDir,
    "-p",
    String(SOCKET_PORT),
    ...flags,
  ];
}

function stopper(child: ChildProcess, pid: number, exited: Promise<void>): () => Promise<void> {
  return async () => {
    child.ref();
    child.stdin?.end();
    const impatience = setTimeout(() => {
      if (child.exitCode === null && child.signalCode === null) process.kill(pid, "SIGQUIT");
    }, FAST_SHUTDOWN_MS);
    await exited;
    clearTimeout(impatience);
  };
}

/** A program that forgets to close the database must still be able to end; the pipe then ends PostgreSQL. */
function letGo(child: ChildProcess): void {
  child.unref();
  for (const stream of [child.stdin, child.stderr]) (stream as { unref?(): void } | null)?.unref?.();
}
