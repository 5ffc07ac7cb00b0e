import { versionMismatch } from "../problems.ts";

/** @throws version_mismatch  the caller expects another version than the one that is there */
export function checkVersion(noun: string, current: { version: number }, expected: number | undefined): void {
  if (expected !== undefined && expected !== current.version) throw versionMismatch(noun, current.version);
}
