import type { Database } from "@stowage/db/open-database";
import { type AlikeUses, type KeyUse, usesIn, WaitingUses } from "./alike-uses.ts";
import type { Background } from "./background.ts";
import { writeKeyUses } from "./write-key-uses.ts";

/** Told of each batch once it is committed. Its failure is logged, and neither loses nor repeats a use. */
export type AfterWrite = (uses: readonly AlikeUses[]) => Promise<void>;

/** Written so long after the call at most, and as long as the write before it takes (K36). */
const FLUSH_EVERY_MS = 1_000;
/** About as many rows an insert takes; also what one round trip may hold up. */
const BATCH = 5_000;
/** Uses kept while the database is away; beyond it the next are not kept, and the log says how many. */
const BACKLOG_MAX = 100_000;

/**
 * Counts and logs what keys do, off the request's path: uses are collected in memory and written in batches, all of one
 * batch in one transaction, so a failed write is repeated whole. Uses of a key that is gone are left out.
 */
export class UsageMeter {
  readonly #database: Database;
  readonly #background: Background;
  readonly #afterWrite: AfterWrite | undefined;
  readonly #waiting = new WaitingUses();
  #lost = 0;
  #writing: Promise<void> | null = null;
  #next: Promise<void> | null = null;
  readonly #timer: NodeJS.Timeout;

  constructor(database: Database, background: Background, afterWrite?: AfterWrite) {
    this.#database = database;
    this.#background = background;
    this.#afterWrite = afterWrite;
    this.#timer = setInterval(() => void this.#background.run("usage", () => this.flush()), FLUSH_EVERY_MS);
    this.#timer.unref();
  }

  record(use: KeyUse): void {
    if (this.#waiting.count < BACKLOG_MAX) this.#waiting.add(use);
    else this.#lost++;
  }

  /**
   * Writes everything recorded so far, and tells the observer. A run that is under way may have begun without some of it:
   * callers who come meanwhile share one run after it.
   */
  flush(): Promise<void> {
    if (!this.#writing) {
      this.#writing = this.#writeAll().finally(() => {
        this.#writing = null;
      });
      return this.#writing;
    }
    this.#next ??= this.#afterwards(this.#writing);
    return this.#next;
  }

  /** Stops the clock and writes what is left. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#background.run("usage", () => this.flush());
  }

  async #afterwards(writing: Promise<void>): Promise<void> {
    await Promise.allSettled([writing]); // its own callers hear of its failure
    this.#next = null;
    await this.flush();
  }

  /** What comes in meanwhile waits for the next second: else a busy server would write without end, and little each time. */
  async #writeAll(): Promise<void> {
    let left = this.#waiting.count;
    while (left > 0) {
      const batch = this.#waiting.take(Math.min(left, BATCH));
      left -= usesIn(batch);
      try {
        await writeKeyUses(this.#database.db, batch);
      } catch (error) {
        this.#waiting.putBack(batch);
        throw error;
      }
      const afterWrite = this.#afterWrite;
      if (afterWrite) await this.#background.run("what follows from usage", () => afterWrite(batch));
    }
    const lost = this.#lost;
    this.#lost = 0;
    if (lost > 0) throw new Error(`${lost} uses of keys were not counted while the database was away`);
  }
}
