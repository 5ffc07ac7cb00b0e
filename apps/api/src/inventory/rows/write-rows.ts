import { executePrepared, prepared, type Transaction } from "@stowage/db/prepared";
import { workspaces } from "@stowage/db/schema/identity";
import { bins, items, locations } from "@stowage/db/schema/inventory";
import { projects, reservations, tasks } from "@stowage/db/schema/projects";
import { eq, sql } from "drizzle-orm";
import type { WorkspaceId } from "../../gate/caller.ts";
import { releaseNames } from "../items/release-names.ts";
import type { Writing } from "../writing.ts";
import { allAnswered } from "./all-answered.ts";
import type { Row, Rows } from "./rows.ts";
import { type RowStore, rowStore } from "./store-rows.ts";

/** The counts that each change keeps; the revision is the `seq` of the last event. */
export interface WorkspaceRow {
  id: WorkspaceId;
  revision: number;
  item_count: number;
  bin_count: number;
  location_count: number;
  trigger_count: number;
}

/** Makes this transaction the workspace's only writer until it ends. Readers are not held up. */
export async function lockWorkspace(tx: Transaction, id: WorkspaceId): Promise<WorkspaceRow> {
  const locking = prepared(tx, "workspace_lock", (on) =>
    on
      .select({
        revision: workspaces.revision,
        item_count: workspaces.item_count,
        bin_count: workspaces.bin_count,
        location_count: workspaces.location_count,
        trigger_count: workspaces.trigger_count,
      })
      .from(workspaces)
      .where(eq(workspaces.id, sql.placeholder("id")))
      .for("no key update"),
  );
  const [row] = await locking.execute({ id });
  if (!row) throw new Error(`workspace ${id} is gone`);
  return { id, ...row };
}

export async function writeWorkspace(
  tx: Transaction,
  { id, revision, item_count, bin_count, location_count, trigger_count }: WorkspaceRow,
  at: string,
): Promise<void> {
  await executePrepared(tx, "workspace_write", {
    build: () => sql`update workspaces set revision = ${sql.placeholder("revision")},
      item_count = ${sql.placeholder("item_count")}, bin_count = ${sql.placeholder("bin_count")},
      location_count = ${sql.placeholder("location_count")}, trigger_count = ${sql.placeholder("trigger_count")},
      updated_at = ${sql.placeholder("at")} where id = ${sql.placeholder("id")}`,
    values: { id, revision, item_count, bin_count, location_count, trigger_count, at },
  });
}

const STORES = {
  locations: rowStore(locations),
  bins: rowStore(bins),
  items: rowStore(items),
  projects: rowStore(projects),
  reservations: rowStore(reservations),
  tasks: rowStore(tasks),
} satisfies Record<string, RowStore>;

/** What holds comes before what is held. */
const IN_ORDER = ["locations", "bins", "items", "projects", "reservations", "tasks"] as const;

/** Each table's rows are of a kind of their own; what is written of them is alike. */
const rowsOf = (writing: Writing, table: (typeof IN_ORDER)[number]) => writing[table] as unknown as Rows<Row>;

/**
 * Rows that one statement writes. Where there are more, statements wait for one another, so that no message is too large
 * for PostgreSQL, and others get their turn meanwhile.
 */
const ROWS_A_STATEMENT = 2_000;

/**
 * Writes what is new and what changed, from the places down; what must be unique is freed before somebody else has it. The
 * statements go out in their order, and are waited for by whoever holds `statements`.
 */
export async function writeRows(writing: Writing, statements: Promise<unknown>[]): Promise<void> {
  const { tx, by, labels } = writing;
  statements.push(...releaseNames(writing), removeFrom(writing, "reservations"));
  for (const table of IN_ORDER) {
    const { added, changed } = rowsOf(writing, table).changes();
    await inBatches(statements, added, (rows) => STORES[table].insert(tx, by.workspace_id, rows));
    await inBatches(statements, changed, (rows) => STORES[table].update(tx, by.workspace_id, rows));
  }
  statements.push(labels.write());
}

/** Sends the statement for some rows behind those before it; for very many, one after the other. */
export async function inBatches<One>(
  statements: Promise<unknown>[],
  rows: readonly One[],
  statement: (rows: readonly One[]) => Promise<unknown>,
): Promise<void> {
  if (rows.length === 0) return;
  if (rows.length <= ROWS_A_STATEMENT) {
    statements.push(statement(rows));
    return;
  }
  await allAnswered(statements.splice(0));
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    await statement(rows.slice(from, from + ROWS_A_STATEMENT));
}

/** Removes what is gone for good, from the tasks up. */
export const removeRows = (writing: Writing): Promise<unknown>[] =>
  IN_ORDER.toReversed().map((table) => removeFrom(writing, table));

async function removeFrom(writing: Writing, table: (typeof IN_ORDER)[number]): Promise<void> {
  const { dropped } = rowsOf(writing, table).changes();
  if (dropped.length > 0) await STORES[table].remove(writing.tx, writing.by.workspace_id, dropped);
}
