import { EXPIRY_NOTICE_DAYS } from "@stowage/contract/limits";
import { events } from "@stowage/db/schema/events";
import { notifications } from "@stowage/db/schema/notices";
import { createTestDatabase, type TestDatabase } from "@stowage/db/testing/test-database";
import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Person, startTestServer, TEST_PASSWORD, type TestServer } from "../testing/test-server.ts";
import { KeyExpiry } from "./key-expiry.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const START = Date.parse("2026-01-01T06:00:00.000Z");

let now = START;
let database: TestDatabase;
let servers: TestServer[];
let anna: Person;
let people = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  servers = await Promise.all([1, 2, 3].map(() => startTestServer({ database, now: () => now })));
});
beforeEach(async () => {
  now = START;
  anna = await first().signUp(`Anna ${++people}`);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await database.drop();
});

function first(): TestServer {
  const [server] = servers;
  if (!server) throw new Error("no server");
  return server;
}

const later = (ms: number) => new Date(now + ms).toISOString();
const passOf = ({ deps }: TestServer) => new KeyExpiry(deps, deps.background);

/** Passes of all three servers at the same time. */
async function passEverywhere(): Promise<void> {
  const passes = servers.map(passOf);
  await Promise.all(passes.map((pass) => pass.pass()));
  await Promise.all(passes.map((pass) => pass.close()));
}

interface MadeKey {
  id: string;
  key: string;
}

async function makeKey(days: number, more: Record<string, unknown> = {}): Promise<MadeKey> {
  const body = { name: `For ${days} days`, scopes: ["bins:read"], expires_at: later(days * DAY_MS), ...more };
  const made = await anna.ask("POST", "api-keys", { body });
  if (made.status !== 201) throw new Error(made.text);
  return made.body;
}

async function eventsOf({ id }: MadeKey, ...types: ("expiring" | "expired" | "renewed")[]) {
  return database.db
    .select({ type: events.type, data: events.data, changes: events.changes, at: events.created_at })
    .from(events)
    .where(
      and(
        eq(events.subject_id, id),
        inArray(
          events.type,
          types.map((type) => `api_key.${type}` as const),
        ),
      ),
    )
    .orderBy(events.created_at);
}

const daysTold = async (key: MadeKey) => (await eventsOf(key, "expiring")).map(({ data }) => data.days);

function daysOn(at: string): number {
  return Math.round((Date.parse(at) - START) / DAY_MS);
}

async function notificationsOf({ id }: MadeKey) {
  return database.db.$count(notifications, eq(notifications.subject_id, id));
}

/** The same numbers each time, so that a red run can be repeated. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

test("K34, K35: over 400 days on three servers that come and go, each notice is said once and no renewed key is refused", async () => {
  const roll = dice(7);
  const plain = await makeKey(365);
  const short = await makeKey(10);
  const renewed = await makeKey(40, { auto_renew: true });
  const unused = await makeKey(120, { auto_renew: true });
  const extended = await makeKey(100);
  const disabled = await makeKey(60, { active: false });
  const revoked = await makeKey(40);
  const fromTest = await makeKey(20, { environment: "test" });
  await anna.ask("DELETE", `api-keys/${revoked.id}`);

  for (let day = 1; day <= 400; day++) {
    now = START + day * DAY_MS;
    const up = servers.filter(() => roll() > 0.3);
    const passes = (up.length > 0 ? up : servers.slice(1, 2)).map(passOf);
    const [cut] = passes;
    if (passes.length > 1 && cut && roll() < 0.2) {
      // Told to stop amid its pass, and begins anew.
      void cut.pass();
      await cut.close();
    }
    await Promise.all(passes.map((pass) => pass.pass()));
    await Promise.all(passes.map((pass) => pass.close()));
    if (day === 90) await prolong(extended, 60);
    await callOn(servers[day % servers.length], renewed);
  }

  expect(await daysTold(plain)).toEqual([30, 14, 7, 1]);
  expect((await eventsOf(plain, "expiring")).map(({ at }) => daysOn(at))).toEqual([335, 351, 358, 364]);
  expect((await eventsOf(plain, "expired")).map(({ at }) => daysOn(at))).toEqual([365]);
  expect(await notificationsOf(plain)).toBe(5);
  expect(await daysTold(short)).toEqual([7, 1]);
  expect(await daysTold(disabled)).toEqual([30, 14, 7, 1]);
  expect(await daysTold(fromTest)).toEqual([14, 7, 1]);
  expect(await eventsOf(revoked, "expiring", "expired")).toEqual([]);
  expect(await daysTold(extended)).toEqual([30, 14, 30, 14, 7, 1]);
  expect((await eventsOf(extended, "expired")).map(({ at }) => daysOn(at))).toEqual([150]);

  expect(await eventsOf(renewed, "expiring", "expired")).toEqual([]);
  const renewals = await eventsOf(renewed, "renewed");
  expect(renewals.map(({ at }) => daysOn(at))).toEqual([39, 79, 119, 159, 199, 239, 279, 319, 359, 399]);
  expect(renewals[0]?.changes).toEqual({
    expires_at: {
      old: new Date(START + 40 * DAY_MS).toISOString(),
      new: new Date(START + 80 * DAY_MS).toISOString(),
    },
  });

  expect(await eventsOf(unused, "renewed")).toEqual([]);
  expect(await daysTold(unused)).toEqual([30, 14, 7, 1]);
  for (const { data } of await eventsOf(unused, "expiring"))
    expect(data).toMatchObject({ not_renewed_because: "unused" });
}, 180_000);

async function prolong({ id }: MadeKey, days: number): Promise<void> {
  const signedIn = await first().ask("POST", "auth/sign-in", {
    body: { email: anna.email, password: TEST_PASSWORD },
  });
  const cookie = String(signedIn.headers["set-cookie"]).split(";")[0] ?? "";
  const answer = await first().ask("PATCH", `api-keys/${id}`, {
    cookie,
    body: { expires_at: later(days * DAY_MS) },
  });
  expect(answer.status).toBe(200);
}

/** The old secret works, and its use is written. */
async function callOn(server: TestServer | undefined, { key }: MadeKey): Promise<void> {
  expect((await server?.ask("GET", "bins", { key }))?.status).toBe(200);
  await server?.deps.meter.flush();
}

