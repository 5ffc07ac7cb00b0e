import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { Failure, notSignedIn } from "../failure.ts";
import type { Io } from "../io.ts";

/** A key, and the one server that it is for. */
export interface Profile {
  readonly url: string;
  readonly api_key: string;
}

const OTHERS_MODE = 0o077;
const HAS_MODES = process.platform !== "win32";

/** `$XDG_CONFIG_HOME/stowage/credentials.json`. */
export function credentialsPath(env: Io["env"]): string {
  const base = env.XDG_CONFIG_HOME ?? "";
  // The specification has a relative path ignored.
  return join(
    isAbsolute(base) ? base : join(env.HOME ?? homedir(), ".config"),
    "stowage",
    "credentials.json",
  );
}

/**
 * Every profile by its name.
 * @throws Failure  others can read the file, or it is damaged
 */
export function readProfiles(path: string): Map<string, Profile> {
  let text: string;
  try {
    // The mode first: what others can write is not even parsed.
    if (HAS_MODES && (statSync(path).mode & OTHERS_MODE) !== 0)
      throw notSignedIn(
        `Other users of this machine can read the keys in ${path}.`,
        `Run: chmod 600 '${path}'. If others have accounts here, rotate the keys too.`,
      );
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return new Map();
    throw error;
  }
  try {
    return profilesIn(JSON.parse(text));
  } catch {
    throw new Failure(`The file ${path} is damaged.`, {
      code: "credentials_damaged",
      remedy: "Delete it and sign in again: stowage login",
    });
  }
}

function profilesIn(file: { profiles: unknown }): Map<string, Profile> {
  return new Map(
    Object.entries(Object(file.profiles)).map(([name, value]) => {
      const { url, api_key } = Object(value);
      if (typeof url !== "string" || typeof api_key !== "string") throw new TypeError(name);
      return [name, { url, api_key }];
    }),
  );
}

/** Replaces the file at once and whole; nobody but its owner can read it, not even while it is written. */
export function writeProfiles(path: string, profiles: ReadonlyMap<string, Profile>): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700); // it may have been there
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  try {
    const file = openSync(draft, "wx", 0o600);
    try {
      writeFileSync(file, `${JSON.stringify({ profiles: Object.fromEntries(profiles) }, null, 2)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
