import {
  api_key_calls,
  api_key_secrets,
  api_key_usage,
  api_key_usage_details,
} from "@stowage/db/schema/api-keys";
import { hand_overs } from "@stowage/db/schema/hand-overs";
import { invitations, organizations } from "@stowage/db/schema/identity";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestKey, type TestServer } from "../testing/test-server.ts";
import {
  removeEndedCredentials,
  removeEndedDeliveries,
  removeEndedHandOvers,
  removeOldCalls,
  removeOldEvents,
  removeOldUsage,
} from "./retention.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
let nowMs = Date.parse("2026-03-31T12:00:00Z");
let server: TestServer;
let second: TestServer;
let anna: Person;
let otto: Person;
let key: TestKey;

beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs });
  second = await startTestServer({ now: () => nowMs, database: server.database });
  anna = await server.signUp("Anna");
  otto = await server.signUp("Otto"); // keeps everything for longer
  await server.database.db
    .update(organizations)
    .set({ settings: { request_retention_days: 90, event_retention_days: 1_000 } })
    .where(eq(organizations.id, otto.organization_id));
  key = await anna.key(["bins:read"]);
});
afterAll(async () => {
  await second.close();
  await server.close();
});

/** As when two servers come to it in the same moment. */
const onBoth = (removal: (deps: TestServer["deps"]) => Promise<void>) =>
  Promise.all([removal(server.deps), removal(second.deps)]);

const callsOf = (of: TestKey) =>
  server.database.db.$count(api_key_calls, eq(api_key_calls.api_key_id, of.id));

test("K51: calls are kept for as long as each organization says, to the moment", async () => {
  const ottos = await otto.key(["bins:read"]);
  await key.ask("GET", "bins");
  await ottos.ask("GET", "bins");
  nowMs += 1_000;
  await key.ask("GET", "bins");
  await server.deps.meter.flush();
  nowMs += 30 * DAY_MS - 1_000;
  await onBoth(removeOldCalls);
  expect([await callsOf(key), await callsOf(ottos)]).toEqual([2, 1]);
  nowMs += 1;
  await onBoth(removeOldCalls);
  expect([await callsOf(key), await callsOf(ottos)]).toEqual([1, 1]);
  nowMs += 60 * DAY_MS;
  await onBoth(removeOldCalls);
  expect([await callsOf(key), await callsOf(ottos)]).toEqual([0, 0]);
});

test("more calls than one statement takes are removed all the same", async () => {
  const { database } = server;
  const [one] = await database.sql`select id from workspaces limit 1`;
  await database.sql`
    insert into api_key_calls (id, workspace_id, api_key_id, acts_as, method, endpoint, status, ip, first_at, last_at,
      request_ids, offsets_ms)
    select 'req_' || n, ${one?.id}, ${key.id}, ${anna.user_id}, 'GET', 'GET /bins', 200, '::1', at, at, '{r}', '{0}'
    from generate_series(1, 10001) as n, (select ${new Date(nowMs - 31 * DAY_MS).toISOString()}::timestamptz as at) as old`;
  await onBoth(removeOldCalls);
  expect(await callsOf(key)).toBe(0);
});

test("the sums of a key's use are kept for 400 days", async () => {
  const day = (ago: number) => new Date(nowMs - ago * DAY_MS).toISOString().slice(0, 10);
  for (const ago of [0, 400, 401]) {
    const row = { api_key_id: key.id, day: day(ago), requests: 1 };
    await server.database.db.insert(api_key_usage).values(row).onConflictDoNothing();
    await server.database.db
      .insert(api_key_usage_details)
      .values({ ...row, endpoint: "GET /bins", network: "::/48", outcome: "succeeded" });
  }
  await onBoth(removeOldUsage);
  for (const table of [api_key_usage, api_key_usage_details]) {
    const kept = await server.database.db
      .select({ day: table.day })
      .from(table)
      .where(eq(table.api_key_id, key.id));
    const days = kept.map((row) => row.day);
    expect(days).toContain(day(400));
    expect(days).not.toContain(day(401));
  }
});

