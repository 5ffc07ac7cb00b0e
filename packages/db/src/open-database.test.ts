import { readFileSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import { pgTable, text } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { dataLayout } from "./embedded/data-layout.ts";
import { silentLog } from "./log.ts";
import { type Db, openDatabase } from "./open-database.ts";
import { quick } from "./quick.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";
import { throwAwayFolder } from "./testing/throw-away-folder.ts";
import { isDatabaseUnavailable } from "./unavailable.ts";

describe("an open database", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  test("hands out times as PostgreSQL's own text in UTC, through Drizzle and without it", async () => {
    const [raw] =
      await database.sql`select timestamptz '2026-01-02 03:04:05.678+02' as at, date '2026-01-02' as day`;
    expect(raw).toEqual({ at: "2026-01-02 01:04:05.678+00", day: "2026-01-02" });
    const [drizzled] = await database.db.execute(sql`select timestamptz '2026-01-02 03:04:05.678+02' as at`);
    expect(drizzled).toEqual({ at: "2026-01-02 01:04:05.678+00" });
  });

  test("takes and gives arrays, whatever is in them, through Drizzle and without it", async () => {
    const texts = ["plain", 'quo"te', "back\\slash", "com,ma", "{brace}", "NULL", "", "two\nlines"];
    const [row] = await database.sql`
      select ${texts}::text[] as texts, ${[1, 2]}::int[] as whole, '{}'::text[] as none, '{a,NULL}'::text[] as gap,
             'a' = any(${["a", "b"]}::text[]) as found`;
    expect(row).toEqual({ texts, whole: [1, 2], none: [], gap: ["a", null], found: true });
    const lists = pgTable("lists", { texts: text().array().notNull() });
    await database.sql`create table lists (texts text[] not null)`;
    await database.db.insert(lists).values({ texts });
    expect(await database.db.select().from(lists)).toEqual([{ texts }]);
  });

  test("bounds how long a statement and a forgotten transaction may take", async () => {
    const settings = await database.sql`
      select name, setting from pg_settings where name in
      ('statement_timeout', 'idle_in_transaction_session_timeout', 'TimeZone', 'application_name') order by name`;
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      application_name: "stowage",
      idle_in_transaction_session_timeout: "30000",
      statement_timeout: "15000",
      TimeZone: "UTC",
    });
  });
});

test("while PostgreSQL is away every query is refused as unavailable within two seconds, and works again after", async () => {
  const folder = throwAwayFolder();
  const dataDir = path.join(folder.path, "data");
  const database = await openDatabase({ dataDir, binDir: inject("testPostgres").binDir, log: silentLog });
  await database.sql`select 1`;
  const restarted = new Promise<void>((resolve) => {
    database.onStateChange((state) => state === "ready" && resolve());
  });
  const postmaster = Number(
    readFileSync(path.join(dataLayout(dataDir).pgdata, "postmaster.pid"), "utf8").split("\n")[0],
  );
  process.kill(postmaster, "SIGKILL");
  const startedAt = performance.now();
  // far more than the pool has connections
  const outcomes = await Promise.allSettled(
    Array.from({ length: 500 }, (_, at) => ask(at % 2 === 0 ? database.db : quick(database.db))),
  );
  const waitedMs = performance.now() - startedAt;
  const reasons = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  expect(reasons.length).toBeGreaterThan(0);
  expect(reasons.filter((reason) => !isDatabaseUnavailable(reason))).toEqual([]);
  expect(waitedMs).toBeLessThan(2_000);
  await restarted;
  await expect.poll(() => ask(database.db), { timeout: 5_000 }).toEqual([{ one: 1 }]);
  await expect.poll(() => ask(quick(database.db)), { timeout: 5_000 }).toEqual([{ one: 1 }]);
  await database.close();
  folder.remove();
});

function ask(db: Db) {
  return db.execute(sql`select 1 as one`).then((rows) => [...rows]);
}
