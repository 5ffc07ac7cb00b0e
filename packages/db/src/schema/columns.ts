import type { IdKind } from "@stowage/contract/ids";
import { customType, integer, text } from "drizzle-orm/pg-core";

/** RFC 3339 in UTC with milliseconds, from the driver to the browser: PostgreSQL's own text, never a `Date`. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamptz(3)",
  fromDriver: rfc3339FromPostgres,
});

/** Decimals that PostgreSQL left out, by the length of what it wrote: trailing zeros, and the point with the last of them. */
const LEFT_OUT: Readonly<Record<number, string>> = { 26: "", 25: "0", 24: "00", 22: ".000" };

/**
 * `2026-01-02 03:04:05.678+00` → `2026-01-02T03:04:05.678Z`. The connection's time zone must be UTC. A page of 20 rows has
 * 40 of them, and by way of a `Date` each costs a microsecond.
 */
export function rfc3339FromPostgres(value: string): string {
  const leftOut = LEFT_OUT[value.length];
  if (leftOut === undefined || value[4] !== "-" || !value.endsWith("+00"))
    return new Date(value).toISOString();
  return `${value.slice(0, 10)}T${value.slice(11, -3)}${leftOut}Z`;
}

/** numeric(14,3) as a number: 14 digits fit a double exactly. */
export const quantity = customType<{ data: number; driverData: string }>({
  dataType: () => "numeric(14,3)",
  fromDriver: Number,
  toDriver: String,
});

/** A TypeID made in Node; `kind` is documentation for the reader and the type of nothing. */
export const typeId = (_kind: IdKind) => text();

/** Primary key, version and times, in every table that people edit. */
export const entity = (kind: IdKind) => ({
  id: typeId(kind).primaryKey(),
  version: integer().notNull().default(1),
  created_at: instant().notNull(),
  updated_at: instant().notNull(),
});
