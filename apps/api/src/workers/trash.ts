import { ORGANIZATION_SETTINGS_DEFAULT } from "@stowage/contract/organizations";
import type { Transaction } from "@stowage/db/prepared";
import { sql } from "drizzle-orm";
import type { Deps } from "../deps.ts";
import { recordEvent } from "../events.ts";

/** Rows of a kind that one transaction removes; for so long a workspace's writers wait. */
const ROWS_AT_ONCE = 5_000;
/** Any number that nothing else locks by: one server at a time removes. */
const TRASH_LOCK = 7_310_466;

interface Workspace {
  id: string;
  organization_id: string;
  /** RFC 3339; what was put into the trash before goes for good. */
  before: string;
}

type Source = Pick<Deps, "database" | "jobs" | "now">;

/**
 * Removes for good what has been in the trash for longer than its organization keeps it. A pass over a workspace leaves
 * one event, `trash.purged`, or for each 5,000 rows one.
 */
export async function emptyOldTrash(deps: Source): Promise<void> {
  for (const workspace of await workspacesWithOldTrash(deps)) {
    let isMore = true;
    while (isMore) isMore = await deps.database.db.transaction((tx) => purge(tx, deps, workspace));
  }
}

async function workspacesWithOldTrash({ database: { db }, now }: Source): Promise<Workspace[]> {
  const at = new Date(now()).toISOString();
  return db.execute<Workspace & Record<string, unknown>>(sql`
    select workspaces.id, workspaces.organization_id, to_char(old.before at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as before
    from workspaces join organizations on organizations.id = workspaces.organization_id
    cross join lateral (select ${at}::timestamptz - make_interval(days =>
      coalesce((organizations.settings->>'trash_days')::int, ${ORGANIZATION_SETTINGS_DEFAULT.trash_days}::int)) as before) as old
    where exists (select from items where workspace_id = workspaces.id and deleted_at < old.before)
      or exists (select from bins where workspace_id = workspaces.id and deleted_at < old.before)`);
}

/** @returns whether there may be more of it */
async function purge(tx: Transaction, deps: Source, workspace: Workspace): Promise<boolean> {
  const [lock] = await tx.execute<{ is_ours: boolean }>(
    sql`select pg_try_advisory_xact_lock(${TRASH_LOCK}) as is_ours`,
  );
  if (!lock?.is_ours) return false;
  // As every writer to things does, so that nothing is taken out of the trash or looked at meanwhile.
  await tx.execute(sql`select from workspaces where id = ${workspace.id} for no key update`);
  const items = await purgeItems(tx, workspace);
  const bins = await purgeBins(tx, workspace);
  if (items + bins === 0) return false;
  const event = { type: "trash.purged", subject_id: workspace.id, subject_name: "Trash" } as const;
  await recordEvent(tx, { deps, workspace_id: workspace.id }, { ...event, data: { items, bins } });
  return Math.max(items, bins) === ROWS_AT_ONCE;
}

/** What projects hold of them goes with them. */
async function purgeItems(tx: Transaction, workspace: Workspace): Promise<number> {
  const gone = await oldOnes(tx, workspace, "items");
  if (gone.length === 0) return 0;
  await tx.execute(
    sql`delete from reservations where workspace_id = ${workspace.id} and item_id in ${listed(gone)}`,
  );
  await tx.execute(sql`delete from items where workspace_id = ${workspace.id} and id in ${listed(gone)}`);
  await blankLabels(tx, workspace, gone);
  return gone.length;
}

/** What is in the trash still and was in them remembers where they stood. */
async function purgeBins(tx: Transaction, workspace: Workspace): Promise<number> {
  const gone = await oldOnes(tx, workspace, "bins");
  if (gone.length === 0) return 0;
  await tx.execute(sql`
    update items set bin_id = null, location_id = bins.location_id from bins
    where items.workspace_id = ${workspace.id} and items.bin_id in ${listed(gone)}
      and bins.workspace_id = items.workspace_id and bins.id = items.bin_id`);
  await tx.execute(sql`delete from bins where workspace_id = ${workspace.id} and id in ${listed(gone)}`);
  await blankLabels(tx, workspace, gone);
  return gone.length;
}

async function oldOnes(
  tx: Transaction,
  { id, before }: Workspace,
  table: "items" | "bins",
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from ${sql.identifier(table)} where workspace_id = ${id} and deleted_at < ${before}
    order by deleted_at, id limit ${ROWS_AT_ONCE}`);
  return rows.map((row) => row.id);
}

/** A label that is still there can be put on something else. */
async function blankLabels(tx: Transaction, { organization_id }: Workspace, gone: string[]): Promise<void> {
  await tx.execute(sql`update codes set target_type = null, target_id = null
    where organization_id = ${organization_id} and target_id in ${listed(gone)}`);
}

const listed = (ids: string[]) => sql`(select unnest(string_to_array(${ids.join(",")}, ',')))`;
