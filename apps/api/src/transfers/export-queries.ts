import type { Transaction } from "@stowage/db/prepared";
import { bins, codes, items, locations } from "@stowage/db/schema/inventory";
import { projects, reservations, tasks } from "@stowage/db/schema/projects";
import { and, asc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { within } from "../bounds/within.ts";
import { binColumns } from "../features/bins/store.ts";
import { itemColumns } from "../features/items/store.ts";
import { locationColumns } from "../features/locations/store.ts";
import { projectColumns, reservationColumns } from "../features/projects/store.ts";
import { taskColumns } from "../features/tasks/store.ts";
import type { OrganizationId, Reach } from "../gate/caller.ts";
import type { CursorQuery } from "./cursor-rows.ts";
import type { Kind } from "./kinds.ts";

/** Whose things an export holds. */
export interface ExportScope {
  reach: Reach;
  organization_id: OrganizationId;
}

const { deleted_at: _binInTrash, ...keptBinColumns } = binColumns;
const { deleted_at: _itemInTrash, ...keptItemColumns } = itemColumns;

const keptBins = (reach: Reach): SQL | undefined => and(within("bins", reach), isNull(bins.deleted_at));
const keptItems = (reach: Reach): SQL | undefined => and(within("items", reach), isNull(items.deleted_at));
const idsOf = (table: PgTable, condition: SQL | undefined): SQL =>
  sql`(select id from ${table} where ${condition})`;

/** What a kind's rows are read by; what is in the trash, and what hangs on that, is left out. */
export const EXPORT_QUERIES: Record<Kind, (tx: Transaction, scope: ExportScope) => CursorQuery> = {
  location: (tx, { reach }) => ({
    name: "export_locations",
    columns: locationColumns,
    query: tx
      .select(locationColumns)
      .from(locations)
      .where(within("locations", reach))
      .orderBy(asc(locations.depth), asc(locations.id)), // parents first
  }),
  bin: (tx, { reach }) => ({
    name: "export_bins",
    columns: keptBinColumns,
    query: tx.select(keptBinColumns).from(bins).where(keptBins(reach)).orderBy(asc(bins.id)),
  }),
  item: (tx, { reach }) => ({
    name: "export_items",
    columns: keptItemColumns,
    query: tx.select(keptItemColumns).from(items).where(keptItems(reach)).orderBy(asc(items.id)),
  }),
  project: (tx, { reach }) => ({
    name: "export_projects",
    columns: projectColumns,
    query: tx
      .select(projectColumns)
      .from(projects)
      .where(within("projects", reach))
      .orderBy(asc(projects.id)),
  }),
  reservation: (tx, { reach }) => ({
    name: "export_reservations",
    columns: reservationColumns,
    query: tx
      .select(reservationColumns)
      .from(reservations)
      .where(
        and(
          eq(reservations.workspace_id, reach.workspace_id),
          sql`${reservations.project_id} in ${idsOf(projects, within("projects", reach))}`,
          sql`${reservations.item_id} in ${idsOf(items, keptItems(reach))}`,
        ),
      )
      .orderBy(asc(reservations.id)),
  }),
  task: taskQuery,
  code: codeQuery,
};

/** A task about what is gone, or in the trash, is exported as one about nothing. */
function taskQuery(tx: Transaction, { reach }: ExportScope): CursorQuery {
  const isThere = sql`(
    ${tasks.subject_id} in ${idsOf(items, keptItems(reach))}
    or ${tasks.subject_id} in ${idsOf(bins, keptBins(reach))}
    or ${tasks.subject_id} in ${idsOf(locations, within("locations", reach))})`;
  const columns = {
    ...taskColumns,
    subject_type: sql`case when ${isThere} then ${tasks.subject_type} end`.as("subject_type"),
    subject_id: sql`case when ${isThere} then ${tasks.subject_id} end`.as("subject_id"),
  };
  return {
    name: "export_tasks",
    columns,
    query: tx.select(columns).from(tasks).where(within("tasks", reach)).orderBy(asc(tasks.id)),
  };
}

/** Labels that no other line has: blank ones, and those beside a bin's own. */
function codeQuery(tx: Transaction, { reach, organization_id }: ExportScope): CursorQuery {
  const columns = {
    code: codes.code,
    target_type: codes.target_type,
    target_id: codes.target_id,
    batch_id: codes.batch_id,
    created_at: codes.created_at,
  };
  const ownCode = sql`exists (select from ${bins} as own where own.id = ${codes.target_id} and own.code = ${codes.code})`;
  const targets = or(
    reach.location_ids === null ? isNull(codes.target_id) : undefined,
    sql`(${codes.target_type} = 'bin' and ${codes.target_id} in ${idsOf(bins, keptBins(reach))} and not ${ownCode})`,
    sql`(${codes.target_type} = 'item' and ${codes.target_id} in ${idsOf(items, keptItems(reach))})`,
    sql`(${codes.target_type} = 'location' and ${codes.target_id} in ${idsOf(locations, within("locations", reach))})`,
  );
  return {
    name: "export_codes",
    columns,
    query: tx
      .select(columns)
      .from(codes)
      .where(and(eq(codes.organization_id, organization_id), targets))
      .orderBy(asc(codes.created_at), asc(codes.code)),
  };
}
