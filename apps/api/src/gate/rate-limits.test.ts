import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let anna: Person;

beforeAll(async () => {
  server = await startTestServer({ config: { default_plan: "free" } });
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

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
