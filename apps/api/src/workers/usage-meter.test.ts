import { api_key_usage, api_keys, requests } from "@stowage/db/schema/api-keys";
import { eq } from "drizzle-orm";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";
import { Background } from "./background.ts";
import { type KeyUse, UsageMeter } from "./usage-meter.ts";

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
  return {
    workspace_id: key?.workspace_id ?? "",
    api_key_id: id,
    acts_as: anna.user_id,
    request_id: "request-1",
    method: "GET",
    endpoint: "GET /bins",
    status: 200,
    ip: "10.0.0.7",
    user_agent: "curl",
    at: Date.parse("2026-03-31T23:59:59.999Z"),
    ...over,
  };
}

const meterOf = () => new UsageMeter(server.database, new Background(pino({ level: "silent" })));

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
  expect(await server.database.db.$count(requests, eq(requests.api_key_id, use.api_key_id))).toBe(12_002);
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
  expect(await server.database.db.$count(requests, eq(requests.api_key_id, use.api_key_id))).toBe(2);
});

test("a key that is gone does not hold up the others' uses", async () => {
  const meter = meterOf();
  const gone = await someUse();
  const there = await someUse();
  await server.database.db.delete(api_keys).where(eq(api_keys.id, gone.api_key_id));
  meter.record(gone);
  meter.record(there);
  await meter.flush();
  expect(await server.database.db.$count(requests, eq(requests.api_key_id, there.api_key_id))).toBe(1);
  await meter.close();
});
