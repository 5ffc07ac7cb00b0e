import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { createListener, type Listener } from "./listen.ts";
import { silentLog } from "./log.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";

let database: TestDatabase;
let listener: Listener;
let heard: string[];

beforeEach(async () => {
  database = await createTestDatabase();
  heard = [];
});
afterEach(async () => {
  await listener.close();
  await database.drop();
});

test("a notification arrives, on the channels asked for alone", async () => {
  await listening();
  await database.sql`select pg_notify('else', 'not for us'), pg_notify('keys', 'one'), pg_notify('bins', 'two')`;
  await expect.poll(() => heard).toEqual(["up", "keys one", "bins two"]);
});

test("a connection ended by the server is noticed at once, told once, and replaced", async () => {
  await listening({ silentAfterMs: 20_000 });
  await terminateBackend();
  await expect.poll(() => heard).toEqual(["up", "down", "up"]);
  expect(listener.isUp()).toBe(true);
  await database.sql`select pg_notify('keys', 'after')`;
  await expect.poll(() => heard.at(-1)).toBe("keys after");
});

test("between down and up nothing is pretended: a notification of that time is lost, and the owner knows", async () => {
  await listening();
  const downAt = new Promise<void>((resolve) => {
    onDown = () => {
      expect(listener.isUp()).toBe(false);
      resolve();
    };
  });
  await terminateBackend();
  await downAt;
  await database.sql`select pg_notify('keys', 'lost')`;
  await expect.poll(() => heard).toEqual(["up", "down", "up"]);
});

test.skipIf("url" in inject("testPostgres").admin)(
  "a connection that falls silent is noticed and replaced",
  async () => {
    await listening();
    const silent = await backend();
    process.kill(silent, "SIGSTOP");
    try {
      await expect.poll(() => heard, { timeout: 5_000 }).toEqual(["up", "down", "up"]);
      expect(await backend(silent)).not.toBe(silent);
    } finally {
      process.kill(silent, "SIGCONT");
    }
  },
);

test("a closed listener says nothing more and leaves no connection", async () => {
  await listening();
  await listener.close();
  await expect.poll(() => backends()).toEqual([]);
  await database.sql`select pg_notify('keys', 'too late')`;
  expect(heard).toEqual(["up"]);
});

let onDown = () => {};

async function listening({ silentAfterMs = 300 } = {}): Promise<void> {
  onDown = () => {};
  listener = createListener(database, {
    channels: ["keys", "bins"],
    onNotify: (channel, payload) => heard.push(`${channel} ${payload}`),
    onUp: () => heard.push("up"),
    onDown: () => {
      heard.push("down");
      onDown();
    },
    heartbeatMs: 50,
    silentAfterMs,
    log: silentLog,
  });
  await expect.poll(() => heard).toEqual(["up"]);
}

async function backends(): Promise<number[]> {
  const rows = await database.sql<Array<{ pid: number }>>`
    select pid from pg_stat_activity where application_name = 'stowage listen' and datname = current_database()`;
  return rows.map(({ pid }) => pid);
}

async function backend(except?: number): Promise<number> {
  const pid = (await backends()).find((found) => found !== except);
  if (pid === undefined) throw new Error("no listening backend");
  return pid;
}

async function terminateBackend(): Promise<void> {
  await database.sql`select pg_terminate_backend(${await backend()})`;
}
