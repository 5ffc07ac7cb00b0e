import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestKey, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
/** A second server on the same database, which hears nothing of what the first does. */
let second: TestServer;
let anna: Person;
let key: TestKey;

beforeAll(async () => {
  server = await startTestServer();
  second = await startTestServer({ database: server.database });
  anna = await server.signUp("Anna");
  key = await anna.key(["events:read", "items:write"]);
});
afterAll(async () => {
  await second.close();
  await server.close();
});

const make = async (name: string) => (await key.ask("POST", "items", { body: { name } })).body;
const newest = async (): Promise<number> => (await key.ask("GET", "events?limit=1")).body.data[0].seq;
/** Until the call has come so far that it waits. */
const waiting = (where: TestServer, count = 1) =>
  expect.poll(() => where.deps.revisionWatch.size, { interval: 5, timeout: 10_000 }).toBe(count);

test("whoever waits is answered when such an event happens, on whichever server, and not for others", async () => {
  const after = await newest();
  const asked = { key: key.key };
  const waits = [
    server.ask("GET", `events?after=${after}&wait=30`, asked),
    second.ask("GET", `events?after=${after}&type=item.*&wait=30`, asked),
    second.ask("GET", `events?after=${after}&type=bin.created&wait=30`, asked),
  ];
  await waiting(server);
  await waiting(second, 2);
  const { id } = await make("Nut");
  const [first, other] = await Promise.all(waits.slice(0, 2));
  for (const answer of [first, other])
    expect(answer?.body.data.map((event: { subject_id: string }) => event.subject_id)).toEqual([id]);
  await waiting(second);
  const bin = await anna.ask("POST", "bins", { body: { name: "Box" } });
  expect((await waits[2])?.body.data[0].subject_id).toBe(bin.body.id);
});

test("what is there is answered at once, and nothing when the time is over", async () => {
  const there = await key.ask("GET", `events?after=${(await newest()) - 1}&wait=30`);
  expect(there.body.data).toHaveLength(1);
  const nothing = await key.ask("GET", `events?after=${await newest()}&wait=1`);
  expect([nothing.status, nothing.body]).toEqual([200, { data: [], next_cursor: null }]);
  for (const wait of ["31", "-1", "0.5", "long"])
    expect((await key.ask("GET", `events?after=0&wait=${wait}`)).status, wait).toBe(422);
});

test("an answer that was waited for is never taken for the one before", async () => {
  const after = await newest();
  const empty = await key.ask("GET", `events?after=${after}&wait=1`);
  const headers = { "if-none-match": String(empty.headers.etag) };
  const underWay = key.ask("GET", `events?after=${after}&wait=30`, { headers });
  await waiting(server);
  await make("Bolt");
  const { status, body } = await underWay;
  expect([status, body.data.length]).toEqual([200, 1]);
});

test("a wait holds no connection, and costs one call of the limit", async () => {
  const after = await newest();
  const many = Array.from({ length: 40 }, () => key.ask("GET", `events?after=${after}&wait=30`));
  await waiting(server, 40);
  await make("Washer");
  const answers = await Promise.all(many);
  expect(answers.every(({ body }) => body.data.length === 1)).toBe(true);
  const left = answers.map(({ headers }) => Number(headers["x-ratelimit-remaining"]));
  expect(new Set(left).size).toBe(40);
});

test("a server that stops answers those who wait", async () => {
  const third = await startTestServer({ database: server.database });
  const underWay = third.ask("GET", `events?after=${await newest()}&wait=30`, { key: key.key });
  await waiting(third);
  await third.close();
  expect((await underWay).body).toEqual({ data: [], next_cursor: null });
});
