import { CalendarDate, Timestamp } from "@stowage/contract/times";
import type { Db } from "@stowage/db/open-database";
import { type Executable, prepared, type Transaction } from "@stowage/db/prepared";
import { quick } from "@stowage/db/quick";
import { and, asc, count, desc, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable, SelectedFields } from "drizzle-orm/pg-core";
import { z } from "zod";
import { ProblemError } from "../problems.ts";

/** One condition of a list; `name` tells apart the statements that have it. */
export interface Filter {
  name: string;
  /** Built only when the statement is new; takes its values from placeholders. */
  condition: () => SQL | undefined;
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
  const narrowing = narrowingOf(query.filters);
  const { values } = narrowing;
  if (page.cursor !== undefined) {
    const cursor = readCursor(page.cursor, page.sort);
    values.cursor_value = cursor.value;
    values.cursor_id = cursor.id;
  }
  values.page_rows = page.limit + 1;
  const [found, total] = await Promise.all([
    rowsQuery(query, narrowing, page.cursor !== undefined).execute(values),
    page.include_total ? totalOf(query, narrowing) : undefined,
  ]);
  const rows = found as unknown as Row[]; // the caller names the row that its columns make
  const data = rows.length > page.limit ? rows.slice(0, page.limit) : rows;
  const last = rows.length > page.limit ? data.at(-1) : undefined;
  const next_cursor = last ? writeCursor(page.sort, last) : null;
  return total === undefined ? { data, next_cursor } : { data, total, next_cursor };
}

/** The filters of a query that narrow it. */
interface Narrowing {
  filters: Filter[];
  /** Each behind an underscore. */
  names: string;
  values: Record<string, unknown>;
}

function narrowingOf(filters: readonly (Filter | null)[]): Narrowing {
  const narrowing: Narrowing = { filters: [], names: "", values: {} };
  for (const filter of filters) {
    if (filter === null) continue;
    narrowing.filters.push(filter);
    narrowing.names += `_${filter.name}`;
    Object.assign(narrowing.values, filter.values);
  }
  return narrowing;
}

/** Whether a list is all that its workspace keeps, which is read in the order of an index. */
const isPlain = ({ names }: Narrowing) => names === "_ws" || names === "_ws_kept";

const conditionsOf = ({ filters }: Narrowing) => filters.map(({ condition }) => condition());

function sortOf(query: ListQuery<SelectedFields>): { field: SortField; descending: boolean } {
  const descending = query.page.sort.startsWith("-");
  const field = query.sorts[fieldOf(query.page.sort)];
  if (!field) throw new Error(`${query.name} has no sort ${query.page.sort}`);
  return { field, descending };
}

const fieldOf = (sort: string) => (sort.startsWith("-") ? sort.slice(1) : sort);

function rowsQuery(query: ListQuery<SelectedFields>, narrowing: Narrowing, hasCursor: boolean) {
  const shape = `${query.name}_${query.page.sort}_${hasCursor ? "after" : "first"}${narrowing.names}`;
  return statement(isPlain(narrowing) ? quick(query.db) : query.db, narrowing, shape, (db) => {
    const { field, descending } = sortOf(query);
    const from = sql`(${field.from(sql`${sql.placeholder("cursor_value")}`)}, ${sql.placeholder("cursor_id")})`;
    const after = sql`(${field.by}, ${query.id}) ${sql.raw(descending ? "<" : ">")} ${from}`;
    const order = descending ? desc : asc;
    return db
      .select(query.columns)
      .from(query.table)
      .where(and(...conditionsOf(narrowing), hasCursor ? after : undefined))
      .orderBy(order(field.by), order(query.id))
      .limit(sql.placeholder("page_rows"));
  });
}

async function totalOf(query: ListQuery<SelectedFields>, narrowing: Narrowing): Promise<number> {
  if (query.knownTotal && isPlain(narrowing)) return query.knownTotal();
  const counting = statement(query.db, narrowing, `${query.name}_total${narrowing.names}`, (db) =>
    db
      .select({ total: count() })
      .from(query.table)
      .where(and(...conditionsOf(narrowing))),
  );
  const [row] = await counting.execute(narrowing.values);
  return row?.total ?? 0;
}

function statement<Prepared extends Executable>(
  db: Db,
  { filters }: Narrowing,
  shape: string,
  build: (db: Db | Transaction) => { prepare(name: string): Prepared },
): Pick<Prepared, "execute"> {
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
  if (
    parsed.success &&
    parsed.data[0] === sort &&
    fitsSort(sort, parsed.data[1]) &&
    isSendable(parsed.data[2])
  )
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
  return typeof value === "string" && isSendable(value);
}

const isSendable = (text: string) => !text.includes("\u0000");

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