test("old events go from the oldest on, so that the feed has no gap from wherever it begins", async () => {
  const { database } = server;
  const eva = await server.signUp("Eva");
  const [home] = await database.sql`
    select id, revision from workspaces where organization_id = ${eva.organization_id} and environment = 'live'`;
  const first = Number(home?.revision) + 1;
  // 12,000 of them: two thirds are a year and a day old, and one of a slow clock stands among the young.
  await database.sql`
    insert into events (id, workspace_id, seq, type, subject_type, subject_id, subject_name, auth_method, changes, data, created_at)
    select 'evt_' || lpad(n::text, 26, '0'), ${home?.id}, ${first} + n, 'bin.created', 'bin', 'bin_x', 'Box', 'system', '{}', '{}',
      ${new Date(nowMs).toISOString()}::timestamptz - make_interval(days => case when n < 8000 or n = 9000 then 366 else 1 end)
    from generate_series(0, 11999) as n`;
  await database.sql`update workspaces set revision = ${first + 11_999} where id = ${home?.id}`;
  await database.sql`update events set created_at = ${new Date(nowMs - 366 * DAY_MS).toISOString()} where workspace_id = ${home?.id} and seq < ${first}`;
  const ottosBefore = await database.sql`select count(*) from events where workspace_id <> ${home?.id}`;
  await onBoth(removeOldEvents);
  const [left] = await database.sql<{ total: number; low: number; high: number }[]>`
    select count(*)::int as total, min(seq)::int as low, max(seq)::int as high from events where workspace_id = ${home?.id}`;
  expect(left).toEqual({ total: 4_000, low: first + 8_000, high: first + 11_999 });
  expect(await database.sql`select count(*) from events where workspace_id <> ${home?.id}`).toEqual(
    ottosBefore,
  );
  const bin = await eva.ask("POST", "bins", { body: { name: "Next" } });
  expect(bin.status).toBe(201);
  const feed = await eva.ask("GET", "events?after=0&limit=2");
  expect(feed.body.data.map(({ seq }: { seq: number }) => seq)).toEqual([first + 8_000, first + 8_001]);
});

test("secrets that were rotated out go after 90 days, and the current one never; ended invitations after 30", async () => {
  const { db } = server.database;
  const maya = await server.signUp("Maya");
  const rotated = await maya.key(["bins:read"]);
  const again = await maya.ask("POST", `api-keys/${rotated.id}/rotate`, { body: {} });
  expect(again.status, again.text).toBe(200);
  const invited = await maya.ask("POST", "users", { body: { role: "member" } });
  expect(invited.status, invited.text).toBe(201);
  const secrets = () => db.$count(api_key_secrets, eq(api_key_secrets.api_key_id, rotated.id));
  nowMs += 90 * DAY_MS;
  await db.update(invitations).set({ expires_at: new Date(nowMs - 30 * DAY_MS).toISOString() });
  await onBoth(removeEndedCredentials);
  expect([await secrets(), await db.$count(invitations)]).toEqual([2, 1]);
  nowMs += 1;
  await onBoth(removeEndedCredentials);
  expect([await secrets(), await db.$count(invitations)]).toEqual([1, 0]);
  expect((await server.ask("GET", "bins", { key: again.body.key })).status).toBe(200);
});

test("programs that asked for a key are forgotten an hour after their time was over, however many they were", async () => {
  const { db, sql } = server.database;
  const begun = await server.ask("POST", "hand-overs", { body: { client_name: "Scanner" } });
  await sql`
    insert into hand_overs (id, device_code_hash, user_code, client_name, ip, created_at, expires_at)
    select 'hov_flood_' || n, 'hash ' || n, 'code ' || n, 'Flood', '198.51.100.1', created_at, expires_at
    from hand_overs, generate_series(1, 5000) as n`;
  nowMs = Date.parse(begun.body.expires_at) + HOUR_MS;
  await onBoth(removeEndedHandOvers);
  expect(await db.$count(hand_overs)).toBe(5_001);
  nowMs += 1;
  await onBoth(removeEndedHandOvers);
  expect(await db.$count(hand_overs)).toBe(0);
});

test("deliveries are kept for 30 days once they have ended, counted from their last attempt, and pending ones stay", async () => {
  const { sql } = server.database;
  const ben = await server.signUp("Ben"); // the others' sessions have ended meanwhile
  const made = await ben.ask("POST", "triggers", {
    body: {
      name: "Tell the house",
      enabled: false,
      event_types: ["*"],
      actions: [{ type: "webhook", url: "http://127.0.0.1:9/" }],
    },
  });
  expect(made.status, made.text).toBe(201);
  const days = (count: number) => new Date(nowMs - count * DAY_MS).toISOString();
  const add = (id: string, status: string, created_at: string, last_attempt_at: string | null) => sql`
    insert into deliveries (id, workspace_id, trigger_id, action_id, type, event_seq, event_type, subject_type, subject_id,
      subject_name, status, attempts_left, created_at, last_attempt_at)
    select ${id}, workspace_id, id, ${made.body.actions[0].id}, 'webhook', 1, 'item.low_stock', 'item', 'item_1', 'Rice',
      ${status}, 0, ${created_at}, ${last_attempt_at} from triggers where id = ${made.body.id}`;
  await add("over", "failed", days(30), days(30));
  await add("called off", "cancelled", days(40), null);
  await add("pending", "pending", days(40), days(40));
  await add("tried again", "succeeded", days(40), days(29));
  await add("new", "succeeded", days(1), days(1));
  const kept = async () => (await sql`select id from deliveries order by id`).map(({ id }) => id);
  await onBoth(removeEndedDeliveries);
  expect(await kept()).toEqual(["new", "over", "pending", "tried again"]);
  nowMs += 1;
  await onBoth(removeEndedDeliveries);
  expect(await kept()).toEqual(["new", "pending", "tried again"]);
});
