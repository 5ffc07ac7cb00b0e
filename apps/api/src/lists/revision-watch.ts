import type { Db } from "@stowage/db/open-database";
import { workspaces } from "@stowage/db/schema/identity";
import { inArray } from "drizzle-orm";

/** Somebody who follows by waiting hears of a change within this time, for one small query a look however many wait. */
const LOOK_EVERY_MS = 250;

interface Waiter {
  workspace_id: string;
  seen: number;
  done(): void;
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

  /** Resolves when the workspace's revision is not `seen` any more, after `ms`, or when the server stops. */
  async changed(workspace_id: string, seen: number, ms: number): Promise<void> {
    if (this.#isClosed) return;
    await new Promise<void>((resolve) => {
      const patience = setTimeout(() => waiter.done(), ms);
      const waiter: Waiter = {
        workspace_id,
        seen,
        done: () => {
          clearTimeout(patience);
          this.#waiting.delete(waiter);
          resolve();
        },
      };
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
      for (const waiter of [...this.#waiting])
        if (found.get(waiter.workspace_id) !== waiter.seen) waiter.done();
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
