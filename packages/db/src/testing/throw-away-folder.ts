import { spawn } from "node:child_process";
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { SYSTEM_ENV } from "../embedded/system-env.ts";

/** A cluster and a hundred copies of its template. A container's /dev/shm of 64 MB is too small for that. */
const SHM_FREE_BYTES_MIN = 1024 ** 3;

/**
 * Once we have ended, waits for every holder of the folder's lock (PostgreSQL passes it on to all its processes) and
 * removes the folder.
 */
const REAP = `cat >/dev/null; sleep 0.2; if [ -d "$1" ]; then exec 9>>"$1/pg.lock"; flock 9; rm -rf "$1"; fi`;

/** A folder for data that nobody will miss; in memory where there is room. */
export interface ThrowAwayFolder {
  readonly path: string;
  remove(): void;
}

/** Makes a folder that is removed when asked, or after this process has ended in whatever way. */
export function throwAwayFolder(parent = roomyFolder()): ThrowAwayFolder {
  const folder = mkdtempSync(path.join(parent, "stowage-test-"));
  // when root, PostgreSQL runs as another user, who must pass through
  chmodSync(folder, 0o711);
  const reaper = spawn("/bin/sh", ["-c", REAP, "sh", folder], {
    env: SYSTEM_ENV,
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  reaper.unref();
  (reaper.stdin as unknown as { unref(): void }).unref();
  return {
    path: folder,
    remove() {
      rmSync(folder, { recursive: true, force: true });
      reaper.stdin.end();
    },
  };
}

function roomyFolder(): string {
  try {
    accessSync("/dev/shm", constants.W_OK);
    const { bavail, bsize } = statfsSync("/dev/shm");
    if (bavail * bsize >= SHM_FREE_BYTES_MIN) return "/dev/shm";
  } catch {
    // not there, or not ours: the disk will do
  }
  return tmpdir();
}
