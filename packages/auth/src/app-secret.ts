import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { encodeBase64urlNoPadding } from "@oslojs/encoding";
import type { Log } from "@stowage/db/log";
import { type RandomSource, systemRandom } from "./random-source.ts";

const FILE_NAME = "app-secret";
const SECRET_BYTES = 32;
/** Shorter ones are likely words; 32 characters of base64 hold 192 bits. */
const SECRET_LENGTH_MIN = 32;
/** Read or write for group or others. */
const OTHERS_MODE = 0o077;

export interface AppSecretOptions {
  /** The operator's own secret, at least 32 characters; wins over the file. Empty counts as not given. */
  readonly fromEnvironment?: string | undefined;
  /** Where the file `app-secret` lives; made when missing. */
  readonly dataDir: string;
  readonly randomBytes?: RandomSource;
  readonly log?: Pick<Log, "warn">;
}

/**
 * The secret that everything sealed or keyed at rest derives from. The first start makes it, 256 bits in a file of
 * mode 0600; starts that race all get the same one. A file that others could read is tightened, with a warning
 * (volumes that set group rights at each mount are common), and refused when it cannot be.
 * @throws Error when the secret is too short or its file cannot be kept private; never with the secret in it
 */
export function loadAppSecret(options: AppSecretOptions): string {
  if (options.fromEnvironment) return longEnough(options.fromEnvironment, "APP_SECRET");
  const path = join(options.dataDir, FILE_NAME);
  if (!exists(path)) create(path, options);
  keepPrivate(path, options.log);
  return longEnough(readFileSync(path, "utf8").trim(), path);
}

function longEnough(secret: string, source: string): string {
  if (secret.length >= SECRET_LENGTH_MIN) return secret;
  throw new Error(
    `${source} must hold at least ${SECRET_LENGTH_MIN} characters. Make one with: openssl rand -base64 32`,
  );
}

/** Written beside, synced, then linked into place: no start ever sees half a secret or replaces another's. */
function create(path: string, { dataDir, randomBytes = systemRandom }: AppSecretOptions): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${encodeBase64urlNoPadding(systemRandom(6))}`;
  writeSynced(draft, encodeBase64urlNoPadding(randomBytes(SECRET_BYTES)));
  try {
    place(draft, path);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error; // EEXIST: another start was first, and its secret is the one
  } finally {
    rmSync(draft, { force: true });
  }
}

/** @throws EEXIST rather than replace what is there */
function place(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw error;
    copyFileSync(draft, path, constants.COPYFILE_EXCL); // a file system without hard links
  }
}

function writeSynced(path: string, text: string): void {
  const file = openSync(path, "wx", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function keepPrivate(path: string, log: Pick<Log, "warn"> | undefined): void {
  if (process.platform === "win32" || isPrivate(path)) return; // Windows has no mode bits to speak of
  try {
    chmodSync(path, 0o600);
  } catch {
    // Judged by its effect, on the next line.
  }
  if (!isPrivate(path)) {
    throw new Error(`${path} can be read by other users. Run chmod 600 on it, or set APP_SECRET instead.`);
  }
  log?.warn(
    `${path} could be read by other users and is now mode 0600. Consider a new secret if others had access.`,
  );
}

function isPrivate(path: string): boolean {
  return (statSync(path).mode & OTHERS_MODE) === 0;
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
