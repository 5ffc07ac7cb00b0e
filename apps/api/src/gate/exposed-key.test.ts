import { setTimeout as sleep } from "node:timers/promises";
import { notifications } from "@stowage/db/schema/notices";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

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

const exposures = async (id: string) =>
  (await anna.ask("GET", `events?subject_id=${id}&type=api_key.exposed`)).body.data;

/** Sends a key in a URL, and then another one until that is told: what the first led to is done by then, too. */
async function expose(path: string, server = here): Promise<void> {
  const marker = await anna.key(["bins:read"]);
  for (const url of [path, `bins?key=${marker.key}`]) {
    const answer = await server.ask("GET", url);
    const problem = answer.body.error?.data.problem ?? answer.body; // tRPC or REST
    expect([answer.status, problem.code]).toEqual([400, "key_in_url"]);
  }
  while ((await exposures(marker.id)).length === 0) await sleep(5);
}

test("K2: a key sent in a URL is refused, and its people are told once, whatever the spelling and the server", async () => {
  const key = await anna.key(["bins:read"]);
  for (const name of ["key", "api_key", "access_token"]) await expose(`bins?${name}=${key.key}`);
  await expose(`bins?limit=1&key=${key.key.replaceAll("_", "%5F")}`, there);
  await expose(`/trpc/bins.list?key=${key.key}`, there);
  await expect.poll(() => exposures(key.id)).not.toEqual([]);
  const [event, ...more] = await exposures(key.id);
  expect(more).toEqual([]);
  expect(event).toMatchObject({ auth_method: "system", ip: "127.0.0.1", data: { found_in: "url" } });
  expect(JSON.stringify(event)).not.toContain(key.key);
  const told = await here.database.db
    .select()
    .from(notifications)
    .where(eq(notifications.subject_id, key.id));
  expect(told).toMatchObject([{ user_id: anna.user_id, event_seq: event.seq }]);
  expect((await key.ask("GET", "bins")).status).toBe(200);
});

test("K2: the new secret of a key is told of again", async () => {
  const key = await anna.key(["bins:read"]);
  await expose(`bins?key=${key.key}`);
  const rotated = await anna.ask("POST", `api-keys/${key.id}/rotate`);
  await expose(`bins?key=${key.key}`); // has ended, and so tells nothing
  await expose(`bins?key=${rotated.body.key}`);
  await expect.poll(() => exposures(key.id)).toHaveLength(2);
});

test("K2: a text that is no living key of ours is refused alike and leaves no trace", async () => {
  const dead = await anna.key(["bins:read"]);
  await anna.ask("DELETE", `api-keys/${dead.id}`);
  for (const text of [dead.key, here.deps.keyFormat.mint("live"), "sk_%", "sk_x"])
    await expose(`bins?key=${text}`);
  expect(await exposures(dead.id)).toEqual([]);
  expect(here.deps.background.failures).toBe(0);
});
