import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import type { Sql } from "postgres";
import type { TestProject } from "vitest/node";
import { APP_ROLE } from "../embedded/app-database.ts";
import { installBinaries } from "../embedded/binaries.ts";
import { CLUSTER_OWNER } from "../embedded/cluster.ts";
import { startEmbeddedPostgres } from "../embedded/embedded-postgres.ts";
import { silentLog } from "../log.ts";
import { migrate } from "../migrate.ts";
import { connectDatabase } from "../open-database.ts";
import { type ConnectionTarget, openPool } from "../pool.ts";
import { type TestPostgres, withDatabase } from "./test-postgres.ts";
import { throwAwayFolder } from "./throw-away-folder.ts";

const MIGRATIONS = fileURLToPath(new URL("../../drizzle", import.meta.url));

/** Nothing in a test run survives a power cut, nor needs to. */
const FOR_SPEED = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  max_connections: "200",
};

let cleanUps: Array<() => void | Promise<void>> = [];

/**
 * Starts one PostgreSQL for the whole run, with a migrated template in it. `DATABASE_URL_TEST` names another server to
 * use instead; its role must be allowed to create databases.
 */
export async function setup(project: TestProject): Promise<void> {
  // vitest calls this for the workspace and again for each project that names it
  if ("testPostgres" in project.getProvidedContext()) return;
  const url = process.env.DATABASE_URL_TEST;
  const postgres = url ? external(url) : await embedded();
  await makeTemplate(postgres);
  project.provide("testPostgres", postgres);
}

export async function teardown(): Promise<void> {
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
  cleanUps = [];
}

async function embedded(): Promise<TestPostgres> {
  // never in memory: /dev/shm is often mounted noexec
  const programs = throwAwayFolder(tmpdir());
  const data = throwAwayFolder();
  const binDir = installBinaries(programs.path);
  const server = await startEmbeddedPostgres({
    dataDir: data.path,
    binDir,
    log: silentLog,
    settings: FOR_SPEED,
    sync: false,
  });
  cleanUps.push(
    () => programs.remove(),
    () => data.remove(),
    () => server.stop(),
  );
  const admin = { socketDir: server.socketDir, user: CLUSTER_OWNER, database: "postgres" };
  return { admin, user: APP_ROLE, template: templateName(), binDir };
}

function external(url: string): TestPostgres {
  const programs = throwAwayFolder(tmpdir());
  cleanUps.push(() => programs.remove());
  const user = decodeURIComponent(new URL(url).username);
  return { admin: { url }, user, template: templateName(), binDir: installBinaries(programs.path) };
}

async function makeTemplate({ admin, user, template }: TestPostgres): Promise<void> {
  await onServer(admin, (sql) => sql`create database ${sql(template)} owner ${sql(user)}`);
  cleanUps.push(() => dropDatabases(admin, template));
  if (!existsSync(MIGRATIONS)) return;
  const database = await connectDatabase(withDatabase(admin, template, user), { log: silentLog });
  try {
    await migrate(database, MIGRATIONS, silentLog);
  } finally {
    await database.close();
  }
}

function templateName(): string {
  return `stowage_test_${randomBytes(6).toString("hex")}`;
}

/** Copies that a failed or killed test file left behind carry the template's name in front. */
async function dropDatabases(admin: ConnectionTarget, template: string): Promise<void> {
  await onServer(admin, async (sql) => {
    const names = await sql<Array<{ datname: string }>>`
      select datname from pg_database where starts_with(datname, ${template})`;
    for (const { datname } of names) await sql`drop database ${sql(datname)} with (force)`;
  });
}

async function onServer(admin: ConnectionTarget, run: (sql: Sql) => Promise<unknown>): Promise<void> {
  const sql = openPool(admin, { max: 1, name: "stowage test run" });
  try {
    await run(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
