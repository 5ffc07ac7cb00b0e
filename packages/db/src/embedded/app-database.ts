import { setTimeout as sleep } from "node:timers/promises";
import { openPool } from "../pool.ts";
import { isDatabaseUnavailable } from "../unavailable.ts";
import { CLUSTER_OWNER } from "./cluster.ts";

/** Both the role the server works as and the database it owns. Not a superuser: those are exempt from row security. */
export const APP_ROLE = "stowage";

/** Whatever made a ready PostgreSQL refuse us passes in milliseconds, or not at all. */
const ATTEMPTS = 100;
const RETRY_MS = 50;

/** Makes the role and the database that the server uses, if they are missing. */
export async function ensureAppDatabase(socketDir: string): Promise<void> {
  const sql = openPool(
    { socketDir, user: CLUSTER_OWNER, database: "postgres" },
    { max: 1, name: "stowage setup" },
  );
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        const [found] = await sql<[{ role: boolean; database: boolean }]>`
          select exists (select from pg_roles where rolname = ${APP_ROLE}) as role,
                 exists (select from pg_database where datname = ${APP_ROLE}) as database`;
        if (!found.role) await sql`create role ${sql(APP_ROLE)} login`;
        if (!found.database) await sql`create database ${sql(APP_ROLE)} owner ${sql(APP_ROLE)}`;
        return;
      } catch (error) {
        if (attempt === ATTEMPTS || !isDatabaseUnavailable(error)) throw error;
        await sleep(RETRY_MS);
      }
    }
  } finally {
    await sql.end({ timeout: 1 });
  }
}
