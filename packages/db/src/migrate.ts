import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import type { Sql } from "postgres";
import { migrateJobs } from "./jobs.ts";
import type { Log } from "./log.ts";
import type { Database } from "./open-database.ts";
import { openPool } from "./pool.ts";

/** The oldest major version the schema is tested on. */
const POSTGRES_MAJOR_MIN = 15;

/** Any number, as long as every server of the product uses the same: "stow" in ASCII. */
const MIGRATION_LOCK = 0x73746f77;

/**
 * Brings the database to the newest state in `migrationsFolder` (what drizzle-kit writes). Servers that start at the
 * same moment take turns. Rebuilding a table may take long, so no statement timeout applies.
 * @throws Error  the server is older than PostgreSQL 15, or a migration failed; nothing of the batch is applied then
 */
export async function migrate(database: Database, migrationsFolder: string, log: Log): Promise<void> {
  // one connection: the lock belongs to the session, and the migrator must run in it
  const sql = openPool(database.target, { max: 1, name: "stowage migrate", statementTimeoutMs: 0 });
  try {
    await requireSupported(sql);
    await waitForTurn(sql, log);
    await runMigrations(drizzle(sql), { migrationsFolder });
    await migrateJobs(sql);
  } finally {
    // ends the session, and the lock with it
    await sql.end({ timeout: 1 });
  }
}

async function requireSupported(sql: Sql): Promise<void> {
  const [found] = await sql<[{ version: string; major: number }]>`
    select current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as major`;
  if (found.major >= POSTGRES_MAJOR_MIN) return;
  throw new Error(
    `The database is PostgreSQL ${found.version}; Stowage needs ${POSTGRES_MAJOR_MIN} or newer.`,
  );
}

async function waitForTurn(sql: Sql, log: Log): Promise<void> {
  const [attempt] = await sql<[{ taken: boolean }]>`select pg_try_advisory_lock(${MIGRATION_LOCK}) as taken`;
  if (attempt.taken) return;
  log.info("Another server is migrating the database; waiting for it");
  await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
}
