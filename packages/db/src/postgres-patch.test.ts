import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Database } from "./open-database.ts";
import { openPool } from "./pool.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";
import { isDatabaseUnavailable } from "./unavailable.ts";

/** What `patches/postgres@3.4.9.patch` promises. An update of the driver must keep these, patched or not. */

const packaged = createRequire(import.meta.url).resolve("postgres"); // …/cjs/src/index.js

interface Queue {
  readonly length: number;
  push(value: object): object;
  shift(): object | undefined;
  remove(value: object): object | null;
}

describe.each(["../../src/queue.js", "./queue.js", "../../cf/src/queue.js"])(
  "the driver's queue (%s)",
  (file) => {
    let createQueue: (initial?: object[]) => Queue;
    beforeAll(async () => {
      createQueue = (await import(/* @vite-ignore */ new URL(file, `file://${packaged}`).href)).default;
    });

    test("does not grow with the number of queries it has seen", () => {
      const queue = createQueue();
      const searched: number[] = [];
      const indexOf = vi.spyOn(Array.prototype, "indexOf").mockImplementation(function (
        this: unknown[],
        value,
        from = 0,
      ) {
        searched.push(this.length);
        for (let i = from; i < this.length; i++) if (this[i] === value) return i;
        return -1;
      });
      // a pool's every query: the first connection is taken, found gone, and put back, while others wait behind it
      const connections = Array.from({ length: 10 }, () => ({}));
      for (const connection of connections) queue.push(connection);
      for (let query = 0; query < 10_000; query++) {
        const taken = queue.shift();
        if (!taken) throw new Error("empty");
        queue.remove(taken);
        queue.push(taken);
      }
      indexOf.mockRestore();
      expect(searched).toHaveLength(10_000);
      expect(Math.max(...searched)).toBeLessThan(50);
    });

    test("stays a queue: first in, first out, and anything can be removed from the middle", () => {
      const queue = createQueue();
      const model: object[] = [];
      for (let step = 0; step < 5_000; step++) {
        const choice = (step * 7919) % 11;
        if (choice < 5) {
          const value = { step };
          queue.push(value);
          model.push(value);
        } else if (choice < 8) {
          expect(queue.shift()).toBe(model.shift());
        } else {
          const victim = model[(step * 31) % (model.length + 1)] ?? { unknown: step };
          const at = model.indexOf(victim);
          if (at >= 0) model.splice(at, 1);
          expect(queue.remove(victim)).toBe(at >= 0 ? victim : null);
        }
        expect(queue.length).toBe(model.length);
      }
    });
  },
);

/** Run by itself, without the optimizations that hide it now and then. Prints how many bytes of many answers outlive them. */
const OUTLIVING = `
  const { Query } = await import(process.argv[1]);
  const answer = () => Array.from({ length: 50 }, (_, at) => [Math.random(), at]);
  const ask = (count) => {
    for (let asked = 0; asked < count; asked++) new Query([""], [], () => {}, () => {}).resolve(answer());
  };
  const collect = () => globalThis.gc({ type: "minor" });
  ask(10);
  collect();
  const before = process.memoryUsage().heapUsed;
  ask(2_000);
  collect();
  console.log(process.memoryUsage().heapUsed - before);
`;

test.each(["../../src/query.js", "../../cf/src/query.js"])(
  "an answer that nobody holds is gone with the next minor collection (%s)",
  (file) => {
    const bytes = execFileSync(
      process.execPath,
      [
        "--no-opt",
        "--expose-gc",
        "--input-type=module",
        "-e",
        OUTLIVING,
        new URL(file, `file://${packaged}`).href,
      ],
      { encoding: "utf8" },
    );
    expect(Number(bytes)).toBeLessThan(1_000_000); // of eight
  },
);

