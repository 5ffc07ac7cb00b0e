import { PassThrough } from "node:stream";
import { notifications } from "@stowage/db/schema/notices";
import { eq } from "drizzle-orm";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LEAK_REPORTS } from "../../gate/network-throttle.ts";
import { type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;
let nowMs = Date.parse("2026-01-01T00:00:00Z");
let logged = "";

beforeAll(async () => {
  const lines = new PassThrough();
  lines.on("data", (line: Buffer) => {
    logged += line.toString();
  });
  const log = pino({ level: "trace" }, lines);
  server = await startTestServer({ now: () => nowMs, log });
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

const report = (key: string) => server.ask("POST", "leaked-keys", { body: { key } });
const codeOf = async (key: string) => (await server.ask("GET", "bins", { key })).body.code;

/** Ends whatever window there is. */
const later = () => {
  nowMs += LEAK_REPORTS.windowSeconds * 1_000;
};

test("K43: whoever holds a key, signed in or not, has it revoked; its people and its workspace are told why", async () => {
  const key = await anna.key(["bins:read"]);
  expect((await server.ask("GET", "bins", { key: key.key })).status).toBe(200);
  const answer = await report(`${key.key}\n`);
  expect([answer.status, answer.body]).toEqual([200, { received: true }]);
  expect(await codeOf(key.key)).toBe("key_revoked");
  const revocation = { revoked_at: new Date(nowMs).toISOString(), revocation_reason: "reported as leaked" };
  expect((await anna.ask("GET", `api-keys/${key.id}`)).body).toMatchObject(revocation);
  const [event] = (await anna.ask("GET", `events?subject_id=${key.id}&type=api_key.revoked`)).body.data;
  expect(event).toMatchObject({
    auth_method: "system",
    actor_user_id: null,
    ip: "127.0.0.1",
    data: { reason: "reported as leaked" },
  });
  const told = await server.database.db
    .select()
    .from(notifications)
    .where(eq(notifications.subject_id, key.id));
  expect(told).toMatchObject([{ user_id: anna.user_id, type: "api_key.revoked", event_seq: event.seq }]);
});

test("K43: a key in any state that could work again is revoked, of either environment", async () => {
  later();
  const disabled = await anna.key(["bins:read"]);
  await anna.ask("PATCH", `api-keys/${disabled.id}`, { body: { active: false } });
  const expired = await anna.key(["bins:read"], { expires_at: new Date(nowMs + 1).toISOString() });
  const test = await anna.key(["bins:read"], { environment: "test" });
  nowMs += 1;
  for (const { key } of [disabled, expired, test]) {
    expect((await report(key)).body).toEqual({ received: true });
    expect(await codeOf(key)).toBe("key_revoked");
  }
});

test("K43: each secret of a rotation that works ends the key; one that has ended is harmless", async () => {
  later();
  const rotate = async (id: string, body?: object) =>
    (await anna.ask("POST", `api-keys/${id}/rotate`, body && { body })).body.key as string;
  const gone = await anna.key(["bins:read"]);
  const fresh = await rotate(gone.id);
  expect((await report(gone.key)).body).toEqual({ received: true });
  expect((await server.ask("GET", "bins", { key: fresh })).status).toBe(200);
  const inGrace = await anna.key(["bins:read"]);
  await rotate(inGrace.id, { grace_seconds: 60 });
  await report(inGrace.key);
  expect(await codeOf(inGrace.key)).toBe("key_revoked");
  const waiting = await anna.key(["bins:read"]);
  await report(await rotate(waiting.id, { activate: "first_use" }));
  expect(await codeOf(waiting.key)).toBe("key_revoked");
});

test("K43: real, unknown, malformed and revoked are answered alike, on REST and tRPC, and nothing keeps the text", async () => {
  later();
  const real = await anna.key(["bins:read"]);
  const unknown = server.deps.keyFormat.mint("live");
  const texts = [real.key, real.key, unknown, "no key at all", `${unknown.slice(0, -1)}-`];
  const before = server.deps.keys.stats().argon2_runs;
  const answers = [];
  for (const key of texts) {
    const { status, text, headers } = await report(key);
    answers.push({ status, text, headers: Object.keys(headers).sort() });
  }
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const viaTrpc = await server.ask("POST", "/trpc/leakedKeys.report", { body: { key: unknown } });
  expect(viaTrpc.body.result.data).toEqual({ received: true });
  expect(server.deps.keys.stats().argon2_runs).toBe(before);
  expect(logged).toContain("request completed");
  for (const text of texts) expect(logged).not.toContain(text);
  const tooLong = await report("x".repeat(513));
  expect([tooLong.status, tooLong.body.code]).toEqual([422, "validation_failed"]);
});

test("K43: reports are throttled by network, whatever they report", async () => {
  later();
  for (let at = 0; at < LEAK_REPORTS.allowed; at++) server.deps.leakReports.count("127.0.0.1");
  const real = await anna.key(["bins:read"]);
  nowMs += 60_000;
  for (const text of [real.key, "no key at all"]) {
    const refused = await report(text);
    expect([refused.status, refused.body.code, refused.headers["retry-after"]]).toEqual([
      429,
      "auth_throttled",
      "240",
    ]);
  }
  expect((await server.ask("GET", "bins", { key: real.key })).status).toBe(200);
  nowMs += 240_000;
  await report(real.key);
  expect(await codeOf(real.key)).toBe("key_revoked");
});
