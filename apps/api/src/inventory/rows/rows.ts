/** What every row that is worked on has. */
export interface Row {
  id: string;
  version: number;
  created_at: string;
  updated_at: string;
}

/** A change in memory that can be taken back. */
export type Rewind = () => void;

interface RowsOptions<Kind extends Row> {
  /** Reads rows by id, as far as the caller can reach them; those in the trash too. */
  load: (ids: readonly string[]) => Promise<Kind[]>;
  /** Told how to take back each change in memory. */
  journal: (rewind: Rewind) => void;
}

/**
 * The rows of one table as one transaction works on them: read once, changed in memory, written at its end. Rows are
 * values: a change puts a new one in place of the old.
 */
export class Rows<Kind extends Row> {
  readonly #options: RowsOptions<Kind>;
  readonly #known = new Map<string, Kind>();
  readonly #reached = new Set<string>();
  readonly #absent = new Set<string>();
  readonly #before = new Map<string, Kind | null>();

  constructor(options: RowsOptions<Kind>) {
    this.#options = options;
  }

  /** Reads what is not read yet, in one query. */
  async fetch(ids: Iterable<string>): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#reached.has(id) && !this.#absent.has(id));
    if (missing.length === 0) return;
    for (const row of await this.#options.load(missing)) this.learn(row, { isReached: true });
    for (const id of missing) if (!this.#reached.has(id)) this.#absent.add(id);
  }

  /** The row that the caller can reach, in the trash or not. */
  async get(id: string): Promise<Kind | null> {
    await this.fetch([id]);
    return this.#reached.has(id) ? (this.#known.get(id) ?? null) : null;
  }

  /** The row as far as it is known, reached or not. */
  peek(id: string): Kind | null {
    return this.#known.get(id) ?? null;
  }

  /** Takes in a row that was read elsewhere in the same transaction. What is known already may have changed, and stays. */
  learn(row: Kind, { isReached }: { isReached: boolean }): void {
    if (!this.#known.has(row.id) && !this.#before.has(row.id)) this.#known.set(row.id, row);
    if (isReached) this.#reached.add(row.id);
  }

  /** Puts a new or changed row in its place. */
  put(row: Kind): void {
    const previous = this.#known.get(row.id) ?? null;
    const isFirst = !this.#before.has(row.id);
    if (isFirst) this.#before.set(row.id, previous);
    this.#known.set(row.id, row);
    const wasReached = this.#reached.has(row.id);
    if (previous === null) this.#reached.add(row.id);
    this.#options.journal(() => {
      if (isFirst) this.#before.delete(row.id);
      if (previous === null) this.#known.delete(row.id);
      else this.#known.set(row.id, previous);
      if (!wasReached) this.#reached.delete(row.id);
    });
  }

  /** Takes a row away for good. */
  drop(id: string): void {
    const previous = this.#known.get(id);
    if (!previous) return;
    const isFirst = !this.#before.has(id);
    if (isFirst) this.#before.set(id, previous);
    this.#known.delete(id);
    this.#options.journal(() => {
      if (isFirst) this.#before.delete(id);
      this.#known.set(id, previous);
    });
  }

  /** All that is known, in no order. */
  known(): Iterable<Kind> {
    return this.#known.values();
  }

  /** Each row that was touched, as it is stored (null: not yet) and as it is now (null: gone for good). */
  *transitions(): Iterable<{ before: Kind | null; now: Kind | null }> {
    for (const [id, before] of this.#before) yield { before, now: this.#known.get(id) ?? null };
  }

  /** What has to be written. */
  changes(): { added: Kind[]; changed: Kind[]; dropped: Kind[] } {
    const added: Kind[] = [];
    const changed: Kind[] = [];
    const dropped: Kind[] = [];
    for (const { before, now } of this.transitions())
      if (now && before === null) added.push(now);
      else if (now && now !== before) changed.push(now);
      else if (!now && before !== null) dropped.push(before);
    return { added, changed, dropped };
  }
}
