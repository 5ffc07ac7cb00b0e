import type { ListLocations, Location } from "@stowage/contract/locations";
import type { Db } from "@stowage/db/open-database";
import { prepared, type Transaction } from "@stowage/db/prepared";
import { locations } from "@stowage/db/schema/inventory";
import { and, arrayContains, count, eq, sql } from "drizzle-orm";
import { within, withinFilter } from "../../bounds/within.ts";
import type { Reach, WorkspaceId } from "../../gate/caller.ts";
import { byInstant, byText, listPage } from "../../lists/paging.ts";
import { textFilter } from "../../lists/text-search.ts";
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

interface Key {
  reach: Reach;
  id: string;
}

const own = ({ reach, id }: Key) => and(within("locations", reach), eq(locations.id, id));

/** @throws not_found */
export async function getLocation(db: Db, { reach, id }: Key): Promise<Location> {
  const { name, condition, values } = withinFilter("locations", reach);
  const query = prepared(db, `location_get_${name}`, (prepare) =>
    prepare
      .select(locationColumns)
      .from(locations)
      .where(and(condition, eq(locations.id, sql.placeholder("id")))),
  );
  const [location] = await query.execute({ ...values, id });
  if (!location) throw notFound("location", id);
  return location;
}

/**
 * Reads a location that something is about to be put into, and keeps it from being deleted meanwhile.
 * @throws not_found
 */
export async function keepLocation(tx: Transaction, key: Key): Promise<Location> {
  const [location] = await tx.select(locationColumns).from(locations).where(own(key)).for("key share");
  if (!location) throw notFound("location", key.id);
  return location;
}

/** Serialises changes to the shape of one workspace's tree, so that two moves cannot make a cycle together. */
export async function lockTree(tx: Transaction, workspace_id: WorkspaceId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`locations:${workspace_id}`}, 0))`);
}

/** @throws not_found */
export async function lockLocation(tx: Transaction, key: Key): Promise<Location> {
  const [location] = await tx.select(locationColumns).from(locations).where(own(key)).for("update");
  if (!location) throw notFound("location", key.id);
  return location;
}

export async function countLocations(tx: Transaction, workspace_id: WorkspaceId): Promise<number> {
  const [row] = await tx
    .select({ total: count() })
    .from(locations)
    .where(eq(locations.workspace_id, workspace_id));
  return row?.total ?? 0;
}

/** Levels of the tree from a location down, itself included. */
export async function subtreeHeight(
  tx: Transaction,
  location: Location,
  workspace_id: WorkspaceId,
): Promise<number> {
  const [row] = await tx
    .select({ deepest: sql<number>`max(${locations.depth})` })
    .from(locations)
    .where(and(eq(locations.workspace_id, workspace_id), arrayContains(locations.path, [location.id])));
  return (row?.deepest ?? location.depth) - location.depth + 1;
}

/** Rewrites the paths of a whole subtree after its root changed parents; the root's own row included. */
export async function rewritePaths(
  tx: Transaction,
  args: { workspace_id: WorkspaceId; root: Location; parentPath: readonly string[] },
): Promise<void> {
  const { workspace_id, root, parentPath } = args;
  await tx.execute(sql`
    update locations
    set path = array[${sql.join(
      [...parentPath, root.id].map((id) => sql`${id}`),
      sql`, `,
    )}]::text[] || path[${root.depth + 1}:],
        depth = depth + ${parentPath.length + 1 - root.depth}
    where workspace_id = ${workspace_id} and path @> array[${root.id}]::text[]`);
}

export function listLocations(db: Db, reach: Reach, input: ListLocations) {
  return listPage<Location>({
    db,
    name: "locations",
    table: locations,
    id: locations.id,
    columns: locationColumns,
    sorts: {
      name: byText(locations.name),
      created_at: byInstant(locations.created_at),
      updated_at: byInstant(locations.updated_at),
    },
    filters: [
      withinFilter("locations", reach),
      input.parent_id === undefined
        ? null
        : {
            name: "parent",
            condition: eq(locations.parent_id, sql.placeholder("parent_id")),
            values: { parent_id: input.parent_id },
          },
      textFilter(sql`lower(${locations.name})`, input.q),
    ],
    page: input,
  });
}
