import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Jobs, openJobs } from "./jobs.ts";
import { silentLog } from "./log.ts";
import { migrate } from "./migrate.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";

const MIGRATIONS = fileURLToPath(new URL("../drizzle", import.meta.url));

let database: TestDatabase;
let jobs: Jobs;
beforeEach(async () => {
  database = await createTestDatabase();
  jobs = await openJobs(database, silentLog);
});
afterEach(async () => {
  await jobs.close();
  await database.drop();
});

const attempt = (delivery_id: string) => ({
  queue: "deliveries" as const,
  data: { delivery_id, attempt: 0 },
});
const named = (taken: { data: { delivery_id: string } }[]) => taken.map(({ data }) => data.delivery_id);

test("a job stands or falls with the transaction that makes it", async () => {
  const { db } = database;
  await db.transaction((tx) => jobs.add(tx, [attempt("kept")]));
  const rolledBack = db.transaction(async (tx) => {
    await jobs.add(tx, [attempt("lost")]);
    throw new Error("back");
  });
  await expect(rolledBack).rejects.toThrow("back");
  expect(named(await jobs.take(db, "deliveries", 10))).toEqual(["kept"]);
});

test("what is taken in a transaction that fails is there again, and what is removed in one that ends is not", async () => {
  const { db } = database;
  await db.transaction((tx) => jobs.add(tx, [attempt("one"), attempt("two")]));
  const failing = db.transaction(async (tx) => {
    const taken = await jobs.take(tx, "deliveries", 10);
    await jobs.remove(
      tx,
      "deliveries",
      taken.map(({ id }) => id),
    );
    throw new Error("back");
  });
  await expect(failing).rejects.toThrow("back");
  await db.transaction(async (tx) => {
    const taken = await jobs.take(tx, "deliveries", 1);
    await jobs.remove(
      tx,
      "deliveries",
      taken.map(({ id }) => id),
    );
  });
  expect(await jobs.take(db, "deliveries", 10)).toHaveLength(1);
  expect(await jobs.take(db, "deliveries", 10)).toHaveLength(0);
});

test("two who take at the same time never get the same, and nothing comes before its time", async () => {
  const { db } = database;
  await db.transaction((tx) =>
    jobs.add(tx, [
      ...Array.from({ length: 40 }, (_, place) => attempt(`dlv_${place}`)),
      { ...attempt("later"), delay_ms: 60_000 },
    ]),
  );
  const taken = await Promise.all(Array.from({ length: 8 }, () => jobs.take(db, "deliveries", 10)));
  const ids = named(taken.flat());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(40);
});

test("a job whose taker is gone comes back once its time is over", async () => {
  const { db, sql } = database;
  await db.transaction((tx) => jobs.add(tx, [attempt("orphan")]));
  const [job] = await jobs.take(db, "deliveries", 1);
  await jobs.expire();
  expect(await jobs.take(db, "deliveries", 1)).toEqual([]);
  await sql`update pgboss.job set started_on = now() - interval '1 hour' where id = ${job?.id ?? ""}`;
  await jobs.expire();
  await sql`update pgboss.job set start_after = now() - interval '1 second'`; // past its second of rest
  expect(named(await jobs.take(db, "deliveries", 1))).toEqual(["orphan"]);
});

test("migrating again, and several servers at once, leave the jobs as they are", async () => {
  await database.db.transaction((tx) => jobs.add(tx, [attempt("kept")]));
  await Promise.all(Array.from({ length: 3 }, () => migrate(database, MIGRATIONS, silentLog)));
  expect(named(await jobs.take(database.db, "deliveries", 10))).toEqual(["kept"]);
});
