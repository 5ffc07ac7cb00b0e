import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { DataLayout } from "./data-layout.ts";
import { DatabaseLockedError, EmbeddedPostgresError } from "./errors.ts";
import { makeLockFile, type RunAs } from "./private-user.ts";
import { SYSTEM_ENV } from "./system-env.ts";

/** One server per data folder, kept until `release` or until this process ends in whatever way. */
export interface AppLock {
  release(): Promise<void>;
}

/** The helper of a server that was killed notices within milliseconds; a busy machine may take longer. */
const PATIENCE_MS = 2_000;
const RETRY_MS = 50;

/** Exit code with which the helper says "taken" (EX_TEMPFAIL). */
const TAKEN = 75;

/** Waits on its input, which ends with our process; the kernel drops the lock with the helper. */
const HOLD = `exec 9>>"$1"; flock -n 9 || exit ${TAKEN}; printf '%s\\n' "$2" >"$1"; echo held; exec cat >/dev/null`;

/**
 * Takes the kernel's lock on the data folder through a small `sh` + `flock` child: Node has no flock of its own.
 * It also excludes another container of the same host on the same volume. It does not work across NFS.
 * @throws DatabaseLockedError  another server has it, for longer than a killed one needs to let go
 */
export async function acquireAppLock(layout: DataLayout, runAs: RunAs | undefined): Promise<AppLock> {
  makeLockFile(layout.appLock, runAs);
  for (let waitedMs = 0; ; waitedMs += RETRY_MS) {
    const lock = await tryLock(layout.appLock, runAs);
    if (lock) return lock;
    if (waitedMs >= PATIENCE_MS) throw lockedBy(layout);
    await sleep(RETRY_MS);
  }
}

async function tryLock(file: string, runAs: RunAs | undefined): Promise<AppLock | undefined> {
  const owner = `process ${process.pid} on ${hostname()}`;
  const child = spawn("/bin/sh", ["-c", HOLD, "sh", file, owner], {
    ...runAs,
    env: SYSTEM_ENV,
    cwd: "/",
    // its own session: Ctrl-C must reach us, not the lock
    detached: true,
    stdio: ["pipe", "pipe", "ignore"],
  });
  const exited = once(child, "exit").then(([code]) => ({ code }));
  const outcome = await Promise.race([once(child.stdout, "data").then(() => "held" as const), exited]);
  if (outcome === "held") {
    // a program that forgets to close must still be able to end
    for (const part of [child, child.stdin, child.stdout])
      if ("unref" in part) (part as { unref(): void }).unref();
    return {
      async release() {
        child.ref();
        child.stdin.end();
        await exited;
      },
    };
  }
  if (outcome.code === TAKEN) return undefined;
  const reason =
    outcome.code === 127 ? "the `flock` program (util-linux) is missing" : `exit ${outcome.code}`;
  throw new EmbeddedPostgresError(`${file} could not be locked: ${reason}. Install it, or set DATABASE_URL.`);
}

function lockedBy({ root, appLock }: DataLayout): DatabaseLockedError {
  const owner = readFileSync(appLock, "utf8").trim() || "another process";
  return new DatabaseLockedError(
    `The data folder ${root} is in use by another Stowage server (${owner}). Stop that one first, or choose another folder with DATA_DIR.`,
  );
}
