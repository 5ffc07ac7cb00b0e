import type { Item } from "@stowage/contract/items";
import type { PathStep } from "@stowage/contract/places";
import type { ListProjectItems, Project, ProjectItemPage } from "@stowage/contract/projects";
import type { Db } from "@stowage/db/open-database";
import { bins, items, locations } from "@stowage/db/schema/inventory";
import { reservations } from "@stowage/db/schema/projects";
import { and, eq, inArray, sql } from "drizzle-orm";
import { itemColumns } from "../features/items/store.ts";
import { comparePicks, type PickOrder, reservationOf } from "../features/projects/policy.ts";
import type { Reach } from "../gate/caller.ts";
import { readCursor, writeCursor } from "./paging.ts";

interface Pick extends PickOrder {
  quantity: number;
  consumed: number;
  path: PathStep[];
}

/** The sort of a pick list, as its cursors say it. */
const BY_PLACE = "place";

/**
 * A page of what a project reserves, by place. All of it is sorted here, for the order of place names is not the
 * database's, and a project reserves at most 1,000 things.
 */
export async function listPicks(
  db: Db,
  reach: Reach,
  project: Project,
  { limit, cursor, include_total }: ListProjectItems,
): Promise<ProjectItemPage> {
  const after = cursor === undefined ? null : pickBehind(cursor);
  const all = (await picksOf(db, reach, project.id)).sort(comparePicks);
  const rest = after === null ? all : all.filter((pick) => comparePicks(pick, after) > 0);
  const page = rest.slice(0, limit);
  const itemOf = await itemsById(
    db,
    reach,
    page.map(({ id }) => id),
  );
  const last = rest.length > limit ? page.at(-1) : undefined;
  return {
    data: page.flatMap(({ id, path, place, ...reserved }) => {
      const item = itemOf.get(id);
      return item ? [{ ...reservationOf(project, item, reserved), item, path, place }] : [];
    }),
    ...(include_total && { total: all.length }),
    next_cursor: last
      ? writeCursor(BY_PLACE, { id: last.id, place: [last.place, last.name].join("\n") })
      : null,
  };
}

/** @throws validation_failed  the cursor is not a pick list's */
function pickBehind(cursor: string): PickOrder {
  const { value, id } = readCursor(cursor, BY_PLACE);
  const [place = "", name = ""] = String(value).split("\n");
  return { id, place, name };
}

async function picksOf(db: Db, { workspace_id }: Reach, project_id: string): Promise<Pick[]> {
  const rows = await db
    .select({
      id: items.id,
      name: items.name,
      quantity: reservations.quantity,
      consumed: reservations.consumed,
      bin: { id: bins.id, name: bins.name },
      location_ids: locations.path,
    })
    .from(reservations)
    .innerJoin(items, eq(items.id, reservations.item_id))
    .leftJoin(bins, eq(bins.id, items.bin_id))
    .leftJoin(locations, sql`${locations.id} = coalesce(${items.location_id}, ${bins.location_id})`)
    .where(and(eq(reservations.workspace_id, workspace_id), eq(reservations.project_id, project_id)));
  const nameOf = await locationNames(
    db,
    workspace_id,
    rows.flatMap((row) => row.location_ids ?? []),
  );
  return rows.map(({ bin, location_ids, ...row }) => {
    const path = [
      ...(location_ids ?? []).map((id) => ({ type: "location" as const, id, name: nameOf.get(id) ?? "" })),
      ...(bin ? [{ type: "bin" as const, ...bin }] : []),
    ];
    return { ...row, path, place: path.map((step) => step.name).join(" / ") };
  });
}

async function locationNames(
  db: Db,
  workspace_id: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ id: locations.id, name: locations.name })
    .from(locations)
    .where(and(eq(locations.workspace_id, workspace_id), inArray(locations.id, wanted)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Those in the trash too. */
async function itemsById(
  db: Db,
  { workspace_id }: Reach,
  ids: readonly string[],
): Promise<Map<string, Item>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select(itemColumns)
    .from(items)
    .where(and(eq(items.workspace_id, workspace_id), inArray(items.id, [...ids])));
  return new Map(rows.map((item) => [item.id, item]));
}
