import { describe, expect, test } from "vitest";
import { ConnectionError, StowageError } from "./errors.ts";
import { type Act, clientAnswered, json, problem } from "./testing/answering.ts";

const broken = new TypeError("fetch failed");
const bin = json({ id: "bin_1" });
const unavailable = problem(503, "unavailable", { "retry-after": "3" });
const limited = (after: string) => problem(429, "rate_limited", { "retry-after": after });
const page = (status: number) =>
  new Response("<h1>Bad gateway</h1>", { status, headers: { "content-type": "text/html" } });

type Client = ReturnType<typeof clientAnswered>["stowage"];
const CALLS: Record<string, (stowage: Client) => PromiseLike<unknown>> = {
  GET: (stowage) => stowage.bins.get("bin_1"),
  POST: (stowage) => stowage.bins.create({ name: "Box" }),
  PATCH: (stowage) => stowage.bins.update("bin_1", { name: "Box" }),
  "PATCH with ifMatch": (stowage) => stowage.bins.update("bin_1", { name: "Box" }, { ifMatch: 3 }),
  DELETE: (stowage) => stowage.bins.remove("bin_1"),
  "open POST": (stowage) => stowage.leakedKeys.report({ key: "x" }),
};

/** How often each call is made when this happens once. */
const ONCE: [name: string, Act, string[]][] = [
  ["429", limited("1"), ["GET", "POST", "PATCH", "PATCH with ifMatch", "DELETE", "open POST"]],
  ["503 of the server", unavailable, ["GET", "POST", "PATCH", "PATCH with ifMatch", "DELETE", "open POST"]],
  ["a broken connection", broken, ["GET", "POST", "PATCH with ifMatch"]],
  ["502 of a proxy", page(502), ["GET", "POST", "PATCH with ifMatch"]],
  ["503 of a proxy", page(503), ["GET", "POST", "PATCH with ifMatch"]],
  ["504 of a proxy", page(504), ["GET", "POST", "PATCH with ifMatch"]],
  ["408 of a proxy", page(408), ["GET", "POST", "PATCH with ifMatch"]],
  ["a first call in flight", problem(409, "idempotency_in_flight"), ["GET", "POST", "PATCH with ifMatch"]],
  ["409", problem(409, "conflict"), []],
  ["422", problem(422, "validation_failed"), []],
  ["500", problem(500, "internal"), []],
];

describe.each(ONCE)("after %s", (_, act, repeated) => {
  test.each(Object.entries(CALLS))(
    "%s is repeated only where it cannot be done twice",
    async (name, call) => {
      const { stowage, asked } = clientAnswered([act, bin]);
      const isRepeated = repeated.includes(name);
      const outcome = call(stowage);
      if (isRepeated) await outcome;
      else await expect(outcome).rejects.toBeInstanceOf(StowageError);
      expect(asked).toHaveLength(isRepeated ? 2 : 1);
    },
  );
});

test("all tries of a POST carry one idempotency key, and two POSTs never the same", async () => {
  const { stowage, asked } = clientAnswered([broken, broken, bin]);
  await stowage.bins.create({ name: "Box" });
  await stowage.bins.create({ name: "Box" });
  const names = asked.map(({ headers }) => headers.get("idempotency-key"));
  expect(names[0]).toMatch(/^[\x21-\x7e]{36}$/);
  expect(new Set(names.slice(0, 3))).toEqual(new Set([names[0]]));
  expect(names[3]).not.toBe(names[0]);
});

test("an idempotency key of one's own is the one that is sent", async () => {
  const { stowage, asked } = clientAnswered([broken, bin]);
  await stowage.bins.create({ name: "Box" }, { idempotencyKey: "order-7" });
  expect(asked.map(({ headers }) => headers.get("idempotency-key"))).toEqual(["order-7", "order-7"]);
});

test("without retries nothing is named or repeated", async () => {
  const { stowage, asked } = clientAnswered([broken], { maxRetries: 0 });
  await expect(stowage.bins.create({ name: "Box" })).rejects.toBeInstanceOf(ConnectionError);
  expect(asked.map(({ headers }) => headers.has("idempotency-key"))).toEqual([false]);
});

test("there are as many tries as asked for, and the last error is the one that is thrown", async () => {
  const { stowage, asked } = clientAnswered([broken, page(502), limited("1")], { maxRetries: 2 });
  await expect(stowage.bins.get("bin_1")).rejects.toMatchObject({ code: "rate_limited" });
  expect(asked).toHaveLength(3);
});

test("waits exactly as long as Retry-After says, in seconds or until a date", async () => {
  const until = new Date("2026-01-02T03:04:12Z").toUTCString();
  const { stowage, waits } = clientAnswered([limited("3"), limited(until), bin]);
  await stowage.bins.get("bin_1");
  expect(waits).toEqual([3_000, 7_000]);
});

test("a wait that is longer than allowed is not begun: coming earlier would be in vain", async () => {
  const { stowage, asked, waits } = clientAnswered([limited("61"), bin]);
  await expect(stowage.bins.get("bin_1")).rejects.toMatchObject({ code: "rate_limited", retryAfter: 61 });
  expect([asked.length, waits.length]).toEqual([1, 0]);
});

test("without Retry-After waits double, by chance down to their half, and end growing", async () => {
  const always = (random: number) =>
    clientAnswered([broken], { maxRetries: 6, runtime: { random: () => random, sleep } });
  const waits: number[] = [];
  const sleep = async (ms: number) => void waits.push(ms);
  await expect(always(1).stowage.bins.get("bin_1")).rejects.toBeInstanceOf(ConnectionError);
  expect(waits.splice(0)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000]);
  await expect(always(0).stowage.bins.get("bin_1")).rejects.toBeInstanceOf(ConnectionError);
  expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 4_000]);
});

test("a signal ends a wait at once, with its own reason", async () => {
  const controller = new AbortController();
  const { RUNTIME } = await import("./options.ts");
  const { stowage, asked } = clientAnswered([limited("60")], {
    runtime: {
      ...RUNTIME,
      sleep: (ms, signal) => {
        const waiting = RUNTIME.sleep(ms, signal);
        controller.abort(new Error("enough"));
        return waiting;
      },
    },
  });
  await expect(stowage.bins.get("bin_1", {}, { signal: controller.signal })).rejects.toThrow("enough");
  expect(asked).toHaveLength(1);
});
