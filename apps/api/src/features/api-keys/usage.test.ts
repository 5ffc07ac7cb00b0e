import { connect } from "node:net";
import { outcomeOf } from "@stowage/contract/key-usage";
import type { Scope } from "@stowage/contract/scopes";
import { api_key_scope_usage, api_key_secrets, api_key_usage_details } from "@stowage/db/schema/api-keys";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { loggedCalls } from "../../testing/logged-calls.ts";
import {
  type Person,
  startTestServer,
  TEST_PASSWORD,
  type TestKey,
  type TestServer,
} from "../../testing/test-server.ts";

const DAY_MS = 86_400_000;
let nowMs = Date.parse("2026-03-31T23:00:00Z");
let first: TestServer;
let second: TestServer;
let anna: Person;

beforeAll(async () => {
  const options = { now: () => nowMs, config: { trust_proxy: true } };
  first = await startTestServer(options);
  second = await startTestServer({ ...options, database: first.database });
  anna = await first.signUp("Anna");
});
afterAll(async () => {
  await second.close();
  await first.close();
});

const flush = () => Promise.all([first.deps.meter.flush(), second.deps.meter.flush()]);
const usage = async (key: TestKey, query = "") =>
  (await anna.ask("GET", `api-keys/${key.id}/usage${query}`)).body;

/** What a client saw of its own calls. */
interface Seen {
  endpoint: string;
  status: number;
  ip: string;
}

/** Makes one of many kinds of call, by REST or tRPC, and tells what came of it. */
async function someCalls(key: TestKey, turn: number): Promise<Seen[]> {
  const server = turn % 2 === 0 ? first : second;
  const ip = ["10.0.0.7", "10.0.0.8", "192.0.2.1", "2001:db8:1:2::3"][turn % 4] ?? "";
  const headers = { "x-forwarded-for": ip };
  const rest = async (path: string, endpoint: string) => {
    const { status } = await server.ask("GET", path, { key: key.key, headers });
    return [{ endpoint, status, ip }];
  };
  switch (turn % 7) {
    case 0:
      return rest("bins", "GET /bins");
    case 1:
      return rest("bins/bin_nowhere", "GET /bins/{id}");
    case 2:
      return rest("locations", "GET /locations"); // lacks the scope
    case 3:
      return rest("items?colour=red", "GET /items");
    case 4:
      return rest("rate-limit", "GET /rate-limit"); // free, and a call all the same
    case 5:
      return rest("whoami", "GET /whoami");
    default: {
      const names = ["bins.list", "items.list", `made.up.${turn}`, "locations.list"];
      const url = `/trpc/${names.join(",")}?batch=1&input=%7B%7D`;
      const { body } = await server.ask("GET", url, { key: key.key, headers });
      return names.map((name, index) => ({
        endpoint: name.startsWith("made") ? "trpc (unknown)" : `trpc ${name}`,
        status: body[index].error ? body[index].error.data.httpStatus : 200,
        ip,
      }));
    }
  }
}

function tally(seen: Seen[], by: (one: Seen) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of seen) counts[by(one)] = (counts[by(one)] ?? 0) + 1;
  return counts;
}

const networkIn: Record<string, string> = {
  "10.0.0.7": "10.0.0.0/24",
  "10.0.0.8": "10.0.0.0/24",
  "192.0.2.1": "192.0.2.0/24",
  "2001:db8:1:2::3": "2001:db8:1::/48",
};

