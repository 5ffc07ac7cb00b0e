import { type Content, ContentPage, ListContents } from "@stowage/contract/locations";
import type { Db } from "@stowage/db/open-database";
import { bins, items, locations } from "@stowage/db/schema/inventory";
import { sql } from "drizzle-orm";
import type { Reach } from "../../gate/caller.ts";
import { readCursor, writeCursor } from "../../lists/paging.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getLocation } from "./store.ts";

/**
 * Lists what is directly in a place: its places, then bins, then items, each by name. What is in a bin is the bin's.
 * @throws not_found
 */
export const contents = scoped("locations:read")
  .meta(rest("GET /locations/{id}/contents", "List what is directly in a location", { revision: true }))
  .input(ListContents)
  .output(ContentPage)
  .query(async ({ ctx: { db, reach }, input }) => {
    await getLocation(db, { reach, id: input.id }); // whoever reaches a place reaches what is in it
    return listContents(db, reach, input);
  });

const SORT = "contents";
const KINDS = ["location", "bin", "item"] as const;

async function listContents(
  db: Db,
  reach: Reach,
  { id, limit, cursor, include_total }: ListContents,
): Promise<ContentPage> {
  const [found, total] = await Promise.all([
    contentRows(db, reach, { id, rows: limit + 1, after: positionOf(cursor) }),
    include_total ? countContents(db, reach, id) : undefined,
  ]);
  const data = found.slice(0, limit);
  const last = found.length > limit ? data.at(-1) : undefined;
  return {
    data: data.map(contentOf),
    ...(total !== undefined && { total }),
    next_cursor: last ? writeCursor(SORT, { [SORT]: `${last.kind_rank}${last.name}`, id: last.id }) : null,
  };
}

/** Where a page begins: after a row of the kind with that rank. */
interface Position {
  rank: number;
  name: string;
  id: string;
}

function positionOf(cursor: string | undefined): Position {
  if (cursor === undefined) return { rank: -1, name: "", id: "" };
  const { value, id } = readCursor(cursor, SORT);
  return {
    rank: KINDS.findIndex((_, rank) => String(rank) === String(value)[0]),
    name: String(value).slice(1),
    id,
  };
}

interface ContentRow {
  [column: string]: unknown;
  kind_rank: 0 | 1 | 2;
  id: string;
  name: string;
  kind: Content["kind"];
  code: string;
  quantity: number;
  unit: string;
  is_low: boolean;
}

/** Each kind gives a page at the most, from its index; of the three the first page is taken. */
async function contentRows(
  db: Db,
  { workspace_id }: Reach,
  { id, rows, after }: { id: string; rows: number; after: Position },
): Promise<ContentRow[]> {
  const follows = (rank: number, name: unknown, rowId: unknown) =>
    sql`(${rank}::int, lower(${name}), ${rowId}) > (${after.rank}::int, lower(${after.name}::text), ${after.id}::text)`;
  return db.execute<ContentRow>(sql`
    (select 0 as kind_rank, id, name, lower(name) as sort_name, kind, null::text as code, null::float8 as quantity, null::text as unit, null::boolean as is_low
      from ${locations} where workspace_id = ${workspace_id} and parent_id = ${id}
        and ${follows(0, locations.name, locations.id)}
      order by lower(name), id limit ${rows}::int)
    union all
    (select 1, id, name, lower(name), null, code, null, null, null
      from ${bins} where workspace_id = ${workspace_id} and location_id = ${id} and deleted_at is null
        and ${follows(1, bins.name, bins.id)}
      order by lower(name), id limit ${rows}::int)
    union all
    (select 2, id, name, lower(name), null, null, quantity::float8, unit, is_low
      from ${items} where workspace_id = ${workspace_id} and location_id = ${id} and deleted_at is null
        and ${follows(2, items.name, items.id)}
      order by lower(name), id limit ${rows}::int)
    order by kind_rank, sort_name, id limit ${rows}::int`);
}

async function countContents(db: Db, { workspace_id }: Reach, id: string): Promise<number> {
  const [counted] = await db.execute<{ total: number }>(sql`select (
    (select count(*) from ${locations} where workspace_id = ${workspace_id} and parent_id = ${id})
    + (select count(*) from ${bins} where workspace_id = ${workspace_id} and location_id = ${id} and deleted_at is null)
    + (select count(*) from ${items} where workspace_id = ${workspace_id} and location_id = ${id} and deleted_at is null)
  )::int as total`);
  return counted?.total ?? 0;
}

function contentOf({ kind_rank, id, name, kind, code, quantity, unit, is_low }: ContentRow): Content {
  const type = KINDS[kind_rank];
  if (type === "location") return { type, id, name, kind };
  return type === "bin" ? { type, id, name, code } : { type, id, name, quantity, unit, is_low };
}
