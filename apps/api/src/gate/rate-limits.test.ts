import { raiseKeyEpochs } from "@stowage/auth/key-store";
import type { RateLimitPair } from "@stowage/contract/limits";
import { organizations } from "@stowage/db/schema/identity";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let anna: Person;

beforeAll(async () => {
  server = await startTestServer({ config: { default_plan: "free" } });
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());
afterEach(() => vi.useRealTimers());

test("K50: of many requests at once exactly the plan's number gets through, and the rest is told when to come again", async () => {
  const key = await anna.key(["bins:read"]);
  const answers = await Promise.all(Array.from({ length: 130 }, () => key.ask("GET", "bins")));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(100);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(30);
  for (const { body, headers } of refused) {
    expect(body).toMatchObject({ code: "rate_limited", violated_policies: ["minute"] });
    expect(Number(headers["retry-after"])).toBe(body.retry_after);
    expect(body.retry_after).toBeGreaterThanOrEqual(1);
    expect(headers["x-ratelimit-limit"]).toBe("100");
    expect(headers["x-ratelimit-remaining"]).toBe("0");
  }
});

test("each key has a budget of its own, and the test key of the same person too", async () => {
  const live = await anna.key(["bins:read"]);
  const trial = await anna.key(["bins:read"], { environment: "test" });
  for (let call = 0; call < 100; call++) await live.ask("GET", "bins");
  expect((await live.ask("GET", "bins")).status).toBe(429);
  expect((await trial.ask("GET", "bins")).headers["x-ratelimit-remaining"]).toBe("999");
});

test("probing for rights costs as much as using them", async () => {
  const key = await anna.key(["bins:read"]);
  for (let call = 0; call < 100; call++) expect((await key.ask("GET", "events")).status).toBe(403);
  expect((await key.ask("GET", "events")).status).toBe(429);
});

test("what is refused before the key is known costs the key nothing", async () => {
  const key = await anna.key(["bins:read"]);
  await key.ask("GET", "nowhere");
  await server.ask("GET", "bins", { headers: { authorization: key.key } });
  expect((await key.ask("GET", "bins")).headers["x-ratelimit-remaining"]).toBe("999");
});

test("K50: asking what is left is free, and answers also when nothing is left", async () => {
  const key = await anna.key(["bins:read"]);
  const whole = await key.ask("GET", "rate-limit");
  expect(whole.body).toMatchObject({ limit: 1_000, remaining: 1_000, plan: "free" });
  expect(whole.body.windows).toMatchObject([
    { name: "minute", limit: 100, remaining: 100 },
    { name: "hour", limit: 1_000, remaining: 1_000 },
  ]);
  expect(Date.parse(whole.body.reset_at)).toBe(whole.body.reset * 1_000);
  for (let call = 0; call < 101; call++) await key.ask("GET", "bins");
  const spent = await key.ask("GET", "rate-limit");
  expect([spent.status, spent.body.remaining, spent.body.windows[0].remaining]).toEqual([200, 899, 0]);
  expect(spent.headers["x-ratelimit-remaining"]).toBe("0");
  expect((await anna.ask("GET", "rate-limit")).body.limit).toBeGreaterThan(1_000);
});

test("K50: waiting exactly Retry-After works, for the minute and for the hour", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const key = await anna.key(["bins:read"]);
  const wait = (ms: number) => vi.setSystemTime(Date.now() + ms);
  const spend = async (calls: number) => {
    for (let call = 0; call < calls; call++) expect((await key.ask("GET", "bins")).status).toBe(200);
  };
  for (let minute = 1; minute <= 9; minute++) {
    await spend(100);
    wait(12_345);
    const { status, body } = await key.ask("GET", "bins");
    expect([status, body.violated_policies, body.retry_after]).toEqual([429, ["minute"], 48]);
    wait(body.retry_after * 1_000);
  }
  await spend(91); // 909 were counted, refused ones too
  const { status, body } = await key.ask("GET", "bins");
  expect([status, body.violated_policies]).toEqual([429, ["hour"]]);
  wait(body.retry_after * 1_000);
  await spend(100);
});

