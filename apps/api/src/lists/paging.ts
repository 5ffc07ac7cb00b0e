import { CalendarDate, Timestamp } from "@stowage/contract/times";
import type { Db } from "@stowage/db/open-database";
import { prepared } from "@stowage/db/prepared";
import { and, asc, count, desc, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable, SelectedFields } from "drizzle-orm/pg-core";
import { z } from "zod";
import { ProblemError } from "../problems.ts";

/** One condition of a list; `name` tells apart the statements that have it. */
export interface Filter {
  name: string;
  /** Takes its values from placeholders. */
  condition: SQL | undefined;
  values: Record<string, unknown>;
}

/** A field that a list can be sorted by: the indexed expression, and how a cursor's value is compared with it. */
export interface SortField {
  by: SQL | PgColumn;
  from: (value: SQL) => SQL;
}

export interface ListQuery<Columns extends SelectedFields> {
  db: Db;
  /** The list's name, unique among prepared statements. */
  name: string;
  table: PgTable;
  id: PgColumn;
  columns: Columns;
  sorts: Record<string, SortField>;
  filters: (Filter | null)[];
  page: { sort: string; limit: number; cursor?: string | undefined; include_total: boolean };
  /** How many rows there are when nothing narrows the list, where that is known without counting. */
  knownTotal?: () => Promise<number>;
}

/**
 * Lists with more filters than tenant, trash and one more are sent without a name. There are too many combinations for
 * each to stay prepared on every connection, and the planner does better when it sees their values.
 */
const PREPARED_FILTERS_MAX = 3;

type Scalar = string | number;
const Cursor = z.tuple([z.string(), z.union([z.string(), z.number()]), z.string()]);

/** By the text without regard to case; the index is on `lower(…)`. */
export const byText = (column: PgColumn): SortField => ({
  by: sql`lower(${column})`,
  from: (value) => sql`lower(${value})`,
});
/** By a time; cursors carry it as RFC 3339. */
export const byInstant = (by: PgColumn): SortField => ({ by, from: (value) => sql`${value}::timestamptz` });
/** By a number; cursors carry it as JSON does. */
export const byNumber = (by: PgColumn): SortField => ({ by, from: (value) => sql`${value}::numeric` });
/** What has no day comes after every day. */
const NO_DAY = "infinity";
/** By a day that may be absent; the index is on `coalesce(…, 'infinity')`. */
export const byDay = (column: PgColumn): SortField => ({
  by: sql`coalesce(${column}, 'infinity'::date)`,
  from: (value) => sql`${value}::date`,
});

/**
 * A page of rows by keyset: the cursor holds the last row's sort value and id, so a page costs the same however deep it
 * lies, and rows that come or go elsewhere neither repeat nor hide others.
 * @throws validation_failed  the cursor is not one of this list and sort
 */
export async function listPage<Row extends Record<string, unknown> & { id: string }>(
  query: ListQuery<SelectedFields>,
): Promise<{ data: Row[]; total?: number; next_cursor: string | null }> {
  const { page } = query;
  const filters = query.filters.filter((filter) => filter !== null);
  const cursor = page.cursor === undefined ? null : readCursor(page.cursor, page.sort);
  const values = Object.assign({}, ...filters.map((filter) => filter.values));
  const [found, total] = await Promise.all([
    rowsQuery(query, filters, cursor !== null).execute({
      ...values,
      ...(cursor && { cursor_value: cursor.value, cursor_id: cursor.id }),
      page_rows: page.limit + 1,
    }),
    page.include_total ? totalOf(query, filters, values) : undefined,
  ]);
  const rows = found as unknown as Row[]; // the caller names the row that its columns make
  const data = rows.length > page.limit ? rows.slice(0, page.limit) : rows;
  const last = rows.length > page.limit ? data.at(-1) : undefined;
  return {
    data,
    ...(total !== undefined && { total }),
    next_cursor: last ? writeCursor(page.sort, last) : null,
  };
}

