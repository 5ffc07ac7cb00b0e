import type { Item } from "@stowage/contract/items";
import type { Transaction } from "@stowage/db/prepared";
import { items } from "@stowage/db/schema/inventory";
import { and, count, eq, inArray, isNull } from "drizzle-orm";
import type { WorkspaceId } from "../../gate/caller.ts";
import type { Rows } from "../rows/rows.ts";

/** How many kept items are in bins, at each point of a transaction; each of them counts, reached by the caller or not. */
export class BinContents {
  readonly #tx: Transaction;
  readonly #workspaceId: WorkspaceId;
  readonly #items: Rows<Item>;
  readonly #stored = new Map<string, number>();

  constructor(tx: Transaction, workspaceId: WorkspaceId, items: Rows<Item>) {
    this.#tx = tx;
    this.#workspaceId = workspaceId;
    this.#items = items;
  }

  /** Counts many bins in one query. */
  async fetch(bin_ids: Iterable<string>): Promise<void> {
    const missing = [...new Set(bin_ids)].filter((id) => !this.#stored.has(id));
    if (missing.length === 0) return;
    const counted = await this.#tx
      .select({ bin_id: items.bin_id, held: count() })
      .from(items)
      .where(
        and(
          eq(items.workspace_id, this.#workspaceId),
          inArray(items.bin_id, missing),
          isNull(items.deleted_at),
        ),
      )
      .groupBy(items.bin_id);
    const held = new Map(counted.map((row) => [row.bin_id, row.held]));
    for (const id of missing) this.#stored.set(id, held.get(id) ?? 0);
  }

  async count(bin_id: string): Promise<number> {
    await this.fetch([bin_id]);
    const isIn = (item: Item | null) => item !== null && item.bin_id === bin_id && item.deleted_at === null;
    let held = this.#stored.get(bin_id) ?? 0;
    for (const { before, now } of this.#items.transitions()) held += Number(isIn(now)) - Number(isIn(before));
    return held;
  }
}
