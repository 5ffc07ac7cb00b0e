import { raiseKeyEpochs } from "@stowage/auth/key-store";
import { api_key_secrets, api_key_usage, api_key_usage_details, api_keys } from "@stowage/db/schema/api-keys";
import { eq } from "drizzle-orm";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keyUse } from "../testing/key-use.ts";
import { loggedCalls } from "../testing/logged-calls.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";
import { type AlikeUses, type KeyUse, usesIn } from "./alike-uses.ts";
import { Background } from "./background.ts";
import { UsageMeter } from "./usage-meter.ts";

let server: TestServer;
let anna: Person;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

async function someUse(over: Partial<KeyUse> = {}): Promise<KeyUse> {
  const { id } = await anna.key(["bins:read"]);
  const [key] = await server.database.db.select().from(api_keys).where(eq(api_keys.id, id));
  const [secret] = await server.database.db
    .select()
    .from(api_key_secrets)
    .where(eq(api_key_secrets.api_key_id, id));
  return keyUse({
    workspace_id: key?.workspace_id ?? "",
    api_key_id: id,
    secret_id: secret?.id ?? "",
    acts_as: anna.user_id,
    ...over,
  });
}

const silent = () => new Background(pino({ level: "silent" }));
const meterOf = () => new UsageMeter(server.database, silent());

test("K36: what was recorded is written when the meter closes, to the last use, by day and outcome", async () => {
  const meter = meterOf();
  const use = await someUse();
  for (let call = 0; call < 12_000; call++) meter.record(use);
  meter.record({ ...use, status: 403, at: use.at + 1 });
  meter.record({ ...use, status: 503, at: use.at + 2, ip: "10.0.0.8" });
  await meter.close();
  const days = await server.database.db
    .select()
    .from(api_key_usage)
    .where(eq(api_key_usage.api_key_id, use.api_key_id))
    .orderBy(api_key_usage.day);
  expect(days).toEqual([
    { api_key_id: use.api_key_id, day: "2026-03-31", requests: 12_000, refused: 0, failed: 0 },
    { api_key_id: use.api_key_id, day: "2026-04-01", requests: 2, refused: 1, failed: 1 },
  ]);
  expect(await loggedCalls(server.database.db, use.api_key_id)).toHaveLength(12_002);
  const key = await anna.ask("GET", `api-keys/${use.api_key_id}`);
  expect(key.body).toMatchObject({ last_used_at: "2026-04-01T00:00:00.001Z", last_used_ip: "10.0.0.8" });
});

test("a write that fails is repeated whole, and nothing is counted twice", async () => {
  const meter = meterOf();
  const use = await someUse();
  meter.record(use);
  await server.database.sql`alter table api_key_usage rename column failed to broken`;
  await expect(meter.flush()).rejects.toThrow();
  await server.database.sql`alter table api_key_usage rename column broken to failed`;
  meter.record(use);
  await meter.close();
  const [day] = await server.database.db
    .select()
    .from(api_key_usage)
    .where(eq(api_key_usage.api_key_id, use.api_key_id));
  expect(day?.requests).toBe(2);
  expect(await loggedCalls(server.database.db, use.api_key_id)).toHaveLength(2);
});

test("the log has each use as it was, also of those alike", async () => {
  const meter = meterOf();
  const use = await someUse();
  const other = {
    ...use,
    endpoint: "GET /items",
    status: 401,
    code: "key_expired",
    user_agent: null,
  } as const;
  for (let call = 0; call < 3; call++) {
    meter.record({ ...use, request_id: `alike-${call}`, at: use.at + call });
    meter.record({ ...other, request_id: `other-${call}`, at: use.at + call });
  }
  await meter.close();
  const calls = await loggedCalls(server.database.db, use.api_key_id);
  const { scopes: _scopes, secret_id: _secret, at: _at, ...logged } = use;
  const refused = { endpoint: "GET /items", status: 401, code: "key_expired", user_agent: null };
  const times = ["2026-03-31T23:59:59.999Z", "2026-04-01T00:00:00.000Z", "2026-04-01T00:00:00.001Z"];
  expect(calls.toSorted((one, two) => (one.request_id < two.request_id ? -1 : 1))).toEqual([
    ...times.map((created_at, call) => ({ ...logged, request_id: `alike-${call}`, created_at })),
    ...times.map((created_at, call) => ({
      ...logged,
      ...refused,
      request_id: `other-${call}`,
      created_at,
    })),
  ]);
});

test("a key that is gone does not hold up the others' uses", async () => {
  const meter = meterOf();
  const gone = await someUse();
  const there = await someUse();
  await server.database.db.delete(api_keys).where(eq(api_keys.id, gone.api_key_id));
  meter.record(gone);
  meter.record(there);
  await meter.flush();
  expect(await loggedCalls(server.database.db, there.api_key_id)).toHaveLength(1);
  await meter.close();
});

test("whoever flushes while a write is under way waits for what it began without, all by one run", async () => {
  const batches: number[] = [];
  const meter = new UsageMeter(server.database, silent(), async (uses) => void batches.push(usesIn(uses)));
  const use = await someUse();
  meter.record(use);
  const first = meter.flush();
  for (let call = 0; call < 3; call++) meter.record(use);
  const others = [meter.flush(), meter.flush()];
  await first;
  expect(batches).toEqual([1]);
  await Promise.all(others);
  expect(batches).toEqual([1, 3]);
  expect(await loggedCalls(server.database.db, use.api_key_id)).toHaveLength(4);
  await meter.close();
});

