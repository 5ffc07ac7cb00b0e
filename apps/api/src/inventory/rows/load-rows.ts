import type { Bin } from "@stowage/contract/bins";
import type { Item } from "@stowage/contract/items";
import type { CodeTarget } from "@stowage/contract/label-codes";
import type { Location } from "@stowage/contract/locations";
import type { Project } from "@stowage/contract/projects";
import type { Task } from "@stowage/contract/tasks";
import { prepared, type Transaction } from "@stowage/db/prepared";
import { bins, codes, items, locations } from "@stowage/db/schema/inventory";
import { projects, reservations, tasks } from "@stowage/db/schema/projects";
import { and, eq, inArray, sql } from "drizzle-orm";
import { within, withinFilter } from "../../bounds/within.ts";
import { binColumns } from "../../features/bins/store.ts";
import { itemColumns } from "../../features/items/store.ts";
import { locationColumns } from "../../features/locations/store.ts";
import { projectColumns, reservationColumns } from "../../features/projects/store.ts";
import { taskColumns } from "../../features/tasks/store.ts";
import type { OrganizationId, Reach, WorkspaceId } from "../../gate/caller.ts";

/** What a project holds of an item, as a row. */
export interface ReservationRow {
  id: string;
  project_id: string;
  item_id: string;
  quantity: number;
  consumed: number;
  version: number;
  created_at: string;
  updated_at: string;
}

type Ids = readonly string[];

const ids = sql`${sql.placeholder("ids")}::text[]`;

export function locationRows(tx: Transaction, reach: Reach, wanted: Ids): Promise<Location[]> {
  const { name, condition, values } = withinFilter("locations", reach);
  const query = prepared(tx, `locations_by_id_${name}`, (on) =>
    on
      .select(locationColumns)
      .from(locations)
      .where(and(condition(), sql`${locations.id} = any(${ids})`)),
  );
  return query.execute({ ...values, ids: [...wanted] });
}

/** Those in the trash too. */
export function binRows(tx: Transaction, reach: Reach, wanted: Ids): Promise<Bin[]> {
  const { name, condition, values } = withinFilter("bins", reach);
  const query = prepared(tx, `bins_by_id_${name}`, (on) =>
    on
      .select(binColumns)
      .from(bins)
      .where(and(condition(), sql`${bins.id} = any(${ids})`)),
  );
  return query.execute({ ...values, ids: [...wanted] });
}

/** Those in the trash too. */
export function itemRows(tx: Transaction, reach: Reach, wanted: Ids): Promise<Item[]> {
  const { name, condition, values } = withinFilter("items", reach);
  const query = prepared(tx, `items_by_id_${name}`, (on) =>
    on
      .select(itemColumns)
      .from(items)
      .where(and(condition(), sql`${items.id} = any(${ids})`)),
  );
  return query.execute({ ...values, ids: [...wanted] });
}

export function projectRows(tx: Transaction, reach: Reach, ids: Ids): Promise<Project[]> {
  return tx
    .select(projectColumns)
    .from(projects)
    .where(and(within("projects", reach), inArray(projects.id, [...ids])));
}

export function reservationRows(tx: Transaction, reach: Reach, ids: Ids): Promise<ReservationRow[]> {
  return tx
    .select(reservationColumns)
    .from(reservations)
    .where(and(eq(reservations.workspace_id, reach.workspace_id), inArray(reservations.id, [...ids])));
}

export function taskRows(tx: Transaction, reach: Reach, ids: Ids): Promise<Task[]> {
  return tx
    .select(taskColumns)
    .from(tasks)
    .where(and(within("tasks", reach), inArray(tasks.id, [...ids])));
}

/** Every place of a workspace: at most 2,000. */
export function wholeTree(tx: Transaction, workspace_id: WorkspaceId): Promise<Location[]> {
  return tx.select(locationColumns).from(locations).where(eq(locations.workspace_id, workspace_id));
}

/** What labels stand on: ids by code, of one kind of thing. */
export async function codeTargets(
  tx: Pick<Transaction, "select">,
  organization_id: OrganizationId,
  kind: CodeTarget,
  wanted: readonly string[],
): Promise<Map<string, string>> {
  const found = await tx
    .select({ code: codes.code, target_id: codes.target_id })
    .from(codes)
    .where(
      and(
        eq(codes.organization_id, organization_id),
        inArray(codes.code, [...wanted]),
        eq(codes.target_type, kind),
      ),
    );
  return new Map(found.flatMap(({ code, target_id }) => (target_id === null ? [] : [[code, target_id]])));
}
