import { api_key_secrets } from "@stowage/db/schema/api-keys";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, startTestServer, type TestKey, type TestServer } from "../../testing/test-server.ts";

const HOUR_MS = 3_600_000;

let server: TestServer;
let anna: Person;
let nowMs = Date.parse("2026-01-01T00:00:00Z");

beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs });
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

const later = (ms: number) => new Date(nowMs + ms).toISOString();
const use = (key: string) => server.ask("GET", "bins", { key });
const codeOf = async (key: string) => {
  const answer = await use(key);
  return answer.status === 200 ? 200 : answer.body.code;
};
const look = async (id: string) => (await anna.ask("GET", `api-keys/${id}`)).body;

async function rotate({ id }: Pick<TestKey, "id">, body?: object) {
  const answer = await anna.ask("POST", `api-keys/${id}/rotate`, body && { body });
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
}

async function end(what: "finish" | "cancel", { id }: Pick<TestKey, "id">) {
  return anna.ask("POST", `api-keys/${id}/rotation/${what}`);
}

async function eventsOf(id: string, type: string) {
  return (await anna.ask("GET", `events?subject_id=${id}&type=${type}`)).body.data;
}

describe("a rotation without a grace", () => {
  test("K42: a bare POST gives a new secret under the same id and rights, and the old one is dead at once", async () => {
    const key = await anna.key(["bins:read"]);
    const before = await look(key.id);
    expect(await codeOf(key.key)).toBe(200);
    nowMs += 1_000;
    const answer = await anna.ask("POST", `api-keys/${key.id}/rotate`);
    expect([answer.status, answer.headers["cache-control"]]).toEqual([200, "no-store"]);
    const { key: secret, ...rotated } = answer.body;
    expect(rotated).toMatchObject({
      id: key.id,
      scopes: ["bins:read"],
      status: "active",
      rotated_at: later(0),
    });
    expect(rotated.created_at).toBe(before.created_at);
    expect(rotated.prefix).toBe(server.deps.keyFormat.displayPrefix(secret));
    expect(rotated.prefix).not.toBe(before.prefix);
    expect(await codeOf(secret)).toBe(200);
    const refused = await use(key.key);
    expect([refused.status, refused.body.code]).toEqual([401, "key_rotated"]);
    expect(refused.body).toMatchObject({ key_id: key.id, rotated_at: later(0) });
    expect(refused.headers["x-api-key-warning"]).toBeUndefined();
    expect((await look(key.id)).rotation).toBeNull();
  });

  test("K42: its event tells what was agreed, and neither secret", async () => {
    const key = await anna.key(["bins:read"]);
    const { key: secret } = await rotate(key);
    const [event] = await eventsOf(key.id, "api_key.rotated");
    expect(event.data).toEqual({ grace_seconds: 0, activate: "now", old_secret_ends_at: later(0) });
    const text = (await anna.ask("GET", "events?type=api_key.*")).text;
    for (const shown of [key.key, secret]) expect(text).not.toContain(shown);
  });

  test("K42: a key may be rotated again, and each ended secret goes on saying so", async () => {
    const key = await anna.key(["bins:read"]);
    const second = await rotate(key);
    nowMs += 1_000;
    const third = await rotate(key);
    expect(await codeOf(third.key)).toBe(200);
    for (const old of [key.key, second.key]) expect(await codeOf(old)).toBe("key_rotated");
  });

  test("K42: a test key's rotation is told in the test workspace, and its secret stays a test secret", async () => {
    const key = await anna.key(["bins:read"], { environment: "test" });
    const { key: secret } = await rotate(key);
    expect(secret).toMatch(/^sk_stowage_test_/);
    expect(await eventsOf(key.id, "api_key.rotated")).toEqual([]);
    const told = await anna.ask("GET", `events?subject_id=${key.id}&type=api_key.rotated`, {
      headers: { "x-environment": "test" },
    });
    expect(told.body.data).toHaveLength(1);
  });

  test("K42: it is the same on tRPC", async () => {
    const key = await anna.key(["bins:read"]);
    const answer = await anna.ask("POST", "/trpc/apiKeys.rotate", { body: { id: key.id } });
    expect(await codeOf(answer.body.result.data.key)).toBe(200);
    expect(await codeOf(key.key)).toBe("key_rotated");
  });
});

