import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { silentLog } from "../log.ts";
import { type ConnectOptions, connectDatabase, type Database } from "../open-database.ts";
import { openPool } from "../pool.ts";
import { withDatabase } from "./test-postgres.ts";

/** A database of the test's own, migrated and empty. */
export interface TestDatabase extends Database {
  /** Closes it and removes it from the server. */
  drop(): Promise<void>;
}

/**
 * Copies the run's template (7 to 25 ms) and opens the copy. One for each test file is the habit; the run's end removes
 * what was not dropped.
 */
export async function createTestDatabase(options: Partial<ConnectOptions> = {}): Promise<TestDatabase> {
  const { admin, user, template } = inject("testPostgres");
  const name = `${template}_${randomBytes(6).toString("hex")}`;
  const server = openPool(admin, { max: 1, name: "stowage test" });
  try {
    await server`create database ${server(name)} template ${server(template)} strategy file_copy owner ${server(user)}`;
  } finally {
    await server.end({ timeout: 1 });
  }
  const database = await connectDatabase(withDatabase(admin, name, user), {
    log: silentLog,
    poolSize: 5,
    ...options,
  });
  return {
    ...database,
    async drop() {
      await database.close();
      const again = openPool(admin, { max: 1, name: "stowage test" });
      await again`drop database if exists ${again(name)} with (force)`;
      await again.end({ timeout: 1 });
    },
  };
}
