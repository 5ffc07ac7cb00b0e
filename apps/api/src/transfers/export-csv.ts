import type { Bin } from "@stowage/contract/bins";
import { CSV_COLUMNS, type CsvColumn, type CsvKind, hasCustomFields } from "@stowage/contract/csv-columns";
import type { Item } from "@stowage/contract/items";
import type { Location } from "@stowage/contract/locations";
import type { Transaction } from "@stowage/db/prepared";
import { bins, items, locations } from "@stowage/db/schema/inventory";
import { and, eq, isNull, sql } from "drizzle-orm";
import { within } from "../bounds/within.ts";
import { locationColumns } from "../features/locations/store.ts";
import type { Reach } from "../gate/caller.ts";
import { customCell, listCell, pathCell } from "./cell-values.ts";
import { cursorRows } from "./cursor-rows.ts";
import { EXPORT_QUERIES, type ExportScope } from "./export-queries.ts";
import { formulaSafe } from "./formula-safe.ts";

/** Custom fields that get a column each; a workspace with more has them all in one, as JSON. */
const CUSTOM_COLUMNS_MAX = 100;

/** Without it, Excel takes UTF-8 for something else. */
const BYTE_ORDER_MARK = "\ufeff";

type Row = Record<string, unknown>;

/** The rows of one kind, with a header (RFC 4180). What a spreadsheet would run as a formula is guarded. */
export async function* exportCsv(tx: Transaction, scope: ExportScope, kind: CsvKind): AsyncGenerator<string> {
  const columns = CSV_COLUMNS[kind];
  const keys = hasCustomFields(kind) ? await customKeys(tx, scope.reach, kind) : [];
  const customHeads = keys === null ? ["custom_fields"] : keys.map((key) => `custom.${key}`);
  yield BYTE_ORDER_MARK + record(["type", ...columns.map(({ name }) => name), ...customHeads]);
  const names = await placeNames(tx, scope.reach);
  for await (const rows of cursorRows<Row & { id: string }>(tx, EXPORT_QUERIES[kind](tx, scope))) {
    const places = await placesOf(tx, kind, rows, names);
    yield rows
      .map((row, index) => {
        const whole = { ...row, ...places[index] };
        return record([kind, ...columns.map((column) => cell(column, whole)), ...customCells(row, keys)]);
      })
      .join("");
  }
}

/** The keys that are in use, in their order; null when they are too many. */
async function customKeys(tx: Transaction, reach: Reach, kind: CsvKind): Promise<string[] | null> {
  const table = kind === "bin" ? bins : items;
  const found = await tx.execute<{ key: string }>(sql`
    select distinct jsonb_object_keys(${table.custom_fields}) as key from ${table}
    where ${and(within(kind === "bin" ? "bins" : "items", reach), isNull(table.deleted_at))}
    order by key limit ${CUSTOM_COLUMNS_MAX + 1}`);
  return found.length > CUSTOM_COLUMNS_MAX ? null : found.map(({ key }) => key);
}

function customCells({ custom_fields }: Row, keys: readonly string[] | null): string[] {
  const values = (custom_fields ?? {}) as Item["custom_fields"]; // the column's own type
  if (keys === null) return [JSON.stringify(values)];
  return keys.map((key) => (values[key] === undefined ? "" : customCell(values[key])));
}

function cell({ name, form }: CsvColumn, row: Row): string {
  const value = row[name];
  if (value === null || value === undefined) return "";
  if (form === "list") return listCell(value as string[]); // the table's form says so
  if (form === "path") return pathCell(value as string[]);
  return form === "text" ? formulaSafe(String(value)) : String(value);
}

/** Quoted where it must be (RFC 4180, 2.6 and 2.7), and where a reader would trim. */
const record = (cells: readonly string[]): string =>
  `${cells.map((text) => (/[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(",")}\r\n`;

/** What places are called, from the topmost that the caller can reach down to each. */
async function placeNames(tx: Transaction, reach: Reach): Promise<Map<string, string[]>> {
  const found = await tx.select(locationColumns).from(locations).where(within("locations", reach));
  const byId = new Map(found.map((location) => [location.id, location.name]));
  const namesOf = ({ path }: Location) => path.flatMap((id) => byId.get(id) ?? []);
  return new Map(found.map((location) => [location.id, namesOf(location)]));
}

/** The columns that spell out where each row is. */
async function placesOf(
  tx: Transaction,
  kind: CsvKind,
  rows: readonly Row[],
  names: ReadonlyMap<string, string[]>,
): Promise<Row[]> {
  const path = (id: unknown) => (typeof id === "string" ? (names.get(id) ?? []) : []);
  if (kind === "location") return rows.map(({ parent_id }) => ({ parent_path: path(parent_id) }));
  if (kind === "bin") return rows.map(({ location_id }) => ({ location_path: path(location_id) }));
  if (kind !== "item") return [];
  const ids = [...new Set(rows.map(({ bin_id }) => bin_id).filter((id) => typeof id === "string"))];
  const found = await binsById(tx, ids);
  return rows.map(({ bin_id, location_id }) => {
    const bin = typeof bin_id === "string" ? found.get(bin_id) : undefined;
    return {
      bin_code: bin?.code,
      bin_name: bin?.name,
      location_path: path(bin ? bin.location_id : location_id),
    };
  });
}

async function binsById(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, Pick<Bin, "code" | "name" | "location_id">>> {
  if (ids.length === 0) return new Map();
  const found = await tx
    .select({ id: bins.id, code: bins.code, name: bins.name, location_id: bins.location_id })
    .from(bins)
    .where(eq(bins.id, sql`any(string_to_array(${ids.join(",")}, ','))`));
  return new Map(found.map((bin) => [bin.id, bin]));
}
