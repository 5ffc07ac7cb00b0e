import type { Item } from "@stowage/contract/items";
import type { Transaction } from "@stowage/db/prepared";
import { items } from "@stowage/db/schema/inventory";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { WorkspaceId } from "../../gate/caller.ts";
import type { Rewind } from "./rows.ts";

/** Which kept item has which external id, at each point of a transaction; those out of a caller's reach count too. */
export class ExternalIds {
  readonly #tx: Transaction;
  readonly #workspaceId: WorkspaceId;
  readonly #journal: (rewind: Rewind) => void;
  readonly #holders = new Map<string, string | null>();

  constructor(tx: Transaction, workspaceId: WorkspaceId, journal: (rewind: Rewind) => void) {
    this.#tx = tx;
    this.#workspaceId = workspaceId;
    this.#journal = journal;
  }

  /** Looks up many in one query. */
  async fetch(external_ids: Iterable<string>): Promise<void> {
    const missing = [...new Set(external_ids)].filter((external_id) => !this.#holders.has(external_id));
    if (missing.length === 0) return;
    const found = await this.#tx
      .select({ id: items.id, external_id: items.external_id })
      .from(items)
      .where(
        and(
          eq(items.workspace_id, this.#workspaceId),
          inArray(items.external_id, missing),
          isNull(items.deleted_at),
        ),
      );
    const holders = new Map(found.map(({ id, external_id }) => [external_id, id]));
    for (const external_id of missing) this.#holders.set(external_id, holders.get(external_id) ?? null);
  }

  /** The id of the kept item that has it, or null. */
  async holder(external_id: string): Promise<string | null> {
    await this.fetch([external_id]);
    return this.#holders.get(external_id) ?? null;
  }

  /** Follows a row from one state to the next. */
  follow(before: Item | null, after: Item): void {
    const had = before && before.deleted_at === null ? before.external_id : null;
    const has = after.deleted_at === null ? after.external_id : null;
    if (had === has) return;
    // A holder that was not looked up was this one: the database would still say so.
    if (had !== null && (this.#holders.get(had) ?? after.id) === after.id) this.#set(had, null);
    if (has !== null) this.#set(has, after.id);
  }

  #set(external_id: string, holder: string | null): void {
    const previous = this.#holders.get(external_id);
    this.#holders.set(external_id, holder);
    this.#journal(() => {
      if (previous === undefined) this.#holders.delete(external_id);
      else this.#holders.set(external_id, previous);
    });
  }
}