test("K31: after a drain every sum is what was really called, over two servers, REST and tRPC, refused and free calls", async () => {
  const keys = [await anna.key(["bins:read", "items:read"]), await anna.key(["bins:read", "items:read"])];
  const seen = new Map<TestKey, Seen[]>();
  for (const key of keys) {
    const calls = await Promise.all(Array.from({ length: 210 }, (_, turn) => someCalls(key, turn)));
    seen.set(key, calls.flat());
  }
  await flush();
  for (const key of keys) {
    const calls = seen.get(key) ?? [];
    const outcomes = tally(calls, ({ status }) => outcomeOf(status));
    const answer = await usage(key);
    expect(answer.total).toEqual({ requests: 300, failed: 0, ...outcomes });
    const requestsBy = (rows: { requests: number }[], name: string) =>
      Object.fromEntries(rows.map((row) => [(row as unknown as Record<string, string>)[name], row.requests])); // by the shape of the answer
    expect(requestsBy(answer.endpoints, "endpoint")).toEqual(tally(calls, ({ endpoint }) => endpoint));
    expect(requestsBy(answer.networks, "network")).toEqual(tally(calls, ({ ip }) => networkIn[ip] ?? ip));
    const details = await first.database.db
      .select()
      .from(api_key_usage_details)
      .where(eq(api_key_usage_details.api_key_id, key.id));
    expect(
      Object.fromEntries(
        details.map((row) => [`${row.endpoint} ${row.network} ${row.outcome}`, row.requests]),
      ),
    ).toEqual(tally(calls, (one) => `${one.endpoint} ${networkIn[one.ip]} ${outcomeOf(one.status)}`));
    expect(await loggedCalls(first.database.db, key.id)).toHaveLength(300);
    const [secret] = await first.database.db
      .select()
      .from(api_key_secrets)
      .where(eq(api_key_secrets.api_key_id, key.id));
    expect(secret?.uses).toBe(300);
    const got = await anna.ask("GET", `api-keys/${key.id}`);
    expect(got.body.usage).toEqual({ requests_today: 300, requests_this_month: 300 });
    expect(got.body.daily_requests).toEqual([...Array(29).fill(0), 300]);
  }
});

test("K31: every UTC day stands in the answer, also one without calls, and the month begins on its first", async () => {
  const key = await anna.key(["bins:read"]);
  await key.ask("GET", "bins");
  nowMs += 2 * DAY_MS;
  await key.ask("GET", "bins");
  await key.ask("GET", "items");
  await flush();
  const none = { requests: 0, succeeded: 0, refused: 0, failed: 0 };
  expect(await usage(key, "?days=4")).toMatchObject({
    since: "2026-03-30",
    until: "2026-04-02",
    total: { requests: 3, succeeded: 2, refused: 1, failed: 0 },
    days: [
      { day: "2026-03-30", ...none },
      { day: "2026-03-31", requests: 1, succeeded: 1, refused: 0, failed: 0 },
      { day: "2026-04-01", ...none },
      { day: "2026-04-02", requests: 2, succeeded: 1, refused: 1, failed: 0 },
    ],
    endpoints: [
      { endpoint: "GET /bins", requests: 2, succeeded: 2, refused: 0, failed: 0 },
      { endpoint: "GET /items", requests: 1, succeeded: 0, refused: 1, failed: 0 },
    ],
  });
  expect((await usage(key, "?days=1")).total.requests).toBe(2);
  const got = await anna.ask("GET", `api-keys/${key.id}`);
  expect(got.body.usage).toEqual({ requests_today: 2, requests_this_month: 2 });
  expect(got.body.daily_requests.slice(-3)).toEqual([1, 0, 2]);
});

test("K22: a caller who hangs up before the answer is counted all the same", async () => {
  const key = await anna.key(["bins:read"]);
  const { port } = new URL(await first.listen());
  const socket = connect(Number(port), "127.0.0.1");
  socket.write(`GET /api/v1/bins HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key.key}\r\n\r\n`, () =>
    socket.destroy(),
  );
  const counted = async () => {
    await flush();
    return (await usage(key)).total.requests;
  };
  await expect.poll(counted).toBe(1);
});

