import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fchownSync,
  lstatSync,
  mkdirSync,
  openSync,
  statSync,
} from "node:fs";
import path from "node:path";
import type { DataLayout } from "./data-layout.ts";
import { EmbeddedPostgresError, systemCode } from "./errors.ts";

/** The user that PostgreSQL runs as, when that is not simply ourselves. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses root. This id needs no entry in /etc/passwd, and no other program has a reason to use it. */
const PRIVATE_ID = 26190;

/**
 * Makes the data folder and decides who PostgreSQL runs as: ourselves, or, when we are root, the owner of an existing
 * folder, else a private user id. The folder then stays root's, so that PostgreSQL cannot plant files that root opens.
 * @throws EmbeddedPostgresError  the folder cannot be made, or that user could not reach it
 */
export function prepareDataFolder({ root }: DataLayout): RunAs | undefined {
  makeFolder(root);
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = statSync(root);
  const runAs = uid === 0 ? { uid: PRIVATE_ID, gid: PRIVATE_ID } : { uid, gid };
  if (uid === 0) {
    chownSync(root, 0, runAs.gid);
    chmodSync(root, 0o710);
  }
  requireReachable(root, runAs);
  return runAs;
}

/** Creates an empty lock file that `runAs` may open. An existing one keeps its content and its lock. */
export function makeLockFile(file: string, runAs: RunAs | undefined): void {
  const fd = openSync(file, constants.O_CREAT | constants.O_WRONLY | constants.O_NOFOLLOW, 0o600);
  try {
    if (runAs) fchownSync(fd, runAs.uid, runAs.gid);
  } finally {
    closeSync(fd);
  }
}

/**
 * Makes a folder that only the owner can enter.
 * @throws EmbeddedPostgresError  it exists and belongs to somebody else: in /tmp anybody can be first
 */
export function makePrivateFolder(dir: string, runAs: RunAs | undefined): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const found = lstatSync(dir);
  const ours = [0, runAs?.uid, process.getuid?.()].includes(found.uid);
  if (!found.isDirectory() || !ours) {
    throw new EmbeddedPostgresError(
      `${dir} belongs to somebody else. Remove it, or choose another DATA_DIR.`,
    );
  }
  if (runAs) chownSync(dir, runAs.uid, runAs.gid);
  chmodSync(dir, 0o700);
}

function makeFolder(root: string): void {
  try {
    mkdirSync(root, { recursive: true, mode: 0o700 });

    accessSync(root, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = systemCode(error) === "EACCES" ? "it belongs to another user" : String(error);
    throw new EmbeddedPostgresError(
      `The data folder ${root} cannot be written to: ${reason}. Start the server as its owner, or choose another folder with DATA_DIR.`,
      { cause: error },
    );
  }
}

function requireReachable(root: string, runAs: RunAs): void {
  for (let dir = path.dirname(root); ; dir = path.dirname(dir)) {
    if (!mayEnter(dir, runAs)) {
      throw new EmbeddedPostgresError(
        `PostgreSQL refuses to run as root, so it runs as user id ${runAs.uid}, which may not pass through ${dir}. ` +
          "Choose a DATA_DIR that everybody may pass through to, such as /var/lib/stowage, or start the server as an ordinary user.",
      );
    }
    if (dir === path.dirname(dir)) return;
  }
}

function mayEnter(dir: string, { uid, gid }: RunAs): boolean {
  const found = statSync(dir);
  if (found.uid === uid) return (found.mode & 0o100) !== 0;
  if (found.gid === gid) return (found.mode & 0o010) !== 0;
  return (found.mode & 0o001) !== 0;
}
