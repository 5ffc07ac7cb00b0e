import { api_key_usage, api_keys } from "@stowage/db/schema/api-keys";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { statementsOf } from "../../testing/statements-of.ts";
import { type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";

const DAY_MS = 86_400_000;
const nowMs = Date.parse("2026-03-31T12:00:00Z");
let server: TestServer;
let anna: Person;
/** The ids of keys by what they are. */
const keys: Record<string, string> = {};

beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs });
  anna = await server.signUp("Anna");
  const daysFromNow = (days: number) => new Date(nowMs + days * DAY_MS).toISOString();
  const is = async (name: string, change: Partial<typeof api_keys.$inferInsert>, environment?: "test") => {
    const made = await anna.ask("POST", "api-keys", {
      body: { name, scopes: ["bins:read"], ...(environment && { environment }) },
    });
    keys[name] = made.body.id;
    await server.database.db.update(api_keys).set(change).where(eq(api_keys.id, made.body.id));
  };
  await is("active", { last_used_at: daysFromNow(-1) });
  await is("on trial", { created_at: daysFromNow(-400) }, "test");
  await is("disabled", { disabled_at: daysFromNow(-2) });
  await is("expired", { expires_at: daysFromNow(0) });
  await is("revoked", { revoked_at: daysFromNow(-3), expires_at: daysFromNow(-1) });
  await is("rotating", { rotation_started_at: daysFromNow(-1), rotation_ends_at: daysFromNow(1) });
  await is("pending", { rotation_started_at: daysFromNow(-1) });
  await is("rotated", { rotation_started_at: daysFromNow(-2), rotation_ends_at: daysFromNow(0) });
  await is("ending", { expires_at: daysFromNow(7), last_used_at: daysFromNow(-90) });
});
afterAll(() => server.close());

async function names(query: string): Promise<string[]> {
  const { status, body, text } = await anna.ask("GET", `api-keys?limit=200&${query}`);
  expect(status, text).toBe(200);
  expect(body.total).toBe(body.data.length);
  return body.data.map(({ name }: { name: string }) => name).toSorted();
}

test("K30: each status holds exactly the keys that are shown with it", async () => {
  const { body } = await anna.ask("GET", "api-keys?status=all&limit=200");
  expect(body.total).toBe(9);
  for (const status of ["active", "disabled", "expired", "revoked", "rotating"]) {
    const shown = body.data.filter((key: { status: string }) => key.status === status);
    expect(await names(`status=${status}`)).toEqual(
      shown.map(({ name }: { name: string }) => name).toSorted(),
    );
  }
  expect(await names("status=rotating")).toEqual(["pending", "rotating"]);
  expect(await names("status=ended")).toEqual(["expired", "revoked"]);
  expect(await names("")).toEqual([
    "active",
    "disabled",
    "ending",
    "on trial",
    "pending",
    "rotated",
    "rotating",
  ]);
});

test("K30: keys are found by environment, subject, idle days, nearing end and name, also together", async () => {
  expect(await names("environment=test")).toEqual(["on trial"]);
  expect(await names(`acts_as=${anna.user_id}&q=RotaT`)).toEqual(["rotated", "rotating"]);
  expect(await names("acts_as=user_nobody")).toEqual([]);
  expect(await names("unused_for=90d")).toEqual(["ending", "on trial"]);
  expect(await names("unused_for=91")).toEqual(["on trial"]);
  expect(await names("expires_within=7")).toEqual(["ending"]);
  expect(await names("expires_within=6d&status=all")).toEqual([]);
  expect(await names("unused_for=90&expires_within=30&environment=live&q=end")).toEqual(["ending"]);
  expect((await anna.ask("GET", "api-keys?unused_for=soon")).body.errors[0].pointer).toBe("/unused_for");
});

test("K30: the list brings each key's requests of 30 UTC days, today last", async () => {
  const day = (ago: number) => new Date(nowMs - ago * DAY_MS).toISOString().slice(0, 10);
  const counted = [
    [0, 5],
    [1, 4],
    [29, 3],
    [30, 2],
  ] as const;
  await server.database.db
    .insert(api_key_usage)
    .values(counted.map(([ago, requests]) => ({ api_key_id: keys.active ?? "", day: day(ago), requests })));
  const { body } = await anna.ask("GET", "api-keys");
  const chart = (name: string) => body.data.find((key: { name: string }) => key.name === name).daily_requests;
  expect(chart("active")).toEqual([3, ...Array(27).fill(0), 4, 5]);
  expect(chart("ending")).toEqual(Array(30).fill(0));
});

test("K25: a key finds those of its own environment alone", async () => {
  const trial = await anna.key(["api-keys:manage"], { environment: "test" });
  const { body } = await trial.ask("GET", "api-keys?status=all&limit=200");
  expect(new Set(body.data.map((key: { environment: string }) => key.environment))).toEqual(
    new Set(["test"]),
  );
  expect((await trial.ask("GET", "api-keys?environment=live")).body.data).toEqual([]);
});

test("whoever sees all keys has those in use counted without reading one, however many there are", async () => {
  const { sql } = server.database;
  const counting = async (asking: Pick<Person, "ask">) => {
    const sent = await statementsOf(server.database, () => asking.ask("GET", "api-keys"));
    return sent.filter(({ text }) => text.startsWith("select count(*)"));
  };
  const counts = [...(await counting(anna)), ...(await counting(await anna.key(["api-keys:manage"])))];
  expect(counts).toHaveLength(2);
  for (const { text, params } of counts) {
    const plan = await sql.begin(async (tx) => {
      await tx`select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`;
      return tx.unsafe(`explain ${text}`, params as never[]); // as they were sent
    });
    expect(JSON.stringify(plan)).toContain("Index Only Scan using api_keys_current");
  }
});
