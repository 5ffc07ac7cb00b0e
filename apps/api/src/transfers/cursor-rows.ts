import type { Transaction } from "@stowage/db/prepared";
import { Column, is, type SQL, sql } from "drizzle-orm";

/** Rows that are in memory at a time. */
const ROWS_AT_ONCE = 500;

/** A select of drizzle's, with the columns that tell how its values come from the driver. */
export interface CursorQuery {
  name: string;
  columns: Readonly<Record<string, unknown>>;
  query: { getSQL(): SQL };
}

/** All rows of a query, some at a time, by a cursor on the server. */
export async function* cursorRows<Row extends Record<string, unknown>>(
  tx: Transaction,
  { name, columns, query }: CursorQuery,
): AsyncGenerator<Row[]> {
  const cursor = sql.identifier(name);
  await tx.execute(sql`declare ${cursor} no scroll cursor for ${query.getSQL()}`);
  for (;;) {
    const rows = await tx.execute(sql`fetch forward ${sql.raw(String(ROWS_AT_ONCE))} from ${cursor}`);
    if (rows.length > 0) yield rows.map((row) => fromDriver(row, columns) as Row); // the columns make the row
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await tx.execute(sql`close ${cursor}`);
}

function fromDriver(row: Record<string, unknown>, columns: CursorQuery["columns"]): Record<string, unknown> {
  const mapped: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(columns)) {
    const value = row[name];
    mapped[name] = value !== null && is(column, Column) ? column.mapFromDriverValue(value) : value;
  }
  return mapped;
}
