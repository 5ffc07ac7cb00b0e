import { createTestDatabase, type TestDatabase } from "@stowage/db/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { removeOldNotices } from "../notices/remove-old-notices.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";
import { allTold } from "../testing/told.ts";
import { ItemExpiry } from "./item-expiry.ts";

const DAY_MS = 86_400_000;
const START = Date.parse("2026-01-01T06:00:00.000Z");

let now = START;
let database: TestDatabase;
let servers: TestServer[];
let anna: Person;
let people = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  servers = await Promise.all([1, 2].map(() => startTestServer({ database, now: () => now })));
});
beforeEach(async () => {
  now = START;
  const [server] = servers;
  if (!server) throw new Error("no server");
  anna = await server.signUp(`Anna ${++people}`);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await database.drop();
});

const dayIn = (days: number) => new Date(now + days * DAY_MS).toISOString().slice(0, 10);

/** Passes of both servers at the same time. */
async function passEverywhere(): Promise<void> {
  const passes = servers.map(({ deps }) => new ItemExpiry(deps, deps.background));
  await Promise.all(passes.map((pass) => pass.pass()));
  await Promise.all(passes.map((pass) => pass.close()));
}

async function item(days: number | null, more: object = {}): Promise<{ id: string }> {
  const body = { name: "Milk", expires_on: days === null ? null : dayIn(days), ...more };
  const made = await anna.ask("POST", "items", { body });
  expect(made.status, made.text).toBe(201);
  return made.body;
}

async function told(subject?: {
  id: string;
}): Promise<{ subject_id: string; data: Record<string, unknown> }[]> {
  const about = subject ? `&subject_id=${subject.id}` : "";
  return (await anna.ask("GET", `events?after=0&type=item.expiring&limit=200${about}`)).body.data;
}
const daysTold = async (subject: { id: string }) => (await told(subject)).map(({ data }) => data.days_left);

test("an item's expiry is told once a week before and once on the day, however many servers look and how often", async () => {
  const milk = await item(10);
  const never = await item(null);
  for (let day = 0; day <= 14; day++) {
    now = START + day * DAY_MS;
    await passEverywhere();
    await passEverywhere();
  }
  expect(await told(milk)).toMatchObject([
    {
      auth_method: "system",
      actor_user_id: null,
      subject_name: "Milk",
      data: { expires_on: "2026-01-11", days_left: 7, quantity: 1 },
    },
    { data: { expires_on: "2026-01-11", days_left: 0, quantity: 1 } },
  ]);
  expect(await told(never)).toEqual([]);
});

test("days are those of UTC: a notice comes with its day, to the minute", async () => {
  const milk = await item(8);
  now = Date.parse("2026-01-01T23:59:59.999Z");
  await passEverywhere();
  expect(await daysTold(milk)).toEqual([]);
  now = Date.parse("2026-01-02T00:00:00.000Z");
  await passEverywhere();
  expect(await daysTold(milk)).toEqual([7]);
});

test("of what was due while no server ran, the most urgent is told: what is near, and what expired within a week", async () => {
  const [near, over, longOver] = [await item(3), await item(-6), await item(-8)];
  await passEverywhere();
  await passEverywhere();
  expect(await Promise.all([near, over, longOver].map(daysTold))).toEqual([[3], [-6], []]);
  now += 3 * DAY_MS;
  await passEverywhere();
  expect(await daysTold(near)).toEqual([3, 0]);
});

test("another day of expiry starts anew", async () => {
  const milk = await item(2);
  await passEverywhere();
  await anna.ask("PATCH", `items/${milk.id}`, { body: { expires_on: dayIn(30) } });
  await passEverywhere();
  now += 23 * DAY_MS;
  await passEverywhere();
  expect(await daysTold(milk)).toEqual([2, 7]);
});

test("what is used up or in the trash is not told of until it is back", async () => {
  const empty = await item(2, { quantity: 0 });
  const trashed = await item(2);
  await anna.ask("DELETE", `items/${trashed.id}`);
  await passEverywhere();
  expect(await told()).toEqual([]);
  await anna.ask("POST", `items/${empty.id}/adjust`, { body: { delta: 1 } });
  await anna.ask("POST", `items/${trashed.id}/restore`);
  await passEverywhere();
  expect(await Promise.all([empty, trashed].map(daysTold))).toEqual([[2], [2]]);
});

test("of the samples that the test environment comes with nobody is told; of one's own there, people and triggers are", async () => {
  const key = await anna.key(["items:write", "events:read"], { environment: "test" });
  const own = await key.ask("POST", "items", { body: { name: "Own", expires_on: dayIn(1) } });
  for (let day = 0; day <= 30; day++) {
    now = START + day * DAY_MS;
    await passEverywhere();
  }
  const { body } = await key.ask("GET", "events?after=0&type=item.expiring");
  expect(body.data.map(({ subject_id }: { subject_id: string }) => subject_id)).toEqual([
    own.body.id,
    own.body.id,
  ]);
});

test("thousands on one day are all told, in parts that let others write, and ring the bell once", async () => {
  const { sql } = database;
  const one = await item(2);
  await sql`insert into items (id, workspace_id, name, quantity, expires_on, created_at, updated_at)
    select 'item_many' || n, workspace_id, 'Tin ' || n, 1, expires_on, created_at, updated_at
    from items cross join generate_series(1, 2200) as n where id = ${one.id}`;
  await passEverywhere();
  const [counted] = await sql`
    select count(*)::int as events, count(distinct subject_id)::int as items, max(seq) - min(seq) + 1 as range,
      max(seq) = (select revision from workspaces where id = events.workspace_id) as is_last
    from events where type = 'item.expiring'
      and workspace_id = (select workspace_id from items where id = ${one.id}) group by workspace_id`;
  expect(counted).toEqual({ events: 2_201, items: 2_201, range: "2201", is_last: true });
  await allTold({ database });
  const { body } = await anna.ask("GET", "notifications");
  expect(body.data).toMatchObject([{ type: "item.expiring", title: "2201 items expire soon" }]);
  expect(body.unread).toBe(1);
});

test("what was told of a day long past is forgotten, and not told again", async () => {
  const milk = await item(0);
  await passEverywhere();
  await removeOldNotices({ database, now: () => now + 31 * DAY_MS });
  expect(await database.sql`select 1 from item_notices where item_id = ${milk.id}`).toEqual([]);
  now += 8 * DAY_MS;
  await passEverywhere();
  expect(await daysTold(milk)).toEqual([0]);
});
