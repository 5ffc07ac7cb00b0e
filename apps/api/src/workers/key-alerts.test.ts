import type { ApiKeyAlert } from "@stowage/contract/api-keys";
import { api_key_notices, api_keys } from "@stowage/db/schema/api-keys";
import { events } from "@stowage/db/schema/events";
import { mails, notifications } from "@stowage/db/schema/notices";
import { createTestDatabase, type TestDatabase } from "@stowage/db/testing/test-database";
import { and, eq, like } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ALERT_EVENTS } from "../notices/alert-words.ts";
import { noteNetwork } from "../notices/new-networks.ts";
import { removeOldNotices } from "../notices/remove-old-notices.ts";
import { keyUse } from "../testing/key-use.ts";
import { type Person, startTestServer, type TestKey, type TestServer } from "../testing/test-server.ts";
import type { AlikeUses } from "./alike-uses.ts";
import { createKeyAlerts } from "./key-alerts.ts";

const START = Date.parse("2026-03-01T10:15:00.000Z");
const HOUR_MS = 3_600_000;

let now = START;
let database: TestDatabase;
let one: TestServer;
let other: TestServer;
let anna: Person;
let people = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  // Nothing listens there: mail stays in the outbox, where it can be counted.
  const config = { smtp_url: "smtp://127.0.0.1:9" };
  const start = () => startTestServer({ database, config, now: () => now });
  [one, other] = await Promise.all([start(), start()]);
});
beforeEach(async () => {
  now = START;
  anna = await one.signUp(`Anna ${++people}`);
});
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await database.drop();
});

/** Calls a server with a key, from an address. */
async function call(server: TestServer, { key }: { key: string }, ip = "10.0.0.7"): Promise<number> {
  return (await server.ask("GET", "bins", { key, ip })).status;
}

/** What both servers have seen is written, at the same time. */
async function flush(): Promise<void> {
  await Promise.all([one.deps.meter.flush(), other.deps.meter.flush()]);
}

async function raised({ id }: { id: string }, alert: ApiKeyAlert) {
  return database.db
    .select({
      ip: events.ip,
      data: events.data,
      auth_method: events.auth_method,
      workspace_id: events.workspace_id,
    })
    .from(events)
    .where(and(eq(events.subject_id, id), eq(events.type, ALERT_EVENTS[alert])))
    .orderBy(events.seq);
}

const told = ({ id }: { id: string }) =>
  database.db.$count(
    notifications,
    and(eq(notifications.subject_id, id), eq(notifications.user_id, anna.user_id)),
  );

const mailsTo = ({ email }: Person) => database.db.$count(mails, eq(mails.to_address, email));

test("K52: the first network is no news; each further one is told once, whatever the server and address", async () => {
  const key = await anna.key(["bins:read"]);
  await call(one, key, "10.0.0.7");
  await call(other, key, "10.0.0.8");
  await flush();
  expect(await raised(key, "new_network")).toEqual([]);
  await call(one, key, "2001:db8:1::1");
  await call(other, key, "2001:db8:1:2::2");
  await flush();
  await call(other, key, "2001:db8:1:3::3");
  await flush();
  const alerts = await raised(key, "new_network");
  expect(alerts).toMatchObject([{ auth_method: "system", data: { network: "2001:db8:1::/48" } }]);
  expect(["2001:db8:1::1", "2001:db8:1:2::2"]).toContain(alerts[0]?.ip);
  expect(await told(key)).toBe(1);
});

test("K52: of two first networks on two servers at once, exactly one is new", async () => {
  const key = await anna.key(["bins:read"]);
  const seenBy = ({ deps }: TestServer) => createKeyAlerts(deps, deps.background);
  let theOthers = Promise.resolve();
  await database.db.transaction(async (tx) => {
    // One server is amid noting the first network …
    await tx.select().from(api_keys).where(eq(api_keys.id, key.id)).for("no key update");
    const first = { api_key_id: key.id, network: "10.1.0.0/24", ip: "10.1.0.1", at: now };
    expect(await noteNetwork(tx, first)).toBeNull();
    // … and the other one waits for it before it judges the second.
    theOthers = seenBy(other)([useOf(key.id, "10.2.0.1")]);
    await expect.poll(waitingForLocks, { timeout: 15_000 }).toBe(1);
  });
  await theOthers;
  expect(await raised(key, "new_network")).toMatchObject([{ ip: "10.2.0.1" }]);
});

