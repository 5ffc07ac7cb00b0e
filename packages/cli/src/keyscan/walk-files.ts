import { type Dirent, lstatSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Listener } from "./finding.ts";
import { reasonOf } from "./scan-file.ts";

/** What is left out unless everything is asked for, and where else to look. */
const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  [".git", "Git's own folder; --history looks into it"],
  ["node_modules", "installed packages; --all looks into them"],
]);

/**
 * The regular files at and below `path`, in the order of their names; says what it leaves out. Ignore files are not
 * heeded: what is kept out of Git is where keys are left lying.
 */
export function* filesBelow(
  path: string,
  listener: Listener,
  { all, skip }: { readonly all: boolean; readonly skip: readonly string[] },
): Generator<string> {
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory(); // what was named is looked at, even by way of a link
  } catch (error) {
    listener.skipped(path, reasonOf(error), true);
    return;
  }
  if (!isFolder) {
    yield path;
    return;
  }
  let entries: Dirent[];
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    listener.skipped(path, reasonOf(error), true);
    return;
  }
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of entries) {
    const below = path === "." ? entry.name : join(path, entry.name);
    const why = reasonToSkip(entry, below, all, skip);
    if (why !== null) listener.skipped(below, why);
    else if (entry.isDirectory()) yield* filesBelow(below, listener, { all, skip });
    else yield below;
  }
}

function reasonToSkip(entry: Dirent, path: string, all: boolean, skip: readonly string[]): string | null {
  if (skip.includes(entry.name)) return "as asked";
  if (entry.isSymbolicLink()) return "it is a link";
  if (entry.isDirectory()) return all ? null : (LEFT_OUT.get(entry.name) ?? null);
  if (entry.isFile()) return null;
  return lstatSync(path).isSocket() ? "it is a socket" : "it is no regular file";
}
