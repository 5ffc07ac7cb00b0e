import { executePrepared, type Transaction } from "@stowage/db/prepared";
import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import type { WorkspaceId } from "../../gate/caller.ts";
import type { Row } from "./rows.ts";

/** The statements that write many rows of one table at once; the rows travel as one JSON value. */
export interface RowStore {
  insert(tx: Transaction, workspace_id: WorkspaceId, rows: readonly Row[]): Promise<unknown>;
  update(tx: Transaction, workspace_id: WorkspaceId, rows: readonly Row[]): Promise<unknown>;
  remove(tx: Transaction, workspace_id: WorkspaceId, rows: readonly Row[]): Promise<unknown>;
}

/** PostgreSQL itself turns the JSON into the columns' types; generated columns are its own affair. */
export function rowStore(table: PgTable): RowStore {
  const name = sql.identifier(getTableConfig(table).name);
  const columns = Object.values(getTableColumns(table))
    .filter((column) => column.generated === undefined)
    .map((column) => sql.identifier(column.name));
  const list = joined(columns.map((column) => sql`${column}`));
  const changing = columns.filter(({ value }) => !["id", "workspace_id", "created_at"].includes(value));
  const sent = sql`jsonb_populate_recordset(null::${name}, ${sql.placeholder("rows")}::jsonb)`;
  const { workspace_id, ids } = {
    workspace_id: sql.placeholder("workspace_id"),
    ids: sql.placeholder("ids"),
  };
  const table_name = getTableConfig(table).name;
  const rowsSent = (of: WorkspaceId, rows: readonly Row[]) =>
    JSON.stringify(rows.map((row) => ({ ...row, workspace_id: of })));
  const updateMany =
    () => sql`update ${name} set ${joined(changing.map((column) => sql`${column} = sent.${column}`))} from ${sent} as sent
    where ${name}.workspace_id = ${workspace_id} and ${name}.id = sent.id`;
  // By the statement above, a planner that knows not how many come would rather read the whole table than look for the one.
  const updateOne = () => {
    const named = joined(changing.map((column) => sql`${column}`));
    return sql`update ${name} set (${named}) = (select ${named} from ${sent})
      where workspace_id = ${workspace_id} and id = any(${ids}::text[])`;
  };
  return {
    insert: (tx, of, rows) =>
      executePrepared(tx, `insert_${table_name}`, {
        build: () => sql`insert into ${name} (${list}) select ${list} from ${sent}`,
        values: { rows: rowsSent(of, rows) },
      }),
    update: (tx, of, rows) =>
      executePrepared(tx, `update_${rows.length === 1 ? "one" : "many"}_${table_name}`, {
        build: rows.length === 1 ? updateOne : updateMany,
        values: { rows: rowsSent(of, rows), workspace_id: of, ids: rows.map(({ id }) => id) },
      }),
    remove: (tx, of, rows) =>
      executePrepared(tx, `delete_${table_name}`, {
        build: () =>
          sql`delete from ${name} where workspace_id = ${workspace_id} and id = any(${ids}::text[])`,
        values: { workspace_id: of, ids: rows.map(({ id }) => id) },
      }),
  };
}

const joined = (parts: SQL[]): SQL => sql.join(parts, sql`, `);