describe("a rotation with a grace", () => {
  test("K42: both secrets work until the grace is over, and the old one's answers say until when", async () => {
    const key = await anna.key(["bins:read"]);
    expect(await codeOf(key.key)).toBe(200);
    const rotated = await rotate(key, { grace_seconds: 3_600 });
    expect(rotated.status).toBe("rotating");
    const ends = later(HOUR_MS);
    const old = await use(key.key);
    expect([old.status, old.headers["x-api-key-warning"]]).toEqual([200, `rotated; old secret ends ${ends}`]);
    const fresh = await use(rotated.key);
    expect([fresh.status, fresh.headers["x-api-key-warning"]]).toEqual([200, undefined]);
    expect((await anna.ask("GET", "api-keys?status=rotating")).body.data[0].id).toBe(key.id);
    nowMs += HOUR_MS - 1;
    expect([await codeOf(key.key), await codeOf(rotated.key)]).toEqual([200, 200]);
    nowMs += 1;
    expect([await codeOf(key.key), await codeOf(rotated.key)]).toEqual(["key_rotated", 200]);
    expect(await look(key.id)).toMatchObject({ status: "active", rotation: null });
  });

  test("K42: a grace never goes past the key's own end, nor past seven days", async () => {
    const expires_at = later(60_000);
    const key = await anna.key(["bins:read"], { expires_at });
    await rotate(key, { grace_seconds: 3_600 });
    expect((await look(key.id)).rotation).toMatchObject({
      grace_seconds: 3_600,
      old_secret_ends_at: expires_at,
    });
    const other = await anna.key(["bins:read"]);
    const body = { grace_seconds: 7 * 86_400 + 1 };
    const answer = await anna.ask("POST", `api-keys/${other.id}/rotate`, { body });
    expect([answer.status, answer.body.code]).toEqual([422, "validation_failed"]);
  });

  test("K42: another rotation meanwhile is refused, and is possible once the old secret has ended", async () => {
    const key = await anna.key(["bins:read"]);
    await rotate(key, { grace_seconds: 60 });
    for (const body of [undefined, { grace_seconds: 5 }, { activate: "first_use" }]) {
      const again = await anna.ask("POST", `api-keys/${key.id}/rotate`, body && { body });
      expect([again.status, again.body.code]).toEqual([409, "rotation_in_progress"]);
    }
    nowMs += 60_000;
    expect(await codeOf((await rotate(key)).key)).toBe(200);
  });

  test("K42: the key's page tells who still uses the old secret", async () => {
    const key = await anna.key(["bins:read"]);
    await use(key.key);
    await server.deps.meter.flush();
    nowMs += 1_000;
    const { key: secret } = await rotate(key, { grace_seconds: 3_600 });
    nowMs += 60_000;
    const headers = { "user-agent": "curl/8.5.0" };
    for (let call = 0; call < 3; call++) await server.ask("GET", "bins", { key: key.key, headers });
    for (let call = 0; call < 5; call++) await use(secret);
    await server.deps.meter.flush();
    expect((await look(key.id)).rotation).toEqual({
      started_at: later(-60_000),
      activate: "now",
      is_pending: false,
      grace_seconds: 3_600,
      old_secret_ends_at: later(HOUR_MS - 60_000),
      old_secret: {
        last_used_at: later(0),
        last_used_ip: "127.0.0.1",
        last_used_agent: "curl/8.5.0",
        uses: 3,
      },
    });
  });
});

