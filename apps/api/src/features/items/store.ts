import { parseCode } from "@stowage/contract/codes";
import type { GetItem, Item, ItemPage, ItemView, ListItems } from "@stowage/contract/items";
import type { BinSummary } from "@stowage/contract/places";
import type { Db } from "@stowage/db/open-database";
import { prepared } from "@stowage/db/prepared";
import { bins, items } from "@stowage/db/schema/inventory";
import { and, eq, isNull, sql } from "drizzle-orm";
import { quickly } from "../../bounds/quickly.ts";
import { withinFilter } from "../../bounds/within.ts";
import type { Reach } from "../../gate/caller.ts";
import { equals, hasAll, hasCustomFields, keptOrTrash, only, writtenSince } from "../../lists/filters.ts";
import { byDay, byInstant, byNumber, byText, type Filter, listPage } from "../../lists/paging.ts";
import { binOfCode, placesBelow } from "../../lists/place-filters.ts";
import { textFilter } from "../../lists/text-search.ts";
import { countedKept } from "../../lists/workspace-counts.ts";
import { notFound } from "../../problems.ts";
import { locationPaths } from "../locations/store.ts";

/** The columns of an item on the wire. */
export const itemColumns = {
  id: items.id,
  name: items.name,
  bin_id: items.bin_id,
  location_id: items.location_id,
  quantity: items.quantity,
  reserved: items.reserved,
  available: items.available,
  unit: items.unit,
  min_quantity: items.min_quantity,
  is_low: items.is_low,
  barcodes: items.barcodes,
  sku: items.sku,
  external_id: items.external_id,
  notes: items.notes,
  tags: items.tags,
  custom_fields: items.custom_fields,
  expires_on: items.expires_on,
  serial_number: items.serial_number,
  model: items.model,
  manufacturer: items.manufacturer,
  version: items.version,
  created_at: items.created_at,
  updated_at: items.updated_at,
  deleted_at: items.deleted_at,
};

const SORTS = {
  name: byText(items.name),
  created_at: byInstant(items.created_at),
  updated_at: byInstant(items.updated_at),
  quantity: byNumber(items.quantity),
  expires_on: byDay(items.expires_on),
};

/** @throws not_found */
export async function getItem(db: Db, { reach, id }: { reach: Reach; id: string }): Promise<Item> {
  const { name, condition, values } = withinFilter("items", reach);
  const query = prepared(quickly(db, reach), `item_get_${name}`, (prepare) =>
    prepare
      .select(itemColumns)
      .from(items)
      .where(and(condition(), eq(items.id, sql.placeholder("id")), isNull(items.deleted_at))),
  );
  const [item] = await query.execute({ ...values, id });
  if (!item) throw notFound("item", id);
  return item;
}

export async function listItems(
  db: Db,
  reach: Reach,
  input: Omit<ListItems, "recursive"> & { recursive?: boolean },
): Promise<ItemPage> {
  const page = await listPage<Item>({
    db,
    name: "items",
    table: items,
    id: items.id,
    columns: itemColumns,
    sorts: SORTS,
    filters: [
      withinFilter("items", reach),
      keptOrTrash(items.deleted_at, input.deleted),
      inBin(input.bin_id),
      inPlace(input.location_id, input.recursive ?? false),
      inInbox(input.inbox),
      hasAll(items.tags, input.tag),
      low(input.low_stock),
      expiringBefore(input.expiring_before),
      writtenSince(items.updated_at, input.updated_since),
      hasAll(items.barcodes, input.barcode === undefined ? undefined : [input.barcode]),
      equals(items.external_id, input.external_id),
      equals(items.sku, input.sku),
      hasCustomFields(items.custom_fields, input.custom),
      textFilter(items.search_text, input.q),
    ],
    page: input,
    knownTotal: countedKept(db, reach, "item"),
  });
  if (input.include === undefined) return page;
  return { ...page, data: await widenItems(db, reach, page.data, input.include) };
}

/** Adds what `include` asks for: two queries at the most, however many items there are. */
export async function widenItems(
  db: Db,
  reach: Reach,
  found: readonly Item[],
  include: GetItem["include"] = [],
): Promise<ItemView[]> {
  if (include.length === 0 || found.length === 0) return [...found];
  const inBins = await placedBins(db, reach, new Set(found.flatMap(({ bin_id }) => bin_id ?? [])));
  const placeOf = ({ bin_id, location_id }: Item) =>
    bin_id === null ? location_id : (inBins.get(bin_id)?.location_id ?? null);
  const paths = include.includes("location_path")
    ? await locationPaths(db, reach, new Set(found.flatMap((item) => placeOf(item) ?? [])))
    : null;
  return found.map((item) => ({
    ...item,
    ...(paths && { location_path: paths.get(placeOf(item) ?? "") ?? [] }),
    ...(include.includes("bin") && { bin: summaryOf(inBins.get(item.bin_id ?? "")) }),
  }));
}

type PlacedBin = BinSummary & { location_id: string | null };

async function placedBins(db: Db, reach: Reach, ids: ReadonlySet<string>): Promise<Map<string, PlacedBin>> {
  if (ids.size === 0) return new Map();
  const { name, condition, values } = withinFilter("bins", reach);
  const query = prepared(db, `items_bins_${name}`, (prepare) =>
    prepare
      .select({ id: bins.id, code: bins.code, name: bins.name, location_id: bins.location_id })
      .from(bins)
      .where(and(condition(), sql`${bins.id} = any(${sql.placeholder("ids")}::text[])`)),
  );
  const rows = await query.execute({ ...values, ids: [...ids] });
  return new Map(rows.map((row) => [row.id, row]));
}

function summaryOf(bin: PlacedBin | undefined): BinSummary | null {
  return bin ? { id: bin.id, code: bin.code, name: bin.name } : null;
}

function inBin(ref: string | undefined): Filter | null {
  const code = ref === undefined ? null : parseCode(ref);
  if (code === null) return equals(items.bin_id, ref);
  return { name: "bin_code", condition: () => sql`${items.bin_id} = ${binOfCode}`, values: { code } };
}

function inPlace(location_id: string | undefined, recursive: boolean): Filter | null {
  if (location_id === undefined || !recursive) return equals(items.location_id, location_id);
  return { name: "below", condition: () => isBelow, values: { location_id } };
}

const binsBelow = sql`(select ${bins.id} from ${bins}
  where ${bins.workspace_id} = ${sql.placeholder("workspace_id")} and ${bins.location_id} in ${placesBelow})`;
const isBelow = sql`(${items.location_id} in ${placesBelow} or ${items.bin_id} in ${binsBelow})`;

function inInbox(is: boolean | undefined): Filter | null {
  if (is === undefined) return null;
  return is
    ? only("inbox", () => sql`${items.bin_id} is null and ${items.location_id} is null`)
    : only("placed", () => sql`(${items.bin_id} is not null or ${items.location_id} is not null)`);
}

/** Written as the partial index has it, so that the planner can use it. */
function low(is: boolean | undefined): Filter | null {
  if (is === undefined) return null;
  return is ? only("low", () => sql`${items.is_low}`) : only("stocked", () => sql`not ${items.is_low}`);
}

function expiringBefore(day: string | undefined): Filter | null {
  if (day === undefined) return null;
  const condition = () =>
    sql`coalesce(${items.expires_on}, 'infinity'::date) < ${sql.placeholder("expiring_before")}::date`;
  return { name: "expiring", condition, values: { expiring_before: day } };
}