describe("a connection that is lost within a transaction", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    // one connection: whatever reconnects, reconnects the transaction's own
    database = await createTestDatabase({ poolSize: 1 });
    await database.sql`create table parts (part text)`;
  });
  afterAll(() => database.drop());

  test("takes the rest of it along: nothing is committed half, not even after reconnecting", async () => {
    let second: unknown;
    const transaction = database.sql.begin(async (sql) => {
      await sql`insert into parts values ('first')`;
      await loseConnection(database, sql);
      await reconnected(database);
      second = await sql`insert into parts values ('second')`.catch((error: unknown) => error);
    });
    await expect(transaction).rejects.toSatisfy(isDatabaseUnavailable);
    await expect.poll(() => second).toSatisfy(isDatabaseUnavailable);
    expect(await database.sql`select part from parts`).toEqual([]);
  });

  test("refuses its next statement, and does not end the process", async () => {
    let next: unknown;
    const transaction = database.sql.begin(async (sql) => {
      await loseConnection(database, sql);
      next = await sql`select 1`.catch((error: unknown) => error);
    });
    await expect(transaction).rejects.toSatisfy(isDatabaseUnavailable);
    await expect.poll(() => next).toSatisfy(isDatabaseUnavailable);
  });
});

test("an answer that broke off leaves neither rows nor its error for the connection's next session", async () => {
  const database = await createTestDatabase({ poolSize: 1 });
  // thousands of rows are sent before the one that ends its own session
  const broken = database.sql`
    select i, case when i = 50000 then pg_terminate_backend(pg_backend_pid()) end from generate_series(1, 100000) as i`;
  await expect(broken).rejects.toSatisfy(isDatabaseUnavailable);
  expect([...(await database.sql`select 1 as one`)]).toEqual([{ one: 1 }]);
  await database.drop();
});

async function loseConnection(
  { target }: Database,
  sql: { unsafe: Database["sql"]["unsafe"] },
): Promise<void> {
  const [{ pid }] = await sql.unsafe<[{ pid: number }]>("select pg_backend_pid() as pid");
  const other = openPool(target, { max: 1, name: "test" });
  await other`select pg_terminate_backend(${pid}, 5000)`;
  await other.end();
  // the loss reaches us as an event of its own
  await sleep(50);
}

async function reconnected(database: Database): Promise<void> {
  await expect.poll(() => database.sql`select 1 as one`.catch(() => [])).toEqual([{ one: 1 }]);
}

describe("a connection of one's own", () => {
  let database: TestDatabase;
  let other: TestDatabase;
  beforeAll(async () => {
    [database, other] = await Promise.all([createTestDatabase({ poolSize: 1 }), createTestDatabase()]);
  });
  afterAll(() => Promise.all([database.drop(), other.drop()]));

  test("is had from a pool that has none yet, also by several at once", async () => {
    const pool = openPool(database.target, { max: 2, name: "reserving" });
    const first = await pool.reserve();
    const [second, third] = [pool.reserve(), pool.reserve()];
    await (await second)`select 1`;
    first.release();
    await (await third)`select 1`;
    await pool.end({ timeout: 0 });
  });

  test("is had by whoever waited for one that was lost meanwhile", async () => {
    const pool = openPool(database.target, { max: 1, name: "waiting" });
    const first = await pool.reserve();
    const waiting = pool.reserve();
    await loseConnection(database, first);
    const second = await waiting;
    expect([...(await second`select 1 as one`)]).toEqual([{ one: 1 }]);
    await pool.end({ timeout: 0 });
  });

  test("is not kept for whoever was refused it, for nobody would give it back", async () => {
    const pool = openPool(database.target, { max: 1, name: "refused" });
    const [{ name }] = await database.sql<[{ name: string }]>`select current_database() as name`;
    await other.sql.unsafe(`alter database "${name}" allow_connections false`);
    for (let attempt = 0; attempt < 3; attempt++) await expect(pool.reserve()).rejects.toThrow();
    await other.sql.unsafe(`alter database "${name}" allow_connections true`);
    for (let attempt = 0; attempt < 3; attempt++) {
      const own = await pool.reserve();
      expect([...(await own`select 1 as one`)]).toEqual([{ one: 1 }]);
      own.release();
    }
    await pool.end({ timeout: 0 });
  });
});
