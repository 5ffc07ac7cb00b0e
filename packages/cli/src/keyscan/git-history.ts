import type { Io } from "../io.ts";
import type { Finding, Listener } from "./finding.ts";
import { KeyFinder } from "./key-finder.ts";
import { type NamedObject, namesOfObjects } from "./names-of-objects.ts";
import { openRepository, type Repository } from "./repository.ts";

const NEWLINE = 10;
/** Trees hold names and hashes alone. */
const LOOKED_AT = new Set(["blob", "commit", "tag"]);

/**
 * Looks for keys in every object that the Git repository in `folder` holds: files of all commits of all branches, also
 * of deleted ones, and the messages. Findings come when all is read, because only then their commits are looked up.
 * @throws Error  it is no repository, or there is no Git
 */
export async function scanHistory(
  folder: string,
  listener: Listener,
  { env, signal }: Pick<Io, "env" | "signal">,
): Promise<void> {
  const found: { object: string; finding: Finding; secret: string }[] = [];
  const miss = (why: string) => listener.skipped(folder, why, true);
  const reader = new ObjectReader(
    (object, key, secret) => found.push({ object, finding: { ...key, path: null, object }, secret }),
    (object) => miss(`the object ${object} of its history is damaged`),
  );
  const git = await openRepository(folder, { env, signal });
  for (const lack of git.lacks) miss(lack);
  let names: ReadonlyMap<string, NamedObject> = new Map();
  try {
    const content = git.run([...ALL_OBJECTS, "--batch"]);
    for await (const chunk of content.output) {
      reader.push(chunk);
      listener.looked({ bytes: chunk.length });
    }
    const complaint = await content.ended;
    if (complaint !== null) miss(`not all of its history can be read (${complaint})`);
    listener.looked({ objects: reader.count });
    if (found.length > 0) names = await namesOf(git, new Set(found.map(({ object }) => object)));
  } finally {
    // What was found is told, even if Git then failed.
    for (const { object, finding, secret } of found)
      listener.found({ ...finding, ...(names.get(object) ?? {}) }, secret);
    git.close();
  }
}

const ALL_OBJECTS = "cat-file --batch-all-objects --buffer --unordered".split(" ");
// The oldest first, so that the first commit to name an object is the one that brought it. Merges against each parent.
const CHANGES = [
  ..."log --stdin --reverse -m --raw --no-abbrev --no-renames --no-ext-diff --no-textconv".split(" "),
  ..."--no-show-signature -z".split(" "),
  "--format=commit %H",
];

/** Of every commit that is there, whether or not a branch leads to it. */
async function namesOf(git: Repository, wanted: ReadonlySet<string>): Promise<Map<string, NamedObject>> {
  const kinds = git.run([...ALL_OBJECTS, "--batch-check=%(objecttype) %(objectname)"]);
  const log = git.run(CHANGES, commitsIn(kinds.output));
  const names = await namesOfObjects(log.output, wanted);
  await log.ended;
  return names;
}

async function* commitsIn(lines: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of lines) {
    const whole = (rest + chunk.toString("latin1")).split("\n");
    rest = whole.pop() ?? "";
    const commits = whole.filter((line) => line.startsWith("commit "));
    if (commits.length > 0) yield commits.map((line) => `${line.slice("commit ".length)}\n`).join("");
  }
}

type OnObjectKey = (object: string, ...key: Parameters<ConstructorParameters<typeof KeyFinder>[0]>) => void;

/** Takes apart what `git cat-file --batch` writes: a line `<object> <type> <size>`, the bytes, a newline. */
class ObjectReader {
  count = 0;
  #object = "";
  #header = "";
  #isLookedAt = false;
  /** Of the object's bytes, and of the newline after them; 0 within a header. */
  #left = 0;
  readonly #finder: KeyFinder;
  readonly #onDamaged: (object: string) => void;

  constructor(onKey: OnObjectKey, onDamaged: (object: string) => void) {
    this.#onDamaged = onDamaged;
    this.#finder = new KeyFinder((found, secret) => onKey(this.#object, found, secret));
  }

  push(chunk: Buffer): void {
    for (let at = 0; at < chunk.length; )
      at = this.#left === 0 ? this.#readHeader(chunk, at) : this.#readBytes(chunk, at);
  }

  #readHeader(chunk: Buffer, at: number): number {
    const end = chunk.indexOf(NEWLINE, at);
    this.#header += chunk.toString("latin1", at, end === -1 ? chunk.length : end);
    if (end === -1) return chunk.length;
    const [object = "", type = "", size = ""] = this.#header.split(" ");
    this.#header = "";
    this.#object = object;
    this.#isLookedAt = LOOKED_AT.has(type);
    this.count++;
    // `<object> missing`, and no bytes: what comes after it is to be looked at all the same.
    if (/^\d+$/.test(size)) this.#left = Number(size) + 1;
    else this.#onDamaged(object);
    return end + 1;
  }

  #readBytes(chunk: Buffer, at: number): number {
    const end = Math.min(at + this.#left, chunk.length);
    this.#left -= end - at;
    if (this.#isLookedAt) {
      this.#finder.push(chunk.subarray(at, end));
      if (this.#left === 0) this.#finder.end();
    }
    return end;
  }
}
