import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "./testing/test-server.ts";

let here: TestServer;
let there: TestServer;
let anna: Person;

beforeAll(async () => {
  here = await startTestServer();
  there = await startTestServer({ database: here.database });
  anna = await here.signUp("Anna");
});
afterAll(async () => {
  await there.close();
  await here.close();
});

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await sleep(5);
}

test("K4: a verified key costs neither Argon2 nor a read of the database from its second use on", async () => {
  await until(() => !there.deps.keys.stats().is_read_through);
  const { key } = await anna.key(["bins:read"]);
  await there.ask("GET", "bins", { key });
  const before = there.deps.keys.stats();
  for (let use = 0; use < 20; use++) expect((await there.ask("GET", "whoami", { key })).status).toBe(200);
  const after = there.deps.keys.stats();
  expect(after.hits - before.hits).toBe(20);
  expect(after.argon2_runs).toBe(before.argon2_runs);
  expect(after.misses).toBe(before.misses);
});

test("K41: a key revoked on one server is soon refused by another that had it cached", async () => {
  const { id, key } = await anna.key(["bins:read"]);
  expect((await there.ask("GET", "bins", { key })).status).toBe(200);
  await anna.ask("DELETE", `api-keys/${id}`);
  expect((await here.ask("GET", "bins", { key })).body.code).toBe("key_revoked");
  await until(async () => (await there.ask("GET", "bins", { key })).body.code === "key_revoked");
});

test("K41: with its channel cut, a server asks the database at each use, and so refuses at once", async () => {
  const { id, key } = await anna.key(["bins:read"]);
  expect((await there.ask("GET", "bins", { key })).status).toBe(200);
  there.deps.keys.channelDown();
  const before = there.deps.keys.stats().argon2_runs;
  expect((await there.ask("GET", "bins", { key })).status).toBe(200);
  expect(there.deps.keys.stats().argon2_runs).toBe(before);
  await anna.ask("DELETE", `api-keys/${id}`);
  expect((await there.ask("GET", "bins", { key })).body.code).toBe("key_revoked");
  there.deps.keys.channelUp();
});

test("K5: after the secret was replaced, keys made under the previous one go on working", async () => {
  const { key } = await anna.key(["bins:read"]);
  const renewed = await startTestServer({
    database: here.database,
    config: {
      app_secret: "another secret of the tests, as long as the first",
      app_secret_previous: here.deps.config.app_secret,
    },
  });
  expect((await renewed.ask("GET", "bins", { key })).status).toBe(200);
  await renewed.close();
  const forgotten = await startTestServer({
    database: here.database,
    config: { app_secret: "another secret of the tests, as long as the first" },
  });
  expect((await forgotten.ask("GET", "bins", { key })).status).toBe(200); // filed anew on its first use
  await forgotten.close();
});
