import { type SQL, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import PgBoss from "pg-boss";
import type { Sql } from "postgres";
import type { Log } from "./log.ts";
import type { Database, Db } from "./open-database.ts";
import type { Transaction } from "./prepared.ts";

/** What waits to be done, by queue. Each job is small: it names rows, and says no secret. */
export interface JobData {
  /** Events that triggers and people may have to be told of: those from `first_seq` to `last_seq`. */
  events: { workspace_id: string; first_seq: number; last_seq: number };
  /** One attempt at an action of a trigger; `attempt` counts those before it. */
  deliveries: { delivery_id: string; attempt: number };
}
export type Queue = keyof JobData;

export interface Job<Name extends Queue> {
  id: string;
  data: JobData[Name];
}

export interface NewJob<Name extends Queue> {
  queue: Name;
  data: JobData[Name];
  /** Milliseconds until it may be taken, by the database's clock whatever the server's says. Default: none. */
  delay_ms?: number;
}

/** Where committed jobs are announced, so that a server takes them at once. */
export const JOB_CHANNEL = "stowage_jobs";

/** Jobs in the database, kept by pg-boss: they stand or fall with the transaction that makes them. */
export interface Jobs {
  /** Makes jobs, in the caller's transaction. */
  add<Name extends Queue>(tx: Transaction, jobs: readonly NewJob<Name>[]): Promise<void>;
  /**
   * Takes the jobs that waited longest. Within a transaction they are back if that fails; else they are back once
   * `expireSeconds` of their queue are over and nobody has removed them.
   */
  take<Name extends Queue>(db: Db | Transaction, queue: Name, count: number): Promise<Job<Name>[]>;
  /** They are done. */
  remove(tx: Transaction, queue: Queue, ids: readonly string[]): Promise<void>;
  /** They are taken again later, by whichever server. */
  putOff(queue: Queue, ids: readonly string[]): Promise<void>;
  /** Gives back what servers that are gone had taken. Done by itself as well, every 5 s. */
  expire(): Promise<void>;
  close(): Promise<void>;
}

interface QueueRules {
  /** How long one that was taken outside a transaction belongs to its taker. */
  expireInSeconds: number;
  retryLimit: number;
  /** Seconds until one that was put off is taken again. */
  retryDelay: number;
  retentionMinutes: number;
}

/** What waits is never thrown away, however long no server runs: five years. */
const KEPT_MINUTES = 2_628_000;

const QUEUES: Record<Queue, QueueRules> = {
  events: { expireInSeconds: 60, retryLimit: 100_000, retryDelay: 15, retentionMinutes: KEPT_MINUTES },
  deliveries: { expireInSeconds: 20, retryLimit: 100_000, retryDelay: 1, retentionMinutes: KEPT_MINUTES },
};

const MAINTENANCE_SECONDS = 5;

/** Makes or renews pg-boss's tables and our queues, as a part of migrating; `sql` is a pool of one connection. */
export async function migrateJobs(sql: Sql): Promise<void> {
  const db = drizzle(sql);
  const boss = new PgBoss({
    db: { executeSql: (text, values) => execute(db, text, values) },
    schedule: false,
    supervise: false,
  });
  await boss.start();
  for (const [name, rules] of Object.entries(QUEUES)) {
    await boss.createQueue(name, { name, ...rules });
    await boss.updateQueue(name, { name, ...rules });
  }
  await boss.stop({ graceful: false });
}

/** Opens the jobs of a migrated database. */
export async function openJobs(database: Database, log: Log): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => execute(database.db, text, values) },
    migrate: false,
    schedule: false,
    maintenanceIntervalSeconds: MAINTENANCE_SECONDS,
  });
  boss.on("error", (error) => log.warn(`Looking after the jobs failed: ${error.message}`));
  await boss.start();
  return {
    async add(tx, jobs) {
      if (jobs.length === 0) return;
      const rows = jobs.map(({ queue, data, delay_ms }) => ({
        name: queue,
        data,
        ...(delay_ms !== undefined && { startAfter: `${Math.round(delay_ms)} milliseconds` }),
      }));
      await boss.insert(rows, { db: within(tx) });
      await tx.execute(sql`select pg_notify(${JOB_CHANNEL}, ${jobs[0]?.queue ?? ""})`);
    },
    take: (db, queue, count) => boss.fetch(queue, { batchSize: count, db: within(db) }),
    async remove(tx, queue, ids) {
      if (ids.length > 0) await boss.deleteJob(queue, [...ids], { db: within(tx) });
    },
    async putOff(queue, ids) {
      if (ids.length > 0) await boss.fail(queue, [...ids]);
    },
    expire: () => boss.expire(),
    close: () => boss.stop({ graceful: false }),
  };
}

interface Executed {
  rows: Record<string, unknown>[];
}

/** Some of pg-boss's texts are several statements, with a transaction of their own around them. */
const WHOLE_TRANSACTION = /^\s*BEGIN;(.*)COMMIT;\s*$/s;

async function execute(db: Db, text: string, values?: unknown[]): Promise<Executed> {
  const inner = WHOLE_TRANSACTION.exec(text)?.[1];
  if (inner === undefined) return within(db).executeSql(text, values);
  return db.transaction(async (tx) => ({ rows: await tx.execute<Record<string, unknown>>(sql.raw(inner)) }));
}

const within = (db: Db | Transaction) => ({
  async executeSql(text: string, values?: unknown[]): Promise<Executed> {
    return { rows: await db.execute<Record<string, unknown>>(statement(text, values)) };
  },
});

/** A statement with `$1`, `$2`, … as Drizzle has it. */
function statement(text: string, values: readonly unknown[] = []): SQL {
  const chunks = text.split(/\$(\d+)/).map((part, place) => {
    if (place % 2 === 0) return sql.raw(part);
    return sql`${sql.param(asText(values[Number(part) - 1]))}`;
  });
  return sql.join(chunks);
}

/** The driver passes JSON on as it is, and knows no undefined. */
function asText(value: unknown): unknown {
  if (value === undefined) return null;
  const isJson = typeof value === "object" && value !== null && !Array.isArray(value);
  return isJson ? JSON.stringify(value) : value;
}
