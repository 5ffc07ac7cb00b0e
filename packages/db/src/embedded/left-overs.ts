import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../log.ts";
import type { DataLayout } from "./data-layout.ts";
import { DatabaseLockedError } from "./errors.ts";
import { processesIn, processState, worksIn } from "./processes.ts";

/** A watchdog ends its PostgreSQL within some 40 ms; one that is still there after this long has lost its watchdog. */
const ORPHAN_GRACE_MS = 1_000;

/** A fast shutdown writes out at most 64 MB of buffers; more than this is a disk that no waiting will cure. */
const ORPHAN_PATIENCE_MS = 30_000;
const POLL_MS = 10;

/** What the postmaster tells about itself in its `postmaster.pid`. */
export interface PostmasterPid {
  readonly pid: number;
  readonly isReady: boolean;
}

/** Reads `postmaster.pid`; nothing while there is none or only half of one. */
export function readPostmasterPid({ pgdata }: DataLayout): PostmasterPid | undefined {
  try {
    const lines = readFileSync(path.join(pgdata, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, isReady: lines[7]?.trim() === "ready" } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Waits until no PostgreSQL process of an earlier run is left (never with SIGKILL: it may be finishing a commit), then
 * removes the lock files that would stop the next one. Call it with the app lock held.
 * @throws DatabaseLockedError  processes remain after 30 s
 */
export async function clearLeftOvers(layout: DataLayout, log: Log): Promise<void> {
  await waitForOrphans(layout, log);
  removeStalePidFile(layout, log);
  for (const name of readdirSync(layout.socketDir)) {
    if (name.startsWith(".s.PGSQL.")) rmSync(path.join(layout.socketDir, name), { force: true });
  }
}

async function waitForOrphans(layout: DataLayout, log: Log): Promise<void> {
  let isAsked = false;
  for (let waitedMs = 0; ; waitedMs += POLL_MS) {
    const pids = processesIn(layout.pgdata);
    if (pids.length === 0) return;
    if (waitedMs >= ORPHAN_PATIENCE_MS) {
      throw new DatabaseLockedError(
        `PostgreSQL processes of an earlier run still use ${layout.pgdata}: ${pids.join(", ")}. Stop them first.`,
      );
    }
    const postmaster = readPostmasterPid(layout)?.pid;
    if (!isAsked && waitedMs >= ORPHAN_GRACE_MS && postmaster && worksIn(postmaster, layout.pgdata)) {
      log.warn(`PostgreSQL of an earlier run (process ${postmaster}) is still running; asking it to stop`);
      process.kill(postmaster, "SIGINT");
      isAsked = true;
    }
    await sleep(POLL_MS);
  }
}

/** PostgreSQL itself believes the file if its pid exists, be it a zombie or a stranger, and then refuses to start. */
function removeStalePidFile(layout: DataLayout, log: Log): void {
  const found = readPostmasterPid(layout);
  if (!found || processState(found.pid) === "gone") return;
  log.warn(`removing a stale postmaster.pid: process ${found.pid} is not PostgreSQL on this folder`);
  rmSync(path.join(layout.pgdata, "postmaster.pid"), { force: true });
}