test("whoever waits for the next write is told of its own failure, and loses nothing by the one before", async () => {
  const meter = meterOf();
  const use = await someUse();
  meter.record(use);
  await server.database.sql`alter table api_key_usage rename column failed to broken`;
  const ends = await Promise.allSettled([meter.flush(), meter.flush()]);
  await server.database.sql`alter table api_key_usage rename column broken to failed`;
  expect(ends.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await meter.close();
  expect(await loggedCalls(server.database.db, use.api_key_id)).toHaveLength(1);
});

test("what follows from uses is told of each committed batch, and failing there loses and repeats nothing", async () => {
  const told: AlikeUses[] = [];
  const background = silent();
  const meter = new UsageMeter(server.database, background, async (uses) => {
    told.push(...uses);
    const id = uses[0]?.api_key_id ?? "";
    expect(await loggedCalls(server.database.db, id)).toHaveLength(uses.length);
    throw new Error("whatever it is");
  });
  const use = await someUse();
  meter.record(use);
  meter.record({ ...use, status: 403 });
  await meter.flush();
  await meter.close();
  expect(told.map(({ status, times }) => [status, times])).toEqual([
    [200, [use.at]],
    [403, [use.at]],
  ]);
  expect(background.failures).toBe(1);
  expect(await loggedCalls(server.database.db, use.api_key_id)).toHaveLength(2);
});

test("what comes in while uses are written waits for the next time, so that writing ends", async () => {
  const batches: number[] = [];
  const use = await someUse();
  const meter = new UsageMeter(server.database, silent(), async (uses) => {
    batches.push(usesIn(uses));
    if (batches.length < 4) meter.record(use);
  });
  for (let call = 0; call < 6_000; call++) meter.record(use);
  await meter.flush();
  expect(batches).toEqual([5_040, 960]); // whole bundles of 60
  await meter.flush();
  expect(batches).toEqual([5_040, 960, 2]);
  await meter.close();
  expect(await loggedCalls(server.database.db, use.api_key_id)).toHaveLength(6_003);
});

test("servers that write uses of the same keys at once lose no count", async () => {
  const uses = await Promise.all(Array.from({ length: 6 }, () => someUse()));
  const meters = Array.from({ length: 4 }, meterOf);
  for (let round = 0; round < 10; round++) {
    for (const [place, meter] of meters.entries())
      for (const use of place % 2 === 0 ? uses : uses.toReversed()) meter.record(use);
    await Promise.all(meters.map((meter) => meter.flush()));
  }
  await Promise.all(meters.map((meter) => meter.close()));
  for (const { api_key_id, secret_id } of uses) {
    const [day] = await server.database.db
      .select()
      .from(api_key_usage)
      .where(eq(api_key_usage.api_key_id, api_key_id));
    const [secret] = await server.database.db
      .select()
      .from(api_key_secrets)
      .where(eq(api_key_secrets.id, secret_id));
    expect([day?.requests, secret?.uses]).toEqual([40, 40]);
  }
});

test("a change of several keys and a batch of their uses wait for each other, and never both", async () => {
  const [low, high] = (await Promise.all([someUse(), someUse()])).toSorted((one, other) =>
    one.api_key_id < other.api_key_id ? -1 : 1,
  );
  if (!low || !high) throw new Error("two were made");
  const meter = meterOf();
  meter.record(high);
  meter.record(low);
  const waiters = async () => {
    const [row] = await server.database.sql<{ waiting: number }[]>`
      select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    return row?.waiting;
  };
  const written = server.database.db.transaction(async (tx) => {
    await raiseKeyEpochs(tx, { keyIds: [low.api_key_id] });
    const flushed = meter.flush();
    await expect.poll(waiters).toBe(1);
    await raiseKeyEpochs(tx, { keyIds: [high.api_key_id] });
    return { flushed };
  });
  await (await written).flushed;
  await meter.close();
  expect(await loggedCalls(server.database.db, high.api_key_id)).toHaveLength(1);
});

test("networks beyond 200 a day are counted together, and none is lost", async () => {
  const use = await someUse();
  const from = (meter: UsageMeter, start: number) => {
    for (let network = start; network < start + 150; network++)
      meter.record({ ...use, ip: `10.${network >> 8}.${network & 255}.7` });
  };
  const [one, other] = [meterOf(), meterOf()];
  from(one, 0);
  from(other, 150);
  await Promise.all([one.flush(), other.flush()]);
  from(one, 0); // known ones stay told apart
  from(other, 300);
  await Promise.all([one.close(), other.close()]);
  const rows = await server.database.db
    .select()
    .from(api_key_usage_details)
    .where(eq(api_key_usage_details.api_key_id, use.api_key_id));
  expect(rows).toHaveLength(201);
  expect(rows.reduce((sum, row) => sum + row.requests, 0)).toBe(600);
  expect(rows.find(({ network }) => network === "other")?.requests).toBeGreaterThanOrEqual(250);
});

test("an older use that is written later moves no last use back", async () => {
  const meter = meterOf();
  const use = await someUse();
  meter.record(use);
  await meter.flush();
  meter.record({ ...use, at: use.at - 60_000, ip: "10.0.0.1", user_agent: "late" });
  await meter.close();
  const [secret] = await server.database.db
    .select()
    .from(api_key_secrets)
    .where(eq(api_key_secrets.id, use.secret_id));
  expect(secret).toMatchObject({ uses: 2, last_used_ip: "10.0.0.7", last_used_agent: "curl" });
  const key = await anna.ask("GET", `api-keys/${use.api_key_id}`);
  expect(key.body).toMatchObject({ last_used_at: new Date(use.at).toISOString(), last_used_ip: "10.0.0.7" });
});