test("K50: a key's own lower limit holds, window by window, and raising it above the plan changes nothing", async () => {
  const key = await anna.key(["bins:read"]);
  await anna.ask("PATCH", `api-keys/${key.id}`, { body: { rate_limit: { per_minute: 5 } } });
  const { headers } = await key.ask("GET", "bins");
  expect(headers["ratelimit-policy"]).toBe('"minute";q=5;w=60, "hour";q=1000;w=3600');
  for (let call = 2; call <= 5; call++) expect((await key.ask("GET", "bins")).status).toBe(200);
  expect((await key.ask("GET", "bins")).body).toMatchObject({ violated_policies: ["minute"] });
});

test("K50: what was spent stays spent when a limit changes, up or down", async () => {
  const key = await anna.key(["bins:read"]);
  const limitTo = (rate_limit: Partial<RateLimitPair> | null) =>
    anna.ask("PATCH", `api-keys/${key.id}`, { body: { rate_limit } });
  for (let call = 1; call <= 10; call++) await key.ask("GET", "bins");
  await limitTo({ per_minute: 10 });
  expect((await key.ask("GET", "bins")).status).toBe(429);
  await limitTo({ per_minute: 20 });
  expect((await key.ask("GET", "rate-limit")).body.windows[0]).toMatchObject({ limit: 20, remaining: 9 });
  await limitTo(null);
  expect((await key.ask("GET", "rate-limit")).body.windows[0]).toMatchObject({ limit: 100, remaining: 89 });
});

test("K50: a custom plan's limits count in both windows, below and above the plan's own", async () => {
  const otto = await server.signUp("Otto");
  const key = await otto.key(["bins:read"]);
  expect((await key.ask("GET", "bins")).headers["x-ratelimit-limit"]).toBe("1000");
  for (const rate_limit of [
    { per_minute: 3, per_hour: 7 },
    { per_minute: 7_000, per_hour: 70_000 },
  ]) {
    const raised = await server.database.db.transaction(async (tx) => {
      await tx
        .update(organizations)
        .set({ plan: "enterprise", rate_limit })
        .where(eq(organizations.id, otto.organization_id));
      return raiseKeyEpochs(tx, { organizationId: otto.organization_id });
    });
    for (const { id, epoch } of raised) server.deps.keys.hear(id, epoch);
    const { windows } = (await key.ask("GET", "rate-limit")).body;
    expect(windows.map(({ limit }: { limit: number }) => limit)).toEqual([
      rate_limit.per_minute,
      rate_limit.per_hour,
    ]);
  }
});

test("K50: every answer to a key says where it stands: success, refusal, failure, and each call of a tRPC batch", async () => {
  const key = await anna.key(["bins:read"]);
  const left = async (path: string) => {
    const { status, headers } = await key.ask("GET", path);
    expect(headers["x-ratelimit-limit"]).toBe("1000");
    expect(Number(headers["x-ratelimit-reset"])).toBeGreaterThan(Date.now() / 1_000);
    expect(headers["ratelimit-policy"]).toContain('"minute";q=100;w=60');
    return [status, Number(headers["x-ratelimit-remaining"])];
  };
  expect(await left("bins")).toEqual([200, 999]);
  expect(await left("bins?colour=red")).toEqual([422, 998]);
  expect(await left("bins/bin_nowhere")).toEqual([404, 997]);
  expect(await left("items")).toEqual([403, 996]);
  expect(await left("/trpc/bins.list,items.list,bins.list,nowhere?batch=1&input=%7B%7D")).toEqual([207, 993]);
  for (let call = 1; call <= 93; call++) await key.ask("GET", "bins");
  const over = await key.ask("GET", "/trpc/bins.list,bins.list?batch=1&input=%7B%7D");
  expect(over.headers).toMatchObject({ "x-ratelimit-limit": "100", "x-ratelimit-remaining": "0" });
  expect(Number(over.headers["retry-after"])).toBe(over.body[1].error.data.problem.retry_after);
});

test("K25: a key of the test environment spends a budget of its own, also one of the same name and maker", async () => {
  const live = await anna.key(["bins:read"]);
  const trial = await anna.key(["bins:read"], { environment: "test" });
  for (let call = 1; call <= 101; call++) await trial.ask("GET", "bins");
  expect((await trial.ask("GET", "bins")).status).toBe(429);
  expect((await live.ask("GET", "rate-limit")).body).toMatchObject({ limit: 1_000, remaining: 1_000 });
});
