import type { ListLocations, Location } from "@stowage/contract/locations";
import type { LocationPath } from "@stowage/contract/places";
import type { Db } from "@stowage/db/open-database";
import { prepared } from "@stowage/db/prepared";
import { locations } from "@stowage/db/schema/inventory";
import { and, eq, sql } from "drizzle-orm";
import { quickly } from "../../bounds/quickly.ts";
import { withinFilter } from "../../bounds/within.ts";
import type { Reach } from "../../gate/caller.ts";
import { equals, writtenSince } from "../../lists/filters.ts";
import { byInstant, byText, listPage } from "../../lists/paging.ts";
import { textFilter } from "../../lists/text-search.ts";
import { countedKept } from "../../lists/workspace-counts.ts";
import { notFound } from "../../problems.ts";

/** The columns of a location on the wire. */
export const locationColumns = {
  id: locations.id,
  name: locations.name,
  parent_id: locations.parent_id,
  kind: locations.kind,
  description: locations.description,
  path: locations.path,
  depth: locations.depth,
  version: locations.version,
  created_at: locations.created_at,
  updated_at: locations.updated_at,
};

const SORTS = {
  name: byText(locations.name),
  created_at: byInstant(locations.created_at),
  updated_at: byInstant(locations.updated_at),
};

const searchText = sql`lower(${locations.name})`;

interface Key {
  reach: Reach;
  id: string;
}

/** @throws not_found */
export async function getLocation(db: Db, { reach, id }: Key): Promise<Location> {
  const { name, condition, values } = withinFilter("locations", reach);
  const query = prepared(quickly(db, reach), `location_get_${name}`, (prepare) =>
    prepare
      .select(locationColumns)
      .from(locations)
      .where(and(condition(), eq(locations.id, sql.placeholder("id")))),
  );
  const [location] = await query.execute({ ...values, id });
  if (!location) throw notFound("location", id);
  return location;
}

export function listLocations(db: Db, reach: Reach, input: ListLocations) {
  return listPage<Location>({
    db,
    name: "locations",
    table: locations,
    id: locations.id,
    columns: locationColumns,
    sorts: SORTS,
    filters: [
      withinFilter("locations", reach),
      equals(locations.parent_id, input.parent_id),
      writtenSince(locations.updated_at, input.updated_since),
      textFilter(searchText, input.q),
    ],
    page: input,
    knownTotal: countedKept(db, reach, "location"),
  });
}

/** The way to each place from the library down, as far as the caller can see it: a bounded key's begins at its bounds. */
export async function locationPaths(
  db: Db,
  reach: Reach,
  ids: ReadonlySet<string>,
): Promise<Map<string, LocationPath>> {
  if (ids.size === 0) return new Map();
  const { name, condition, values } = withinFilter("locations", reach);
  const query = prepared(db, `location_paths_${name}`, (prepare) =>
    prepare
      .select({ id: locations.id, name: locations.name, places: sql<string[]>`wanted.ids` })
      .from(locations)
      .innerJoin(STEPS, sql`wanted.step = ${locations.id}`)
      .where(condition())
      .orderBy(locations.depth),
  );
  const paths = new Map<string, LocationPath>();
  for (const { id, name: stepName, places } of await query.execute({ ...values, ids: [...ids] }))
    for (const place of places) paths.set(place, [...(paths.get(place) ?? []), { id, name: stepName }]);
  return paths;
}

/** Each step on the way to the places, with those that it leads to. */
const STEPS = sql`(select step, array_agg(places.id) as ids from locations as places
  cross join lateral unnest(places.path) as step
  where places.workspace_id = ${sql.placeholder("workspace_id")} and places.id = any(${sql.placeholder("ids")}::text[])
  group by step) as wanted`;