describe("finishing and cancelling", () => {
  test("K42: finishing ends the old secret at once", async () => {
    const key = await anna.key(["bins:read"]);
    const { key: secret, rotated_at } = await rotate(key, { grace_seconds: 3_600 });
    nowMs += 1_000;
    const finished = await end("finish", key);
    expect(finished.body).toMatchObject({ id: key.id, status: "active", rotated_at });
    expect([await codeOf(key.key), await codeOf(secret)]).toEqual(["key_rotated", 200]);
    expect(await eventsOf(key.id, "api_key.rotation_finished")).toHaveLength(1);
  });

  test("K42: cancelling ends the new secret for good and leaves the key as it was, also after earlier rotations", async () => {
    const key = await anna.key(["bins:read"]);
    nowMs += 1_000;
    const second = await rotate(key);
    const before = await look(key.id);
    for (const body of [{ grace_seconds: 60 }, { activate: "first_use" }]) {
      nowMs += 1_000;
      const third = await rotate(key, body);
      const cancelled = await end("cancel", key);
      expect(cancelled.body).toMatchObject({
        status: "active",
        prefix: before.prefix,
        rotated_at: before.rotated_at,
      });
      nowMs += 120_000;
      expect([await codeOf(second.key), await codeOf(third.key)]).toEqual([200, "key_rotated"]);
      expect((await use(second.key)).headers["x-api-key-warning"]).toBeUndefined();
    }
    expect(await eventsOf(key.id, "api_key.rotation_cancelled")).toHaveLength(2);
  });

  test("K42: a key whose first rotation was cancelled was never rotated", async () => {
    const key = await anna.key(["bins:read"]);
    nowMs += 1_000;
    await rotate(key, { grace_seconds: 60 });
    expect((await end("cancel", key)).body.rotated_at).toBeNull();
  });

  test("K42: without a rotation, or once its old secret has ended, there is nothing to finish or cancel", async () => {
    const key = await anna.key(["bins:read"]);
    const refuses = async () => {
      for (const what of ["finish", "cancel"] as const) {
        const answer = await end(what, key);
        expect([answer.status, answer.body.code], what).toEqual([409, "conflict"]);
      }
    };
    await refuses();
    const { key: secret } = await rotate(key, { grace_seconds: 10 });
    nowMs += 10_000;
    await refuses();
    expect(await codeOf(secret)).toBe(200);
  });

  test("K42: a key that expired or was revoked is not rotated back to life, nor a rotation of it changed", async () => {
    const revoked = await anna.key(["bins:read"]);
    const expired = await anna.key(["bins:read"], { expires_at: later(1_000) });
    for (const key of [revoked, expired]) await rotate(key, { activate: "first_use" });
    await anna.ask("DELETE", `api-keys/${revoked.id}`);
    nowMs += 1_000;
    for (const { id } of [revoked, expired])
      for (const path of ["rotate", "rotation/finish", "rotation/cancel"]) {
        const answer = await anna.ask("POST", `api-keys/${id}/${path}`);
        expect([answer.status, answer.body.code], path).toEqual([409, "conflict"]);
      }
  });

  test("K42: a disabled key stays disabled through a rotation", async () => {
    const key = await anna.key(["bins:read"]);
    await anna.ask("PATCH", `api-keys/${key.id}`, { body: { active: false } });
    const { key: secret, status } = await rotate(key);
    expect(status).toBe("disabled");
    expect([await codeOf(secret), await codeOf(key.key)]).toEqual(["key_disabled", "key_rotated"]);
  });
});

test("K42: a key never has more than two secrets that work", async () => {
  const key = await anna.key(["bins:read"]);
  const bodies = [undefined, { grace_seconds: 60 }, { activate: "first_use" }, { grace_seconds: 1 }];
  for (const body of [...bodies, ...bodies]) {
    await anna.ask("POST", `api-keys/${key.id}/rotate`, body && { body });
    const secrets = await server.database.db
      .select()
      .from(api_key_secrets)
      .where(eq(api_key_secrets.api_key_id, key.id));
    const living = secrets.filter(({ ends_at }) => ends_at === null || Date.parse(ends_at) > nowMs);
    expect(living.length).toBeLessThanOrEqual(2);
    nowMs += 20_000;
  }
});
