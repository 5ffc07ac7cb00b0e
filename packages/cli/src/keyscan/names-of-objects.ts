/** Where a commit has an object. */
export interface NamedObject {
  readonly commit: string;
  /** Null for the commit's own message. */
  readonly path: string | null;
}

const COMMIT = /^commit ([0-9a-f]+)$/;
/** A newline stands between a commit and its first change. */
const CHANGE = /^\n?:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [A-Z]\d*$/;

/**
 * The first commit and path of each wanted object, from what
 * `git log --reverse --raw --no-abbrev -z --format="commit %H"` writes.
 */
export async function namesOfObjects(
  log: AsyncIterable<Buffer>,
  wanted: ReadonlySet<string>,
): Promise<Map<string, NamedObject>> {
  const names = new Map<string, NamedObject>();
  let commit = "";
  let changed = "";
  for await (const part of partsOf(log)) {
    const [, hash] = COMMIT.exec(part) ?? [];
    const [, object] = CHANGE.exec(part) ?? [];
    if (changed !== "") {
      if (wanted.has(changed) && !names.has(changed)) names.set(changed, { commit, path: part });
      changed = "";
    } else if (object !== undefined) changed = object;
    else if (hash !== undefined) {
      commit = hash;
      if (wanted.has(hash) && !names.has(hash)) names.set(hash, { commit, path: null });
    }
  }
  return names;
}

/** With `-z`, a zero ends each commit, each change and each path. */
async function* partsOf(log: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of log) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split("\0");
    rest = parts.pop() ?? "";
    yield* parts;
  }
  if (rest !== "") yield rest;
}
