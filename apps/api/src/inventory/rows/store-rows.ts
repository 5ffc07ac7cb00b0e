import type { Transaction } from "@stowage/db/prepared";
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
  const columns = Object.values(getTableColumns(table)).flatMap((column) =>
    column.generated === undefined ? [column.name] : [],
  );
  const list = joined(columns.map((column) => sql`${sql.identifier(column)}`));
  const set = joined(
    columns
      .filter((column) => !["id", "workspace_id", "created_at"].includes(column))
      .map((column) => sql`${sql.identifier(column)} = sent.${sql.identifier(column)}`),
  );
  const sent = (workspace_id: WorkspaceId, rows: readonly Row[]) =>
    sql`jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows.map((row) => ({ ...row, workspace_id })))}::jsonb)`;
  return {
    insert: (tx, workspace_id, rows) =>
      tx.execute(sql`insert into ${name} (${list}) select ${list} from ${sent(workspace_id, rows)}`),
    update: (tx, workspace_id, rows) =>
      tx.execute(sql`update ${name} set ${set} from ${sent(workspace_id, rows)} as sent
        where ${name}.workspace_id = ${workspace_id} and ${name}.id = sent.id`),
    remove: (tx, workspace_id, rows) =>
      tx.execute(sql`delete from ${name} where workspace_id = ${workspace_id}
        and id = any(string_to_array(${rows.map(({ id }) => id).join(",")}, ','))`),
  };
}

const joined = (parts: SQL[]): SQL => sql.join(parts, sql`, `);
