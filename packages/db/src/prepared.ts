import { Column, getTableName, is, Param, Placeholder, SQL, type SQLWrapper } from "drizzle-orm";
import { PgArray, PgCustomColumn, PgDialect } from "drizzle-orm/pg-core";
import type { Sql } from "postgres";
import type { Db } from "./open-database.ts";
import { type Decode, type DescribedColumn, type ReadRow, rowReader } from "./row-reader.ts";

/** A transaction's handle: the same query builder, bound to its connection. */
export type Transaction = Parameters<Parameters<Db["transaction"]>[0]>[0];

type Values = Record<string, unknown>;

/** What a builder of Drizzle's has prepared. */
export interface Executable {
  execute(values?: Values): Promise<unknown>;
}

interface Preparable<Prepared extends Executable> {
  prepare(name: string): Prepared;
}

/** What is looked at of Drizzle's prepared query; prepared.test.ts fails when an update of it changes them. */
interface DrizzleQuery {
  readonly queryString: string;
  readonly params: readonly unknown[];
  readonly fields?: readonly { readonly path: readonly string[]; readonly field: unknown }[];
  readonly joinsNotNullableMap?: Readonly<Record<string, boolean>>;
}

/** A statement's text, and how values get into it and rows out of it: the same on every connection. */
interface Compiled {
  readonly text: string;
  readonly fill: (values: Values) => unknown[];
  /** The patched driver asks for it with the columns of an answer; without it rows come as the driver makes them. */
  readonly reader?: (columns: readonly DescribedColumn[]) => ReadRow;
}

const statements = new Map<string, Compiled>();
const dialect = new PgDialect();

/**
 * A prepared statement, built once a name: building SQL costs several times what running it does, and so does reading
 * rows column by column through Drizzle, so both are worked out ahead. `name` must tell apart every shape of the query;
 * values come by `sql.placeholder`. Columns in an object of their own, `{ t: { a: t.a } }`, are not those of an outer join.
 */
export function prepared<Prepared extends Executable>(
  on: Db | Transaction,
  name: string,
  build: (db: Db | Transaction) => Preparable<Prepared>,
): Pick<Prepared, "execute"> {
  const statement = known(name, () => compiledQuery(name, build(on).prepare(name)));
  const execute = (values: Values = {}) => rowsOf(on, statement, values);
  return { execute } as Pick<Prepared, "execute">; // its rows have the builder's columns, read as the builder would
}

/**
 * The same for a statement that is written out. It is sent at once, whether or not anybody waits for it. Its rows come as the
 * driver gives them.
 * @returns the rows
 */
export function executePrepared<Row extends Values = Values>(
  on: Db | Transaction,
  name: string,
  { build, values }: { build: () => SQL; values: Values },
): Promise<Row[]> {
  const { text, fill } = known(name, () => {
    const { sql, params } = dialect.sqlToQuery(build());
    return { text: sql, fill: filler(params) };
  });
  const rows = send(on, text, fill(values)).then((answer) => answer as unknown as Row[]);
  rows.catch(() => {}); // who sent several and met the first one's failure does not wait for the others
  return rows;
}

const send = (on: Db | Transaction, text: string, params: unknown[]) =>
  driverOf(on)
    .unsafe(text, params as never[], { prepare: true })
    .execute();

function known(name: string, compile: () => Compiled): Compiled {
  const found = statements.get(name);
  if (found) return found;
  const made = compile();
  statements.set(name, made);
  return made;
}

function rowsOf(on: Db | Transaction, { text, fill, reader }: Compiled, values: Values): Promise<Values[]> {
  const options = { prepare: true, reader } as object; // `reader` is the patch's own: what comes is an array of its rows alone
  return driverOf(on)
    .unsafe<Values[]>(text, fill(values) as never[], options)
    .execute();
}

/** The driver behind a handle. Drizzle keeps it to itself. */
export function driverOf(on: Db | Transaction): Sql {
  return (on as unknown as { session: { client: Sql } }).session.client;
}

function compiledQuery(name: string, query: Executable): Compiled {
  const { queryString, params, fields = [], joinsNotNullableMap = {} } = query as unknown as DrizzleQuery;
  const columns = fields.map(({ path, field }) => {
    if (path.length > 1 && is(field, Column) && joinsNotNullableMap[getTableName(field.table)] === false)
      throw new Error(`${name}: ${path.join(".")} is of an outer join, and would have to be null as a whole`);
    return { path, decode: decoderOf(field) };
  });
  return { text: queryString, fill: filler(params), reader: rowReader(columns) };
}

/** How a column's value is read; null when it is taken as it comes. */
function decoderOf(field: unknown): Decode | null {
  if (is(field, PgArray))
    return elementsAsTheyCome(field) ? null : (value) => field.mapFromDriverValue(value as never);
  if (is(field, PgCustomColumn)) return (field as unknown as { mapFrom?: Decode }).mapFrom ?? null;
  const decoder = is(field, Column) ? field : sqlOf(field as SQLWrapper).decoder;
  const isIdentity =
    !("mapFromDriverValue" in decoder) || decoder.mapFromDriverValue === Column.prototype.mapFromDriverValue;
  return isIdentity ? null : (value) => decoder.mapFromDriverValue(value as never);
}

/** The driver has made an array of it already. */
const elementsAsTheyCome = ({ baseColumn }: { baseColumn: unknown }): boolean =>
  decoderOf(baseColumn) === null;

const sqlOf = (field: SQLWrapper) =>
  (is(field, SQL) ? field : field.getSQL()) as SQL & { decoder: { mapFromDriverValue: Decode } }; // Drizzle keeps the decoder to itself

function filler(params: readonly unknown[]): (values: Values) => unknown[] {
  const fillers = params.map((param): ((values: Values) => unknown) => {
    if (is(param, Placeholder)) return (values) => placed(values, param.name);
    if (is(param, Param) && is(param.value, Placeholder)) {
      const { name } = param.value;
      return (values) => param.encoder.mapToDriverValue(placed(values, name));
    }
    return () => param;
  });
  return (values) => fillers.map((fill) => fill(values));
}

function placed(values: Values, name: string): unknown {
  const value = values[name];
  if (value === undefined && !(name in values)) throw new Error(`no value for the placeholder ${name}`);
  return value;
}
