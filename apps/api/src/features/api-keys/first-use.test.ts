import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, startTestServer, type TestKey, type TestServer } from "../../testing/test-server.ts";

let nowMs = Date.parse("2026-01-01T00:00:00Z");
let here: TestServer;
let there: TestServer;
let anna: Person;

beforeAll(async () => {
  here = await startTestServer({ now: () => nowMs });
  there = await startTestServer({ now: () => nowMs, database: here.database });
  anna = await here.signUp("Anna");
});
afterAll(async () => {
  await there.close();
  await here.close();
});

const later = (ms: number) => new Date(nowMs + ms).toISOString();
const look = async (id: string) => (await anna.ask("GET", `api-keys/${id}`)).body;

async function codeOf(server: TestServer, key: string) {
  const answer = await server.ask("GET", "bins", { key });
  return answer.status === 200 ? 200 : answer.body.code;
}

async function rotate({ id }: Pick<TestKey, "id">, body: object = {}): Promise<string> {
  const answer = await anna.ask("POST", `api-keys/${id}/rotate`, { body });
  expect(answer.status, answer.text).toBe(200);
  return answer.body.key;
}

/** Heard by the other server, however long that takes. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(5);
}

async function activations(id: string) {
  return (await anna.ask("GET", `events?subject_id=${id}&type=api_key.rotation_activated`)).body.data;
}

const FIRST_USE = { activate: "first_use", grace_seconds: 600 };

describe("a new secret that waits for its first use", () => {
  test("K42: until it is used the old one has no end, and from then on the grace", async () => {
    const key = await anna.key(["bins:read"]);
    const secret = await rotate(key, FIRST_USE);
    nowMs += 86_400_000;
    const old = await here.ask("GET", "bins", { key: key.key });
    expect(old.headers["x-api-key-warning"]).toBe("rotated; new secret waits for its first use");
    const pending = await look(key.id);
    expect(pending).toMatchObject({ status: "rotating", rotated_at: null });
    expect(pending.rotation).toMatchObject({
      activate: "first_use",
      is_pending: true,
      old_secret_ends_at: null,
    });

    const first = await here.ask("GET", "bins", { key: secret });
    expect([first.status, first.headers["x-api-key-warning"]]).toEqual([200, undefined]);
    expect(await look(key.id)).toMatchObject({ status: "rotating", rotated_at: later(0) });
    expect((await look(key.id)).rotation).toMatchObject({
      activate: "first_use",
      is_pending: false,
      grace_seconds: 600,
      old_secret_ends_at: later(600_000),
    });
    const inGrace = await here.ask("GET", "bins", { key: key.key });
    expect(inGrace.headers["x-api-key-warning"]).toBe(`rotated; old secret ends ${later(600_000)}`);
    nowMs += 600_000;
    expect([await codeOf(here, key.key), await codeOf(here, secret)]).toEqual(["key_rotated", 200]);
  });

  test("K42: without a grace the old one dies with the new one's first use", async () => {
    const key = await anna.key(["bins:read"]);
    const secret = await rotate(key, { activate: "first_use" });
    expect(await codeOf(here, key.key)).toBe(200);
    expect(await codeOf(here, secret)).toBe(200);
    expect(await codeOf(here, key.key)).toBe("key_rotated");
  });

  test("K42: of many first uses on two servers one counts, all succeed, and it is told once", async () => {
    const key = await anna.key(["bins:read"]);
    const secret = await rotate(key, FIRST_USE);
    const uses = Array.from({ length: 40 }, (_, use) => codeOf(use % 2 ? here : there, secret));
    expect(new Set(await Promise.all(uses))).toEqual(new Set([200]));
    const [event, ...more] = await activations(key.id);
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      auth_method: "api_key",
      api_key_id: key.id,
      data: { grace_seconds: 600, old_secret_ends_at: later(600_000) },
    });
  });

  test("K42: only the first use pays for it; the next ones cost neither Argon2 nor a read", async () => {
    await until(async () => !here.deps.keys.stats().is_read_through);
    const key = await anna.key(["bins:read"]);
    const secret = await rotate(key, FIRST_USE);
    await codeOf(here, secret);
    const before = here.deps.keys.stats();
    for (let use = 0; use < 5; use++) expect(await codeOf(here, secret)).toBe(200);
    expect(here.deps.keys.stats()).toMatchObject({
      hits: before.hits + 5,
      misses: before.misses,
      argon2_runs: before.argon2_runs,
    });
  });

  test("K42: a use that is refused for its network is no first use", async () => {
    const body = { name: "bound", scopes: ["bins:read"], allowed_cidrs: ["192.0.2.0/24"] };
    const made = await anna.ask("POST", "api-keys", { body });
    expect(made.status, made.text).toBe(201);
    const secret = await rotate(made.body, FIRST_USE);
    expect(await codeOf(here, secret)).toBe("ip_not_allowed");
    expect((await look(made.body.id)).rotation.is_pending).toBe(true);
  });

  test("K42: a cancelled new secret is refused by every server, also one that had just begun to accept it", async () => {
    const key = await anna.key(["bins:read"]);
    const secret = await rotate(key, FIRST_USE);
    const [cancelled, ...uses] = await Promise.all([
      anna.ask("POST", `api-keys/${key.id}/rotation/cancel`),
      ...Array.from({ length: 10 }, () => codeOf(there, secret)),
    ]);
    expect(cancelled.status).toBe(200);
    const wasUsedFirst = uses.includes(200);
    expect((await activations(key.id)).length).toBe(wasUsedFirst ? 1 : 0);
    expect(await codeOf(here, secret)).toBe("key_rotated");
    await until(async () => (await codeOf(there, secret)) === "key_rotated");
    expect(await codeOf(there, key.key)).toBe(200);
  });

  test("K42: finishing before its first use makes it the key's own and ends the old one", async () => {
    const key = await anna.key(["bins:read"]);
    const secret = await rotate(key, FIRST_USE);
    const finished = await anna.ask("POST", `api-keys/${key.id}/rotation/finish`);
    expect(finished.body).toMatchObject({ status: "active", rotated_at: later(0) });
    expect([await codeOf(here, key.key), await codeOf(here, secret)]).toEqual(["key_rotated", 200]);
    expect(await activations(key.id)).toEqual([]);
  });

  test("K42: the first use of a disabled key's new secret starts nothing", async () => {
    const key = await anna.key(["bins:read"]);
    const secret = await rotate(key, FIRST_USE);
    await anna.ask("PATCH", `api-keys/${key.id}`, { body: { active: false } });
    expect(await codeOf(here, secret)).toBe("key_disabled");
    expect((await look(key.id)).rotation.is_pending).toBe(true);
  });
});

describe("no outage", () => {
  test.each([
    ["now", { activate: "now", grace_seconds: 3_600 }],
    ["first_use", { activate: "first_use", grace_seconds: 3_600 }],
  ])(
    "K42: a script that loops over two servers through a rotation (%s) sees no failed call",
    async (_name, body) => {
      const key = await anna.key(["bins:read"]);
      let secret = key.key;
      const codes = new Map<string, number>();
      let isOver = false;
      const script = async (server: TestServer) => {
        while (!isOver) {
          const code = String(await codeOf(server, secret));
          codes.set(code, (codes.get(code) ?? 0) + 1);
        }
      };
      const scripts = [here, there, here, there].map(script);
      const some = async () => {
        const before = codes.get("200") ?? 0;
        await until(async () => (codes.get("200") ?? 0) > before + 40);
      };
      await some();
      const fresh = await rotate(key, body);
      await some();
      secret = fresh; // the script is given its new key
      await some();
      await anna.ask("POST", `api-keys/${key.id}/rotation/finish`);
      await some();
      isOver = true;
      await Promise.all(scripts);
      expect([...codes.keys()]).toEqual(["200"]);
      expect(await codeOf(here, key.key)).toBe("key_rotated");
    },
  );
});
