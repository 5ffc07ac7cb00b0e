import { setTimeout as sleep } from "node:timers/promises";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import type { DatabaseState } from "./database-state.ts";
import { APP_ROLE } from "./embedded/app-database.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded/embedded-postgres.ts";
import type { Log } from "./log.ts";
import { type ConnectionTarget, openPool } from "./pool.ts";
import { sendQuickReads } from "./quick.ts";
import { isDatabaseUnavailable } from "./unavailable.ts";

/** Drizzle's core query builder over the pool; tables are imported where they are used. */
export type Db = PostgresJsDatabase<Record<string, never>>;

/** An open database, embedded or not: nothing above this package tells the two apart. */
export interface Database {
  readonly kind: "embedded" | "external";
  readonly db: Db;
  /** The same pool without Drizzle, for statements that are clearer as SQL. */
  readonly sql: Sql;
  /** For `openPool`: a further connection of one's own, to listen on or to migrate with. */
  readonly target: ConnectionTarget;
  state(): DatabaseState;
  /** Calls back on every change of `state()`. @returns the way to stop that */
  onStateChange(listener: (state: DatabaseState) => void): () => void;
  /** Lets running queries finish for 5 s, then ends the connections and, if embedded, PostgreSQL. Idempotent. */
  close(): Promise<void>;
}

export interface ConnectOptions {
  readonly log: Log;
  /** Connections at most, beside those for quick reads. Default 10: on PostgreSQL's side each is a process. */
  readonly poolSize?: number;
  /** How long to wait for a database that is not up yet, as when a whole machine starts. Default 30 s. */
  readonly startTimeoutMs?: number;
}

export interface OpenDatabaseOptions extends ConnectOptions {
  /** An existing PostgreSQL, 15 or newer. Without it the embedded one is started in `dataDir`. */
  readonly databaseUrl?: string;
  readonly dataDir: string;
  /** Programs of an installed PostgreSQL for the embedded database, instead of the packaged ones. */
  readonly binDir?: string;
}

const POOL_SIZE = 10;
const QUICK_POOL_SIZE = 3;
const START_TIMEOUT_MS = 30_000;
const START_RETRY_MS = 250;
const CLOSE_TIMEOUT_S = 5;

/**
 * Opens the database the settings ask for and resolves once it answers. Migrating it is the caller's next step.
 * @throws DatabaseLockedError    another server uses `dataDir`
 * @throws EmbeddedPostgresError  the embedded database cannot run here
 * @throws Error                  the database behind `databaseUrl` did not answer in time, or refused us
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const { databaseUrl, dataDir, binDir, log } = options;
  if (databaseUrl) return connectDatabase({ url: databaseUrl }, options);
  const states = stateListeners();
  log.info(`DATABASE_URL is not set: using the embedded PostgreSQL in ${dataDir}`);
  const embedded = await startEmbeddedPostgres({ dataDir, binDir, log, onStateChange: states.announce });
  const target = { socketDir: embedded.socketDir, user: APP_ROLE, database: APP_ROLE };
  return { ...pooled(target, options, embedded), onStateChange: states.listen };
}

/**
 * Connects to a PostgreSQL that somebody else runs.
 * @throws Error  it did not answer in time, or refused us; the message holds no password
 */
export async function connectDatabase(target: ConnectionTarget, options: ConnectOptions): Promise<Database> {
  const database = { ...pooled(target, options), onStateChange: () => () => {} };
  try {
    await answers(database.sql, options);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function pooled(
  target: ConnectionTarget,
  { poolSize = POOL_SIZE }: ConnectOptions,
  embedded?: EmbeddedPostgres,
): Omit<Database, "onStateChange"> {
  const sql = openPool(target, { max: poolSize, name: "stowage" });
  const db = drizzle(sql);
  const quickSql = openPool(target, { max: QUICK_POOL_SIZE, name: "stowage quick reads" });
  sendQuickReads(db, drizzle(quickSql));
  let closing: Promise<void> | undefined;
  return {
    kind: embedded ? "embedded" : "external",
    sql,
    db,
    target,
    state: () => (closing ? "stopped" : (embedded?.state() ?? "ready")),
    close() {
      closing ??= Promise.all([sql, quickSql].map((pool) => pool.end({ timeout: CLOSE_TIMEOUT_S }))).then(
        () => embedded?.stop(),
      );
      return closing;
    },
  };
}

async function answers(sql: Sql, { log, startTimeoutMs = START_TIMEOUT_MS }: ConnectOptions): Promise<void> {
  const deadline = performance.now() + startTimeoutMs;
  for (let attempt = 1; ; attempt++) {
    try {
      await sql`select 1`;
      return;
    } catch (error) {
      if (!isDatabaseUnavailable(error) || performance.now() > deadline) throw error;
      if (attempt === 1) log.warn(`The database does not answer yet (${(error as Error).message}); waiting`);
      await sleep(START_RETRY_MS);
    }
  }
}

function stateListeners() {
  const listeners = new Set<(state: DatabaseState) => void>();
  return {
    announce(state: DatabaseState) {
      for (const listener of listeners) listener(state);
    },
    listen(listener: (state: DatabaseState) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
