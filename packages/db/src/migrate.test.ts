import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { silentLog } from "./log.ts";
import { migrate } from "./migrate.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";
import { type ThrowAwayFolder, throwAwayFolder } from "./testing/throw-away-folder.ts";

let database: TestDatabase;
let folder: ThrowAwayFolder;
beforeEach(async () => {
  database = await createTestDatabase();
  folder = throwAwayFolder();
});
afterEach(async () => {
  await database.drop();
  folder.remove();
});

test("servers that start at the same moment all succeed, and each migration runs once", async () => {
  writeMigration("create table raced (id int); insert into raced select 1 from pg_sleep(0.2);");
  await Promise.all([1, 2, 3].map(() => migrate(database, folder.path, silentLog)));
  expect(await database.sql`select id from raced`).toEqual([{ id: 1 }]);
});

test("a migration that fails leaves nothing of itself, and the next attempt may succeed", async () => {
  writeMigration("create table half (id int); select 1 / 0;");
  await expect(migrate(database, folder.path, silentLog)).rejects.toThrow();
  expect(await database.sql`select to_regclass('half') as found`).toEqual([{ found: null }]);
  writeMigration("create table whole (id int);");
  await migrate(database, folder.path, silentLog);
  expect(await database.sql`select count(*)::int as rows from whole`).toEqual([{ rows: 0 }]);
});

/** What drizzle-kit writes, in the future, so that it comes after the template's own migrations. */
function writeMigration(statements: string): void {
  const when = Date.UTC(2100, 0);
  mkdirSync(path.join(folder.path, "meta"), { recursive: true });
  writeFileSync(
    path.join(folder.path, "0000_test.sql"),
    statements.replaceAll("; ", ";--> statement-breakpoint\n"),
  );
  writeFileSync(
    path.join(folder.path, "meta/_journal.json"),
    JSON.stringify({
      version: "7",
      dialect: "postgresql",
      entries: [{ idx: 0, version: "7", when, tag: "0000_test", breakpoints: true }],
    }),
  );
}
