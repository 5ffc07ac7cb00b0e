import { once } from "node:events";
import { setImmediate as turn } from "node:timers/promises";
import { createTestDatabase, type TestDatabase } from "@stowage/db/testing/test-database";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportStream } from "./export-stream.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const CHUNK = "x".repeat(100_000);

/** A stream of chunks without end, and what is known of it. */
async function endless() {
  const seen = { written: 0, ended: 0, failed: 0 };
  const { promise: ended, resolve } = withResolvers();
  const stream = await exportStream({
    db: database.db,
    async *write(tx) {
      for (;;) {
        await tx.execute(sql`select 1`);
        seen.written++;
        yield CHUNK;
      }
    },
    ended: () => {
      seen.ended++;
      resolve();
    },
    failed: () => {
      seen.failed++;
    },
  });
  return { stream, seen, ended };
}

function withResolvers() {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

test("reads no further than the reader takes, and ends with the reader", async () => {
  const { stream, seen, ended } = await endless();
  await once(stream, "readable");
  for (let turns = 0; turns < 200; turns++) await turn();
  expect(seen.written).toBeLessThan(4);
  stream.destroy();
  await ended;
  expect(seen).toMatchObject({ ended: 1, failed: 0 });
  const [open] = await database.sql`select count(*)::int as transactions from pg_stat_activity
    where datname = current_database() and state like 'idle in transaction%'`;
  expect(open?.transactions).toBe(0);
});

test("what fails on the way breaks the stream off and is told", async () => {
  const { promise, resolve } = withResolvers();
  let failed = 0;
  const stream = await exportStream({
    db: database.db,
    async *write() {
      yield "begin\n";
      throw new Error("in the middle");
    },
    ended: resolve,
    failed: () => {
      failed++;
    },
  });
  const read = async () => {
    for await (const _chunk of stream);
  };
  await expect(read()).rejects.toThrow("in the middle");
  await promise;
  expect(failed).toBe(1);
});

test("what cannot begin is thrown, and leaves nothing behind", async () => {
  let ended = 0;
  const broken = { transaction: () => Promise.reject(new Error("no connection")) };
  const begun = exportStream({
    db: broken as unknown as TestDatabase["db"], // as much of one as is used
    write: async function* () {},
    ended: () => {
      ended++;
    },
    failed: () => {},
  });
  await expect(begun).rejects.toThrow("no connection");
  expect(ended).toBe(1);
});
