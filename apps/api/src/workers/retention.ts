import { DELIVERY_KEPT_DAYS, IDEMPOTENCY_KEPT_HOURS } from "@stowage/contract/limits";
import { ORGANIZATION_SETTINGS_DEFAULT } from "@stowage/contract/organizations";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { type SQL, sql } from "drizzle-orm";

/** The daily sums of what keys did: a year, and some days of the one before. */
const USAGE_DAYS = 400;
const ENDED_SECRET_DAYS = 90;
const ENDED_INVITATION_DAYS = 30;
/** For as long, a program that was not watched learns that its time is over. Anybody can begin one, so not for longer. */
const ENDED_HAND_OVER_HOURS = 1;
const IMPORT_DAYS = 30;
/** Rows that one statement removes, so that none holds its locks for long. */
const ROWS_AT_ONCE = 5_000;
/** Any number that nothing else locks by: one server at a time removes. */
const RETENTION_LOCK = 7_310_465;

interface Retention {
  database: { db: Db };
  /** Unix milliseconds. */
  now: () => number;
}

/** Calls in keys' logs, as long as each organization keeps them. Reached key by key, through the index of the log. */
export async function removeOldCalls({ database: { db }, now }: Retention): Promise<void> {
  await removeInBatches(
    db,
    sql`
    delete from api_key_calls where ctid = any(array(
      select old.ctid from api_keys join organizations on organizations.id = api_keys.organization_id
      cross join lateral (
        select ctid from api_key_calls where api_key_id = api_keys.id
          and last_at < ${instant(now())} - make_interval(days => ${keptDays("request_retention_days")})
        limit ${ROWS_AT_ONCE}
      ) as old limit ${ROWS_AT_ONCE}))`,
  );
}

/** Sums by day, endpoint and network. */
export async function removeOldUsage({ database: { db }, now }: Retention): Promise<void> {
  for (const table of [sql`api_key_usage`, sql`api_key_usage_details`])
    await removeInBatches(
      db,
      sql`
      delete from ${table} where ctid = any(array(
        select old.ctid from api_keys cross join lateral (
          select ctid from ${table} where api_key_id = api_keys.id
            and day < (${instant(now())} at time zone 'UTC')::date - ${USAGE_DAYS}::int
          limit ${ROWS_AT_ONCE}
        ) as old limit ${ROWS_AT_ONCE}))`,
    );
}

/**
 * Events, as long as each organization keeps them. They go from the oldest on, by `seq`, so that the feed has no gaps
 * from wherever it begins.
 */
export async function removeOldEvents({ database: { db }, now }: Retention): Promise<void> {
  const homes = await db.execute<{ id: string; days: number }>(sql`
    select workspaces.id, ${keptDays("event_retention_days")} as days
    from workspaces join organizations on organizations.id = workspaces.organization_id`);
  for (const { id, days } of homes)
    await removeInBatches(
      db,
      sql`
      delete from events where workspace_id = ${id} and seq < (
        select coalesce(
          min(seq) filter (where created_at >= ${instant(now())} - make_interval(days => ${days}::int)), max(seq) + 1)
        from (
          select seq, created_at from events where workspace_id = ${id} order by seq limit ${ROWS_AT_ONCE}
        ) as oldest)`,
    );
}

/**
 * What triggers did, once it is over for good; tried again, it is kept for as long again. What made a task is kept while
 * that is open, so that its trigger makes no second one.
 */
export async function removeEndedDeliveries({ database: { db }, now }: Retention): Promise<void> {
  const before = sql`${instant(now())} - make_interval(days => ${DELIVERY_KEPT_DAYS}::int)`;
  await removeInBatches(
    db,
    sql`delete from deliveries where id = any(array(
      select id from deliveries where status <> 'pending' and created_at < ${before}
        and coalesce(last_attempt_at, created_at) < ${before}
        and not exists (select from tasks where tasks.workspace_id = deliveries.workspace_id
          and tasks.id = deliveries.task_id and tasks.status in ('open', 'in_progress'))
      limit ${ROWS_AT_ONCE}))`,
  );
}

/** Secrets that were rotated out, and invitations that are over. A key's current secret has no end. */
export async function removeEndedCredentials({ database: { db }, now }: Retention): Promise<void> {
  const before = (days: number) => sql`${instant(now())} - make_interval(days => ${days}::int)`;
  await db.execute(sql`delete from api_key_secrets where ends_at < ${before(ENDED_SECRET_DAYS)}`);
  await db.execute(sql`delete from invitations where expires_at < ${before(ENDED_INVITATION_DAYS)}`);
}

/** Programs that asked for a key. */
export async function removeEndedHandOvers({ database: { db }, now }: Retention): Promise<void> {
  await removeInBatches(
    db,
    sql`delete from hand_overs where ctid = any(array(
      select ctid from hand_overs
      where expires_at < ${instant(now())} - make_interval(hours => ${ENDED_HAND_OVER_HOURS}::int)
      limit ${ROWS_AT_ONCE}))`,
  );
}

/** First answers under an `Idempotency-Key`. */
export async function removeOldAnswers({ database: { db }, now }: Retention): Promise<void> {
  await removeInBatches(
    db,
    sql`
    delete from idempotency_keys where ctid = any(array(
      select ctid from idempotency_keys
      where claimed_at < ${instant(now())} - make_interval(hours => ${IDEMPOTENCY_KEPT_HOURS}::int)
      limit ${ROWS_AT_ONCE}))`,
  );
}

/** What was brought in, with the file of what never ended. */
export async function removeOldImports({ database: { db }, now }: Retention): Promise<void> {
  await removeInBatches(
    db,
    sql`delete from imports where id = any(array(
      select id from imports where created_at < ${instant(now())} - make_interval(days => ${IMPORT_DAYS}::int)
      limit ${ROWS_AT_ONCE}))`,
  );
}

const instant = (ms: number): SQL => sql`${new Date(ms).toISOString()}::timestamptz`;

function keptDays(setting: "request_retention_days" | "event_retention_days"): SQL {
  return sql`coalesce((organizations.settings->>${setting})::int, ${ORGANIZATION_SETTINGS_DEFAULT[setting]}::int)`;
}

/** Repeats a statement until it finds no full batch. Where another server is at it already, that one does it all. */
async function removeInBatches(db: Db, removal: SQL): Promise<void> {
  let removed = ROWS_AT_ONCE;
  while (removed >= ROWS_AT_ONCE) removed = await db.transaction((tx) => removeOnce(tx, removal));
}

async function removeOnce(tx: Transaction, removal: SQL): Promise<number> {
  const [lock] = await tx.execute<{ is_ours: boolean }>(
    sql`select pg_try_advisory_xact_lock(${RETENTION_LOCK}) as is_ours`,
  );
  return lock?.is_ours ? (await tx.execute(removal)).count : 0;
}