function sortOf(query: ListQuery<SelectedFields>): { field: SortField; descending: boolean } {
  const descending = query.page.sort.startsWith("-");
  const field = query.sorts[fieldOf(query.page.sort)];
  if (!field) throw new Error(`${query.name} has no sort ${query.page.sort}`);
  return { field, descending };
}

const fieldOf = (sort: string) => sort.replace(/^-/, "");

function rowsQuery(query: ListQuery<SelectedFields>, filters: Filter[], hasCursor: boolean) {
  const { field, descending } = sortOf(query);
  const shape = [
    query.name,
    query.page.sort,
    hasCursor ? "after" : "first",
    ...filters.map(({ name }) => name),
  ];
  return statement(query.db, filters, shape.join("_"), (db) => {
    const from = sql`(${field.from(sql`${sql.placeholder("cursor_value")}`)}, ${sql.placeholder("cursor_id")})`;
    const after = sql`(${field.by}, ${query.id}) ${sql.raw(descending ? "<" : ">")} ${from}`;
    const order = descending ? desc : asc;
    return db
      .select(query.columns)
      .from(query.table)
      .where(and(...filters.map(({ condition }) => condition), hasCursor ? after : undefined))
      .orderBy(order(field.by), order(query.id))
      .limit(sql.placeholder("page_rows"));
  });
}

async function totalOf(
  query: ListQuery<SelectedFields>,
  filters: Filter[],
  values: Record<string, unknown>,
): Promise<number> {
  if (query.knownTotal && filters.every(({ name }) => name === "ws" || name === "kept"))
    return query.knownTotal();
  const shape = [query.name, "total", ...filters.map(({ name }) => name)].join("_");
  const counting = statement(query.db, filters, shape, (db) =>
    db
      .select({ total: count() })
      .from(query.table)
      .where(and(...filters.map(({ condition }) => condition))),
  );
  const [row] = await counting.execute(values);
  return row?.total ?? 0;
}

function statement<Prepared>(
  db: Db,
  filters: Filter[],
  shape: string,
  build: (db: Db) => { prepare(name: string): Prepared },
): Prepared {
  if (filters.length <= PREPARED_FILTERS_MAX) return prepared(db, shape, build);
  return build(db).prepare(undefined as unknown as string); // without a name Drizzle fills in the values, and prepares nothing
}

/** The cursor behind a row of a list by that sort. */
export function writeCursor(sort: string, row: Record<string, unknown> & { id: string }): string {
  const value = (row[fieldOf(sort)] ?? NO_DAY) as Scalar; // sort fields are text, times, numbers, and days that may be absent
  return Buffer.from(JSON.stringify([sort, value, row.id])).toString("base64url");
}

/** @throws validation_failed  it is not a cursor of that sort */
export function readCursor(text: string, sort: string): { value: Scalar; id: string } {
  const parsed = Cursor.safeParse(jsonOrNull(Buffer.from(text, "base64url").toString()));
  if (parsed.success && parsed.data[0] === sort && fitsSort(sort, parsed.data[1]) && isPlain(parsed.data[2]))
    return { value: parsed.data[1], id: parsed.data[2] };
  const message = "This cursor is not of this list and sort. Start again without one.";
  throw new ProblemError("validation_failed", `cursor: ${message}`, {
    errors: [{ location: "query", pointer: "/cursor", code: "invalid_cursor", message }],
  });
}

/** A cursor is the caller's text: a forged value must not reach the database as a type error. */
function fitsSort(sort: string, value: Scalar): boolean {
  if (sort.endsWith("_at")) return Timestamp.safeParse(value).success;
  if (sort.endsWith("_on")) return value === NO_DAY || CalendarDate.safeParse(value).success;
  if (sort.endsWith("quantity") || sort.endsWith("seq")) return typeof value === "number";
  return typeof value === "string" && isPlain(value);
}

const isPlain = (text: string) => !text.includes("\u0000");

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