test("a refused call of a secret that ended counts as use of that secret and of the key", async () => {
  const key = await anna.key(["bins:read"]);
  await anna.ask("DELETE", `api-keys/${key.id}`);
  expect((await key.ask("GET", "bins", { headers: { "user-agent": "old script" } })).status).toBe(401);
  await flush();
  const [secret] = await first.database.db
    .select()
    .from(api_key_secrets)
    .where(eq(api_key_secrets.api_key_id, key.id));
  expect(secret).toMatchObject({ uses: 1, last_used_agent: "old script" });
  expect((await usage(key)).total).toMatchObject({ requests: 1, refused: 1 });
});

test("K31: only who sees the key sees its use", async () => {
  const key = await anna.key(["bins:read"]);
  const stranger = await first.signUp("Stranger");
  expect((await stranger.ask("GET", `api-keys/${key.id}/usage`)).status).toBe(404);
  const member = await addMember(first, anna, "Mia", "member");
  expect((await member.ask("GET", `api-keys/${key.id}/usage`)).status).toBe(404);
  const own = await member.key(["bins:read"]);
  expect((await member.ask("GET", `api-keys/${own.id}/usage`)).status).toBe(200);
  expect((await anna.ask("GET", `api-keys/${own.id}/usage`)).status).toBe(200);
});

const advice = async (key: TestKey, asker: Pick<Person, "ask"> = anna) =>
  (await asker.ask("GET", `api-keys/${key.id}`)).body.advice;

test("K37: the scopes that answered calls needed are its used ones; after two weeks the others are named, and trimming starts anew", async () => {
  const scopes: Scope[] = ["bins:read", "bins:write", "items:read", "events:read"];
  const key = await anna.key(scopes);
  const created = new Date(nowMs).toISOString();
  await key.ask("GET", "bins");
  await key.ask("GET", "/trpc/items.list?input=%7B%7D");
  await key.ask("POST", "bins", { body: { colour: "red" } }); // refused, so it used nothing
  await key.ask("GET", "whoami");
  await flush();
  expect(await advice(key)).toEqual({
    observed_since: created,
    used_scopes: ["bins:read", "items:read"],
    unused_scopes: [],
    unused_for_days: 0,
    is_unused: false,
    not_renewed_because: null,
  });
  nowMs += 14 * DAY_MS;
  expect(await advice(key)).toMatchObject({
    unused_scopes: ["bins:write", "events:read"],
    unused_for_days: 14,
  });
  const trimmed = await anna.ask("PATCH", `api-keys/${key.id}`, {
    body: { scopes: ["bins:read", "items:read"] },
  });
  expect(trimmed.status).toBe(200);
  expect(await advice(key)).toMatchObject({ observed_since: new Date(nowMs).toISOString(), used_scopes: [] });
  await anna.ask("PATCH", `api-keys/${key.id}`, { body: { scopes } });
  expect((await anna.ask("GET", `api-keys/${key.id}`)).body.scopes.toSorted()).toEqual(scopes.toSorted());
});

test("K37: a key unused for 90 days says so, one with `admin:*` what would do instead, and one that used nothing is not trimmed", async () => {
  await anna.ask("POST", "auth/confirm", { body: { password: TEST_PASSWORD } });
  const everything = await anna.key(["admin:*"]);
  const manager = await anna.key(["api-keys:manage"]); // outlives the session
  const idle = await anna.key(["bins:read"]);
  await everything.ask("GET", "bins");
  await flush();
  nowMs += 89 * DAY_MS;
  expect(await advice(idle, manager)).toMatchObject({
    is_unused: false,
    unused_for_days: 89,
    unused_scopes: [],
  });
  nowMs += DAY_MS;
  expect(await advice(idle, manager)).toMatchObject({
    is_unused: true,
    unused_for_days: 90,
    unused_scopes: [],
  });
  expect(await advice(everything, manager)).toMatchObject({
    used_scopes: ["bins:read"],
    unused_scopes: ["admin:*"],
  });
  const used = await first.database.db.$count(
    api_key_scope_usage,
    eq(api_key_scope_usage.api_key_id, idle.id),
  );
  expect(used).toBe(0);
});
