import type { Library, Location } from "@stowage/contract/locations";
import type { Db } from "@stowage/db/open-database";
import { bins, items, locations } from "@stowage/db/schema/inventory";
import { isNull, type SQL, sql } from "drizzle-orm";
import { withinFilter } from "../../bounds/within.ts";
import type { Reach } from "../../gate/caller.ts";
import { only } from "../../lists/filters.ts";
import { byText, type ListQuery, listPage } from "../../lists/paging.ts";
import { locationColumns } from "../locations/store.ts";

const SORTS = { name: byText(locations.name) };

/** The topmost places that the caller can reach. */
export async function listLibraries(db: Db, reach: Reach, input: Omit<ListQuery<never>["page"], "sort">) {
  const page = await listPage<Location>({
    db,
    name: "libraries",
    table: locations,
    id: locations.id,
    columns: locationColumns,
    sorts: SORTS,
    filters: [
      withinFilter("locations", reach),
      reach.location_ids === null
        ? only("roots", () => isNull(locations.parent_id))
        : only("bounds", () => OUTERMOST_OF_BOUNDS),
    ],
    page: { ...input, sort: "name" },
  });
  const counts = await countsIn(db, reach, page.data);
  return {
    ...page,
    data: page.data.map((place): Library => ({ ...place, ...(counts.get(place.id) ?? NOTHING) })),
  };
}

const PLACES = sql`string_to_array(${sql.placeholder("places")}, ',')`;

/** Those of a key's places that lie in none of its others. */
const OUTERMOST_OF_BOUNDS: SQL = sql`(${locations.id} = any(${PLACES})
  and not ${locations.path}[1:${locations.depth} - 1] && ${PLACES})`;

type Counts = Pick<Library, "location_count" | "bin_count" | "item_count">;
const NOTHING: Counts = { location_count: 0, bin_count: 0, item_count: 0 };

/**
 * What is in each place and all below it, for a whole page in one statement. Each part is read once and they are joined by
 * hash: of a workspace that has just been filled the planner knows nothing, and would go over one part for each row of
 * another.
 */
async function countsIn(
  db: Db,
  { workspace_id }: Reach,
  roots: readonly Location[],
): Promise<Map<string, Counts>> {
  if (roots.length === 0) return new Map();
  const ids = sql`string_to_array(${roots.map(({ id }) => id).join(",")}, ',')`;
  const counted = sql`
    with inside as materialized (
      select root, id from ${locations} cross join lateral unnest(path) as root
      where workspace_id = ${workspace_id} and path && ${ids} and root = any(${ids})
    ), lying as (
      select location_id, count(*) as items from ${items}
      where workspace_id = ${workspace_id} and location_id is not null and deleted_at is null group by location_id
    ), held as (
      select bin_id, count(*) as items from ${items}
      where workspace_id = ${workspace_id} and bin_id is not null and deleted_at is null group by bin_id
    ), standing as (
      select location_id, count(*) as bins, sum(held.items) as items
      from ${bins} left join held on held.bin_id = bins.id
      where workspace_id = ${workspace_id} and location_id is not null and deleted_at is null group by location_id
    )
    select root, count(*)::int - 1 as location_count, coalesce(sum(standing.bins), 0)::int as bin_count,
      (coalesce(sum(standing.items), 0) + coalesce(sum(lying.items), 0))::int as item_count
    from inside left join standing on standing.location_id = inside.id left join lying on lying.location_id = inside.id
    group by root`;
  const rows = await db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('enable_nestloop', 'off', true)`);
    return tx.execute<Counts & { root: string }>(counted);
  });
  return new Map(rows.map(({ root, ...counts }) => [root, counts]));
}
