import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { quick } from "./quick.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";

describe("quick reads", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const ask = async () => {
    const [row] = await quick(database.db).execute<{ pid: number; name: string }>(
      sql`select pg_backend_pid() as pid, current_setting('application_name') as name`,
    );
    return row;
  };

  test("go by three connections of their own, however many are asked at once", async () => {
    const rows = await Promise.all(Array.from({ length: 100 }, ask));
    expect(new Set(rows.map((row) => row?.name))).toEqual(new Set(["stowage quick reads"]));
    expect(new Set(rows.map((row) => row?.pid)).size).toBe(3);
  });

  test("see what was committed before, and do not wait for whoever is slow", async () => {
    await database.sql`create table parts (part text)`;
    const slow = Array.from({ length: 10 }, () => database.sql`select pg_sleep(0.2)`.execute());
    await quick(database.db).execute(sql`select 1`);
    expect(await Promise.race([Promise.any(slow).then(() => "slow"), ask().then(() => "quick")])).toBe(
      "quick",
    );
    await Promise.all(slow);
    await database.sql`insert into parts values ('hinge')`;
    expect([...(await quick(database.db).execute(sql`select part from parts`))]).toEqual([{ part: "hinge" }]);
  });

  test("go where everything goes, where there is nothing else", () => {
    const alone = drizzle(database.sql);
    expect(quick(alone)).toBe(alone);
  });
});
