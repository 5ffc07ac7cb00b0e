import type { Bin, ListBins } from "@stowage/contract/bins";
import { parseCode } from "@stowage/contract/codes";
import type { Db } from "@stowage/db/open-database";
import { prepared, type Transaction } from "@stowage/db/prepared";
import { bins } from "@stowage/db/schema/inventory";
import { and, arrayContains, count, eq, isNull, sql } from "drizzle-orm";
import { within, withinFilter } from "../../bounds/within.ts";
import type { Reach, WorkspaceId } from "../../gate/caller.ts";
import { byInstant, byText, type Filter, listPage } from "../../lists/paging.ts";
import { textFilter } from "../../lists/text-search.ts";
import { notFound } from "../../problems.ts";

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
};

/** `id` may also be the code on the bin's label. */
interface Key {
  reach: Reach;
  id: string;
}

/** @throws not_found */
export async function getBin(db: Db, { reach, id }: Key): Promise<Bin> {
  const code = parseCode(id);
  const { name, condition, values } = withinFilter("bins", reach);
  const query = prepared(db, `bin_get_${code ? "code" : "id"}_${name}`, (prepare) =>
    prepare
      .select(binColumns)
      .from(bins)
      .where(and(condition, eq(code ? bins.code : bins.id, sql.placeholder("ref")), isNull(bins.deleted_at))),
  );
  const [bin] = await query.execute({ ...values, ref: code ?? id });
  if (!bin) throw notFound("bin", id);
  return bin;
}

const kept = ({ reach, id }: Key) => {
  const code = parseCode(id);
  return and(within("bins", reach), code ? eq(bins.code, code) : eq(bins.id, id), isNull(bins.deleted_at));
};

/**
 * Reads a bin that something is about to be put into, and keeps it from being deleted meanwhile.
 * @throws not_found
 */
export async function keepBin(tx: Transaction, key: Key): Promise<Bin> {
  const [bin] = await tx.select(binColumns).from(bins).where(kept(key)).for("share");
  if (!bin) throw notFound("bin", key.id);
  return bin;
}

/** @throws not_found */
export async function lockBin(tx: Transaction, key: Key): Promise<Bin> {
  const [bin] = await tx.select(binColumns).from(bins).where(kept(key)).for("update");
  if (!bin) throw notFound("bin", key.id);
  return bin;
}

export async function countBins(tx: Transaction, workspace_id: WorkspaceId): Promise<number> {
  const [row] = await tx
    .select({ total: count() })
    .from(bins)
    .where(and(eq(bins.workspace_id, workspace_id), isNull(bins.deleted_at)));
  return row?.total ?? 0;
}

export function listBins(db: Db, reach: Reach, input: ListBins) {
  return listPage<Bin>({
    db,
    name: "bins",
    table: bins,
    id: bins.id,
    columns: binColumns,
    sorts: {
      name: byText(bins.name),
      created_at: byInstant(bins.created_at),
      updated_at: byInstant(bins.updated_at),
    },
    filters: [
      withinFilter("bins", reach),
      { name: "kept", condition: isNull(bins.deleted_at), values: {} },
      inLocation(input.location_id),
      withTag(input.tag),
      textFilter(bins.search_text, input.q),
    ],
    page: input,
  });
}

function inLocation(location_id: string | undefined): Filter | null {
  if (location_id === undefined) return null;
  return {
    name: "location",
    condition: eq(bins.location_id, sql.placeholder("location_id")),
    values: { location_id },
  };
}

function withTag(tag: string | undefined): Filter | null {
  if (tag === undefined) return null;
  return {
    name: "tag",
    condition: arrayContains(bins.tags, sql`array[${sql.placeholder("tag")}]::text[]`),
    values: { tag },
  };
}
