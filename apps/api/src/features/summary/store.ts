import type { Summary } from "@stowage/contract/search";
import type { Db } from "@stowage/db/open-database";
import { prepared } from "@stowage/db/prepared";
import { workspaces } from "@stowage/db/schema/identity";
import { bins, items, locations } from "@stowage/db/schema/inventory";
import { tasks } from "@stowage/db/schema/projects";
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { withinFilter } from "../../bounds/within.ts";
import type { Reach } from "../../gate/caller.ts";

type Counts = Omit<Summary, "as_of">;

/** Days, besides today, that count as soon. */
const SOON_DAYS = 7;

const today = sql`${sql.placeholder("today")}::date`;

/**
 * What a caller can reach, counted in one statement and so at one moment. Of a whole workspace some numbers are kept; the
 * rest comes from one pass over the items and one over the open tasks. `today` is the day in UTC.
 */
export async function countWithin(db: Db, reach: Reach, day: string): Promise<Counts> {
  const { name, values } = withinFilter("items", reach);
  const query = prepared(db, `summary_${name}`, (prepare) => {
    const ofItems = itemCounts(prepare, reach);
    const ofTasks = taskCounts(prepare, reach);
    return prepare
      .select({
        ...placeCounts(reach),
        items: ofItems.items,
        quantity: ofItems.quantity,
        low_stock: ofItems.low_stock,
        expiring_7d: ofItems.expiring_7d,
        expired: ofItems.expired,
        open_tasks: ofTasks.open_tasks,
        overdue_tasks: ofTasks.overdue_tasks,
        revision: workspaces.revision,
      })
      .from(workspaces)
      .crossJoin(ofItems)
      .crossJoin(ofTasks)
      .where(eq(workspaces.id, sql.placeholder("workspace_id")));
  });
  const [counts] = await query.execute({ ...values, today: day });
  if (!counts) throw new Error(`there is no workspace ${reach.workspace_id}`);
  return counts;
}

function placeCounts(reach: Reach) {
  if (reach.location_ids === null)
    return { locations: workspaces.location_count, bins: workspaces.bin_count };
  const countOf = (table: PgTable, condition: SQL | undefined) =>
    sql<number>`(select count(*) from ${table} where ${condition})`.mapWith(Number);
  return {
    locations: countOf(locations, withinFilter("locations", reach).condition()),
    bins: countOf(bins, and(withinFilter("bins", reach).condition(), isNull(bins.deleted_at))),
  };
}

const counted = (condition?: SQL) =>
  sql<number>`count(*)${condition && sql` filter (where ${condition})`}`.mapWith(Number);

function itemCounts(db: Db, reach: Reach) {
  const soon = sql`${items.expires_on} between ${today} and ${today} + ${sql.raw(String(SOON_DAYS))}`;
  return db
    .select({
      items: counted().as("items"),
      quantity: sql<number>`coalesce(sum(${items.quantity}), 0)`.mapWith(Number).as("quantity"),
      low_stock: counted(sql`${items.is_low}`).as("low_stock"),
      expiring_7d: counted(soon).as("expiring_7d"),
      expired: counted(sql`${items.expires_on} < ${today}`).as("expired"),
    })
    .from(items)
    .where(and(withinFilter("items", reach).condition(), isNull(items.deleted_at)))
    .as("of_items");
}

function taskCounts(db: Db, reach: Reach) {
  return db
    .select({
      open_tasks: counted().as("open_tasks"),
      overdue_tasks: counted(sql`${tasks.due_on} < ${today}`).as("overdue_tasks"),
    })
    .from(tasks)
    .where(and(withinFilter("tasks", reach).condition(), sql`${tasks.status} in ('open', 'in_progress')`))
    .as("of_tasks");
}
