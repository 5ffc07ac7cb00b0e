import { executePrepared } from "@stowage/db/prepared";
import { items, locations } from "@stowage/db/schema/inventory";
import { getTableName, type SQL, sql } from "drizzle-orm";
import type { Row, Rows } from "../rows/rows.ts";
import type { Writing } from "../writing.ts";

/**
 * Statements that free what one row gives up and another takes in the same transaction: an external id, a name among
 * siblings. PostgreSQL judges uniqueness row by row, so that an exchange would fail however it is written.
 */
export function releaseNames(writing: Writing): Promise<unknown>[] {
  const { tx, by } = writing;
  // Sent at once, as a statement of Drizzle's would not be: those behind it rely on it.
  const release = (table: typeof items | typeof locations, set: SQL, ids: string[]) =>
    ids.length === 0
      ? []
      : [
          executePrepared(tx, `release_${getTableName(table)}`, {
            build:
              () => sql`update ${table} set ${set} where workspace_id = ${sql.placeholder("workspace_id")}
              and id = any(${sql.placeholder("ids")}::text[])`,
            values: { workspace_id: by.workspace_id, ids },
          }),
        ];
  const givers = takenOver(writing.items, (item) => (item.deleted_at === null ? item.external_id : null));
  const named = takenOver(writing.locations, ({ parent_id, name }) => `${parent_id} ${name}`);
  return [
    ...release(items, sql`external_id = null`, givers),
    ...release(locations, sql`name = id`, named), // no other has it as a name
  ];
}

/** The ids of stored rows whose unique value another row has by now. */
function takenOver<Kind extends Row>(rows: Rows<Kind>, uniqueOf: (row: Kind) => string | null): string[] {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  for (const { before, now } of rows.transitions()) {
    const had = before && uniqueOf(before);
    const has = now && uniqueOf(now);
    if (had === has) continue;
    if (before && had !== null) given.set(had, before.id);
    if (has !== null) taken.add(has);
  }
  return [...given].flatMap(([value, id]) => (taken.has(value) ? [id] : []));
}
