import type { Bin, BinPage, BinView, GetBin, ListBins } from "@stowage/contract/bins";
import { parseCode } from "@stowage/contract/codes";
import type { Db } from "@stowage/db/open-database";
import { prepared } from "@stowage/db/prepared";
import { bins, items } from "@stowage/db/schema/inventory";
import { and, count, eq, isNull, sql } from "drizzle-orm";
import { quickly } from "../../bounds/quickly.ts";
import { withinFilter } from "../../bounds/within.ts";
import type { Reach } from "../../gate/caller.ts";
import { equals, hasAll, keptOrTrash, writtenSince } from "../../lists/filters.ts";
import { byInstant, byText, type Filter, listPage } from "../../lists/paging.ts";
import { binOfCode, placesBelow } from "../../lists/place-filters.ts";
import { textFilter } from "../../lists/text-search.ts";
import { countedKept } from "../../lists/workspace-counts.ts";
import { notFound } from "../../problems.ts";
import { locationPaths } from "../locations/store.ts";

/** The columns of a bin on the wire. */
export const binColumns = {
  id: bins.id,
  code: bins.code,
  name: bins.name,
  location_id: bins.location_id,
  description: bins.description,
  tags: bins.tags,
  color: bins.color,
  icon: bins.icon,
  custom_fields: bins.custom_fields,
  version: bins.version,
  created_at: bins.created_at,
  updated_at: bins.updated_at,
  deleted_at: bins.deleted_at,
};

const SORTS = {
  name: byText(bins.name),
  created_at: byInstant(bins.created_at),
  updated_at: byInstant(bins.updated_at),
};

/** `id` may also be the code on a label of the bin. */
interface Key {
  reach: Reach;
  id: string;
}

/** @throws not_found */
export async function getBin(db: Db, { reach, id }: Key): Promise<Bin> {
  const code = parseCode(id);
  const { name, condition, values } = withinFilter("bins", reach);
  const query = prepared(quickly(db, reach), `bin_get_${code ? "code" : "id"}_${name}`, (prepare) =>
    prepare
      .select(binColumns)
      .from(bins)
      .where(
        and(condition(), eq(bins.id, code ? binOfCode : sql.placeholder("id")), isNull(bins.deleted_at)),
      ),
  );
  const [bin] = await query.execute({ ...values, ...(code ? { code } : { id }) });
  if (!bin) throw notFound("bin", id);
  return bin;
}

export async function listBins(db: Db, reach: Reach, input: ListBins): Promise<BinPage> {
  const page = await listPage<Bin>({
    db,
    name: "bins",
    table: bins,
    id: bins.id,
    columns: binColumns,
    sorts: SORTS,
    filters: [
      withinFilter("bins", reach),
      keptOrTrash(bins.deleted_at, input.deleted),
      inPlace(input.location_id, input.recursive),
      hasAll(bins.tags, input.tag),
      writtenSince(bins.updated_at, input.updated_since),
      textFilter(bins.search_text, input.q),
    ],
    page: input,
    knownTotal: countedKept(db, reach, "bin"),
  });
  if (input.include === undefined) return page;
  return { ...page, data: await widenBins(db, reach, page.data, input.include) };
}

/** Adds what `include` asks for: one query for each, however many bins there are. */
export async function widenBins(
  db: Db,
  reach: Reach,
  found: readonly Bin[],
  include: GetBin["include"] = [],
): Promise<BinView[]> {
  if (include.length === 0 || found.length === 0) return [...found];
  const [paths, counts] = await Promise.all([
    include.includes("location_path")
      ? locationPaths(db, reach, new Set(found.flatMap(({ location_id }) => location_id ?? [])))
      : null,
    include.includes("item_count") ? itemCounts(db, reach, found) : null,
  ]);
  return found.map((bin) => ({
    ...bin,
    ...(paths && { location_path: paths.get(bin.location_id ?? "") ?? [] }),
    ...(counts && { item_count: counts.get(bin.id) ?? 0 }),
  }));
}

async function itemCounts(
  db: Db,
  { workspace_id }: Reach,
  found: readonly Bin[],
): Promise<Map<string, number>> {
  const query = prepared(db, "bins_item_counts", (prepare) =>
    prepare
      .select({ bin_id: items.bin_id, total: count() })
      .from(items)
      .where(
        and(
          eq(items.workspace_id, sql.placeholder("workspace_id")),
          sql`${items.bin_id} = any(${sql.placeholder("ids")}::text[])`,
          isNull(items.deleted_at),
        ),
      )
      .groupBy(items.bin_id),
  );
  const rows = await query.execute({ workspace_id, ids: found.map(({ id }) => id) });
  return new Map(rows.map(({ bin_id, total }) => [bin_id ?? "", total]));
}

function inPlace(location_id: string | undefined, recursive: boolean): Filter | null {
  if (location_id === undefined || !recursive) return equals(bins.location_id, location_id);
  return {
    name: "below",
    condition: () => sql`${bins.location_id} in ${placesBelow}`,
    values: { location_id },
  };
}