test("K34: after days without any server, only the most urgent notice is said, and none twice", async () => {
  const roll = dice(11);
  const key = await makeKey(60);
  const expected: number[] = [];
  let lastTold = Number.POSITIVE_INFINITY;
  for (let day = 1; day < 60; day++) {
    now = START + day * DAY_MS;
    if (roll() < 0.85) continue;
    await passEverywhere();
    const due = EXPIRY_NOTICE_DAYS.filter((days) => 60 - day <= days);
    const urgent = Math.min(...due);
    if (due.length > 0 && urgent < lastTold) expected.push(urgent);
    lastTold = Math.min(lastTold, urgent);
  }
  expect(expected.length).toBeGreaterThan(0);
  expect(expected.length).toBeLessThan(4);
  expect(await daysTold(key)).toEqual(expected);
});

test("K34: a key that cannot be dealt with does not keep the others from being told of", async () => {
  const broken = await makeKey(10);
  const sound = await makeKey(10.5);
  now += 5 * DAY_MS;
  const { sql } = database;
  await sql.unsafe(`create function refuse() returns trigger language plpgsql as
    $$ begin if new.api_key_id = '${broken.id}' then raise exception 'broken'; end if; return new; end $$;
    create trigger refuse before insert on api_key_notices for each row execute function refuse()`);
  await passEverywhere();
  expect([await daysTold(broken), await daysTold(sound)]).toEqual([[], [7]]);
  await sql.unsafe("drop trigger refuse on api_key_notices");
  await passEverywhere();
  expect(await daysTold(broken)).toEqual([7]);
});

test("K35: a key of one hour is renewed in time by a pass each minute, on the server that hears of it, too", async () => {
  const key = await makeKey(1 / 24, { auto_renew: true });
  const [one, other] = servers;
  if (!one || !other) throw new Error("no server");
  for (let minute = 1; minute <= 200; minute++) {
    now += MINUTE_MS;
    await passOf(one).pass();
    const direct = await one.ask("GET", "bins", { key: key.key });
    expect(direct.body.code ?? direct.status).toBe(200);
    await expect
      .poll(async () => (await other.ask("GET", "bins", { key: key.key })).headers["x-api-key-expires-at"], {
        timeout: 15_000,
      })
      .toBe(direct.headers["x-api-key-expires-at"]);
  }
  expect(await eventsOf(key, "renewed")).toHaveLength(3);
  expect(await eventsOf(key, "expiring", "expired")).toEqual([]);
});

test.each([
  [
    "subject_disabled",
    () => database.sql`update memberships set disabled_at = now() where user_id = ${anna.user_id}`,
  ],
  [
    "plan_restricted",
    () => database.sql`update organizations set plan = 'free' where id = ${anna.organization_id}`,
  ],
  [
    "lifetime_too_long",
    () =>
      database.sql`update organizations set settings = '{"api_key_days_max": 30}' where id = ${anna.organization_id}`,
  ],
] as const)("K35: a key is not renewed when %s, and that is said 30 days before", async (reason, arrange) => {
  const key = await makeKey(40, { auto_renew: true });
  await arrange();
  now += 10 * DAY_MS;
  await passEverywhere();
  expect(await eventsOf(key, "expiring")).toMatchObject([
    { data: { days: 30, not_renewed_because: reason } },
  ]);
  now += 29.5 * DAY_MS;
  await passEverywhere();
  now += DAY_MS;
  await passEverywhere();
  expect(await eventsOf(key, "renewed")).toEqual([]);
  expect(await eventsOf(key, "expired")).toHaveLength(1);
});

test("K35: a key that has ended is not brought back, however late a server comes", async () => {
  const key = await makeKey(40, { auto_renew: true });
  now += 40 * DAY_MS;
  await passEverywhere();
  expect(await eventsOf(key, "renewed")).toEqual([]);
  expect(await eventsOf(key, "expired")).toHaveLength(1);
  expect((await first().ask("GET", "bins", { key: key.key })).body.code).toBe("key_expired");
});