async function waitingForLocks(): Promise<number> {
  const [row] = await database.sql<{ total: number }[]>`
    select count(*)::int as total from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  return row?.total ?? 0;
}

/** One use as the meter hands it on. */
function useOf(api_key_id: string, ip: string): AlikeUses {
  const { request_id, at, ...use } = keyUse({ api_key_id, ip, acts_as: anna.user_id, at: now });
  return { ...use, request_ids: [request_id], times: [at], first_at: at, last_at: at };
}

test("K52: a refused try makes no network known; a lacking scope is a use of the key", async () => {
  const key = await anna.key(["bins:read"], { allowed_cidrs: ["10.0.0.0/8"] });
  expect(await call(one, key, "10.0.0.7")).toBe(200);
  expect(await call(one, key, "192.0.2.1")).toBe(403);
  await flush();
  expect(await raised(key, "new_network")).toEqual([]);
  expect(
    (await one.ask("POST", "bins", { key: key.key, ip: "10.9.0.1", body: { name: "Box" } })).status,
  ).toBe(403);
  await flush();
  expect(await raised(key, "new_network")).toMatchObject([{ ip: "10.9.0.1" }]);
});

test("K52: a key that is used from everywhere does not flood its people", async () => {
  const key = await anna.key(["bins:read"]);
  for (let network = 1; network <= 40; network++) await call(one, key, `10.3.${network}.1`);
  await flush();
  expect(await raised(key, "new_network")).toHaveLength(20);
  now += 25 * HOUR_MS;
  await call(one, key, "10.4.0.1");
  await flush();
  expect(await raised(key, "new_network")).toHaveLength(21);
});

test("K52: a used-up rate limit is told once an hour", async () => {
  const key = await anna.key(["bins:read"], { rate_limit: { per_minute: 1 } });
  const statuses = [await call(one, key), await call(one, key), await call(one, key)];
  expect(statuses).toEqual([200, 429, 429]);
  await Promise.all([call(other, key), call(other, key)]);
  await flush();
  expect(await raised(key, "quota_reached")).toHaveLength(1);
  now += HOUR_MS;
  await call(one, key);
  await call(one, key);
  await flush();
  expect(await raised(key, "quota_reached")).toHaveLength(2);
});

test("K42, K52: a secret that was rotated out is told of once a day", async () => {
  const old = await anna.key(["bins:read"]);
  await call(one, old);
  const rotated = await anna.ask("POST", `api-keys/${old.id}/rotate`);
  expect(rotated.status).toBe(200);
  expect([await call(one, old), await call(other, old)]).toEqual([401, 401]);
  await flush();
  expect(await raised(old, "rotated_secret_used")).toHaveLength(1);
  expect(await call(one, { key: rotated.body.key })).toBe(200);
  await flush();
  expect(await raised(old, "rotated_secret_used")).toHaveLength(1);
  now += 24 * HOUR_MS;
  await call(one, old);
  await flush();
  expect(await raised(old, "rotated_secret_used")).toHaveLength(2);
});

test.each([
  ["key_disabled", ({ id }: TestKey) => anna.ask("PATCH", `api-keys/${id}`, { body: { active: false } })],
  ["key_revoked", ({ id }: TestKey) => anna.ask("DELETE", `api-keys/${id}`)],
  [
    "key_expired",
    async () => {
      now += 2 * HOUR_MS;
    },
  ],
] as const)("K52: a key that is still called is told of once a day: %s", async (code, end) => {
  const key = await anna.key(["bins:read"], { expires_at: new Date(now + HOUR_MS).toISOString() });
  await end(key);
  // Another server's cache learns of it in its own time.
  await expect.poll(() => call(other, key), { timeout: 15_000 }).toBe(401);
  expect(await call(one, key)).toBe(401);
  await flush();
  await call(one, key);
  await flush();
  expect(await raised(key, "dead_key_used")).toMatchObject([{ data: { code } }]);
});

test("K52: ten refusals within ten minutes are told once an hour, spread over servers or not", async () => {
  const key = await anna.key(["bins:read"], { allowed_cidrs: ["10.0.0.0/8"] });
  for (let refusal = 1; refusal <= 9; refusal++) {
    await call(refusal % 2 === 0 ? one : other, key, `192.0.${refusal}.1`);
    now += 60_000;
    await flush();
  }
  expect(await raised(key, "authentication_failed")).toEqual([]);
  await call(one, key, "192.0.100.1");
  await flush();
  expect(await raised(key, "authentication_failed")).toMatchObject([{ ip: "192.0.100.1" }]);
  await call(other, key, "192.0.101.1");
  await flush();
  expect(await raised(key, "authentication_failed")).toHaveLength(1);
});

test("K52: refusals that are further apart are no alert", async () => {
  const key = await anna.key(["bins:read"], { allowed_cidrs: ["10.0.0.0/8"] });
  for (let refusal = 1; refusal <= 14; refusal++) {
    await call(one, key, `192.0.${refusal}.1`);
    now += 70_000;
  }
  await flush();
  expect(await raised(key, "authentication_failed")).toEqual([]);
});

test("K52: what is muted for a key is neither recorded nor told; the rest is", async () => {
  const key = await anna.key(["bins:read"]);
  await anna.ask("PATCH", `api-keys/${key.id}`, { body: { muted_alerts: ["new_network"] } });
  await call(one, key, "10.0.0.7");
  await call(one, key, "10.5.0.1");
  await anna.ask("DELETE", `api-keys/${key.id}`);
  await call(one, key, "10.6.0.1");
  await flush();
  expect(await raised(key, "new_network")).toEqual([]);
  expect(await raised(key, "dead_key_used")).toHaveLength(1);
  expect(await told(key)).toBe(1);
});

test("K25, K52: an alert of a live key goes out by mail; one of a test key stays in the app", async () => {
  for (const [environment, expected] of [
    ["test", 0],
    ["live", 1],
  ] as const) {
    const key = await anna.key(["bins:read"], { environment });
    await anna.ask("DELETE", `api-keys/${key.id}`);
    await call(one, key);
    await flush();
    const [alert] = await raised(key, "dead_key_used");
    const [row] = await database.db
      .select({ workspace_id: api_keys.workspace_id })
      .from(api_keys)
      .where(eq(api_keys.id, key.id));
    expect(alert?.workspace_id).toBe(row?.workspace_id);
    expect(await told(key)).toBe(1);
    expect(await mailsTo(anna)).toBe(expected);
  }
});

test("K52: the occasions of old alerts are forgotten, and a known network is no news for all that", async () => {
  const key = await anna.key(["bins:read"]);
  await call(one, key, "10.0.0.7");
  await call(one, key, "10.7.0.1");
  await flush();
  const occasions = () => database.db.$count(api_key_notices, eq(api_key_notices.api_key_id, key.id));
  expect(await occasions()).toBe(1);
  now += 91 * 24 * HOUR_MS;
  await removeOldNotices(one.deps);
  expect(await occasions()).toBe(0);
  await call(one, key, "10.7.0.2");
  await flush();
  expect(await raised(key, "new_network")).toHaveLength(1);
});

test("K3: no alert, notification or mail holds a secret", async () => {
  const key = await anna.key(["bins:read"]);
  await anna.ask("DELETE", `api-keys/${key.id}`);
  await call(one, key);
  await flush();
  expect(await told(key)).toBe(1);
  const secret = `%${key.key.slice(-20)}%`;
  const { sql } = database;
  for (const table of ["events", "notifications", "mails", "api_key_calls", "api_key_notices"])
    expect(await sql`select 1 from ${sql(table)} as row where row::text like ${secret}`).toEqual([]);
  expect(await database.db.$count(notifications, like(notifications.body, secret))).toBe(0);
});
