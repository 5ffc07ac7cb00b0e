import type { Db } from "@stowage/db/open-database";
import { workspaces } from "@stowage/db/schema/identity";
import { inArray } from "drizzle-orm";

/** Somebody who follows by waiting hears of a change within this time, for one small query a look however many wait. */
const LOOK_EVERY_MS = 250;

interface Waiter {
  workspace_id: string;
  seen: number;
  done(revision?: number): void;
}

/** Wakes those who wait for something to happen in their workspace, whichever server it happens on. */
export class RevisionWatch {
  readonly #db: Db;
  readonly #waiting = new Set<Waiter>();
  #timer: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(db: Db) {
    this.#db = db;
  }

  /**
   * Resolves with the workspace's revision when it is not `seen` any more; with null after `ms`, when `signal` says so,
   * or when the server stops.
   */
  async changed(
    workspace_id: string,
    seen: number,
    ms: number,
    signal?: AbortSignal,
  ): Promise<number | null> {
    if (this.#isClosed || signal?.aborted) return null;
    return new Promise((resolve) => {
      const patience = setTimeout(() => waiter.done(), ms);
      const called = () => waiter.done();
      const waiter: Waiter = {
        workspace_id,
        seen,
        done: (revision) => {
          clearTimeout(patience);
          signal?.removeEventListener("abort", called);
          this.#waiting.delete(waiter);
          resolve(revision ?? null);
        },
      };
      signal?.addEventListener("abort", called);
      this.#waiting.add(waiter);
      this.#lookSoon();
    });
  }

  /** How many wait. */
  get size(): number {
    return this.#waiting.size;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Lets all go, and holds up nobody from here on. */
  close(): void {
    this.#isClosed = true;
    if (this.#timer) clearTimeout(this.#timer);
    for (const waiter of [...this.#waiting]) waiter.done();
  }

  #lookSoon(): void {
    if (this.#isClosed || this.#waiting.size === 0) return;
    this.#timer ??= setTimeout(() => {
      void this.#look().finally(() => {
        this.#timer = null;
        this.#lookSoon();
      });
    }, LOOK_EVERY_MS);
  }

  async #look(): Promise<void> {
    try {
      const ids = [...new Set([...this.#waiting].map(({ workspace_id }) => workspace_id))];
      const found = await revisionsOf(this.#db, ids);
      for (const waiter of [...this.#waiting]) {
        const revision = found.get(waiter.workspace_id);
        if (revision !== waiter.seen) waiter.done(revision);
      }
    } catch {
      // A database that does not answer tells those who wait so by their own next query.
      for (const waiter of [...this.#waiting]) waiter.done();
    }
  }
}

/** The number of the last event of each workspace. */
export async function revisionsOf(db: Db, workspace_ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: workspaces.id, revision: workspaces.revision })
    .from(workspaces)
    .where(inArray(workspaces.id, [...workspace_ids]));
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}
