import { api_keys } from "@stowage/db/schema/api-keys";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { type Person, startTestServer, type TestKey, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let olga: Person;
let anna: Person;
let yard: string;
let shed: string;
let cellar: string;
let nowMs = Date.parse("2026-01-01T00:00:00Z");
const inDays = (days: number) => new Date(nowMs + days * 86_400_000).toISOString();

beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs });
  olga = await server.signUp("Olga");
  anna = await addMember(server, olga, "Anna", "admin");
  const place = async (name: string, parent_id: string | null = null) =>
    (await olga.ask("POST", "locations", { body: { name, parent_id } })).body.id;
  yard = await place("Yard");
  shed = await place("Shed", yard);
  cellar = await place("Cellar");
});
afterAll(() => server.close());

const patch = (who: Pick<TestKey, "ask">, id: string, body: object) =>
  who.ask("PATCH", `api-keys/${id}`, { body });
const codeOf = ({ status, body }: { status: number; body: { code: string } }) => [status, body.code];

/** A key with something to raise in every direction. */
const modest = () =>
  olga.key(["bins:read", "items:read"], {
    expires_at: inDays(30),
    location_ids: [yard],
    allowed_cidrs: ["127.0.0.0/8"],
    rate_limit: { per_minute: 100 },
    active: false,
  });

const raises = () => [
  { scopes: ["bins:read", "bins:write"] },
  { scopes: ["bins:read", "admin:*"] },
  { expires_at: inDays(31) },
  { expires_at: null },
  { location_ids: null },
  { location_ids: [shed, cellar] },
  { allowed_cidrs: null },
  { allowed_cidrs: ["127.0.0.0/8", "10.0.0.1"] },
  { allowed_cidrs: ["126.0.0.0/7"] },
  { rate_limit: null },
  { rate_limit: { per_hour: 5 } },
  { rate_limit: { per_minute: 101 } },
  { auto_renew: true },
  { active: true },
];

describe("K32: raising a key's rights", () => {
  test("K32: no key raises a key, itself neither, in any direction", async () => {
    const manager = await olga.key(["admin:*"]);
    const { id } = await modest();
    for (const body of raises())
      expect(codeOf(await patch(manager, id, body)), JSON.stringify(body)).toEqual([403, "session_required"]);
    const itself = await olga.key(["api-keys:manage", "bins:read"], { rate_limit: { per_minute: 9 } });
    expect(codeOf(await patch(itself, itself.id, { rate_limit: null }))).toEqual([403, "session_required"]);
  });

  test("K32: a key narrows keys in all of them", async () => {
    const manager = await olga.key(["api-keys:manage"]);
    const { id } = await olga.key(["bins:read", "items:read"], { auto_renew: true, expires_at: inDays(30) });
    const body = {
      scopes: ["bins:read"],
      expires_at: inDays(20),
      location_ids: [yard, shed],
      allowed_cidrs: ["127.0.0.0/8"],
      rate_limit: { per_minute: 10 },
      auto_renew: false,
      active: false,
    };
    expect((await patch(manager, id, body)).status).toBe(200);
    expect(
      (await patch(manager, id, { location_ids: [shed], allowed_cidrs: ["127.0.0.1"] })).body,
    ).toMatchObject({
      location_ids: [shed],
      allowed_cidrs: ["127.0.0.1/32"],
      status: "disabled",
    });
  });

  test("K32: a signed-in person who has the rights raises it in each of them", async () => {
    for (const body of raises()) {
      const { id } = await modest();
      expect((await patch(olga, id, body)).status, JSON.stringify(body)).toBe(200);
    }
  });

  test("K32: a person without one of the key's rights narrows it and raises nothing of it", async () => {
    const mia = await addMember(server, olga, "Mia", "member");
    const { id } = await olga.key(["bins:read", "users:write"], {
      acts_as: mia.user_id,
      expires_at: inDays(9),
    });
    for (const body of [{ expires_at: inDays(10) }, { scopes: ["bins:read", "users:write", "items:read"] }])
      expect(codeOf(await patch(mia, id, body))).toEqual([403, "escalation_denied"]);
    expect((await patch(mia, id, { expires_at: inDays(8), scopes: ["bins:read"] })).status).toBe(200);
    expect((await patch(mia, id, { scopes: ["bins:read", "bins:write"] })).status).toBe(200);
  });

  test("K14: nobody raises a key that acts as somebody above them", async () => {
    const key = await olga.key(["bins:read"], { expires_at: inDays(9) });
    expect(codeOf(await patch(anna, key.id, { expires_at: inDays(10) }))).toEqual([403, "escalation_denied"]);
    expect((await patch(anna, key.id, { active: false })).status).toBe(200);
  });

  test("K62: giving a key everything, new or not, takes a recent sign-in", async () => {
    const { id } = await olga.key(["bins:read"]);
    nowMs += 16 * 60_000;
    const body = { name: "all", scopes: ["admin:*"] };
    const made = await olga.ask("POST", "api-keys", { body });
    expect(codeOf(made)).toEqual([403, "recent_sign_in_required"]);
    expect(codeOf(await patch(olga, id, { scopes: ["admin:*"] }))).toEqual([403, "recent_sign_in_required"]);
    expect((await patch(olga, id, { scopes: ["bins:read", "users:write"] })).status).toBe(200);
  });
});

test("K52: no key mutes an alert, of itself or of another; what is muted it may unmute", async () => {
  const key = await olga.key(["api-keys:manage"]);
  const other = await olga.key(["bins:read"]);
  for (const { id } of [key, other])
    expect(codeOf(await patch(key, id, { muted_alerts: ["new_network"] }))).toEqual([
      403,
      "session_required",
    ]);
  expect((await patch(olga, key.id, { muted_alerts: ["new_network", "quota_reached"] })).status).toBe(200);
  expect((await patch(key, key.id, { muted_alerts: ["quota_reached"] })).body.muted_alerts).toEqual([
    "quota_reached",
  ]);
});

describe("K25: a key manages keys of its own environment alone", () => {
  test("K25: a test key neither sees, changes nor ends a live one, though its person does", async () => {
    const live = await olga.key(["bins:read"]);
    const test = await olga.key(["api-keys:manage", "bins:read"], { environment: "test" });
    expect(codeOf(await test.ask("GET", `api-keys/${live.id}`))).toEqual([404, "not_found"]);
    expect(codeOf(await patch(test, live.id, { active: false }))).toEqual([404, "not_found"]);
    expect(codeOf(await test.ask("DELETE", `api-keys/${live.id}`))).toEqual([404, "not_found"]);
    const listed = await test.ask("GET", "api-keys?status=all");
    const environments = listed.body.data.map(({ environment }: { environment: string }) => environment);
    expect(new Set(environments)).toEqual(new Set(["test"]));
    expect((await live.ask("GET", "bins")).status).toBe(200);
    expect((await olga.ask("GET", `api-keys/${test.id}`)).status).toBe(200);
    expect((await olga.ask("GET", `api-keys/${live.id}`)).status).toBe(200);
  });
});

test("K32: every change stands in the event, old beside new", async () => {
  const key = await olga.key(["bins:read"]);
  const body = {
    description: "Behind the door",
    location_ids: [yard],
    allowed_cidrs: ["127.0.0.1/32"],
    rate_limit: { per_minute: 5 },
    muted_alerts: ["new_network"],
    expires_at: inDays(5),
    auto_renew: true,
  };
  const changed = await patch(olga, key.id, body);
  expect(changed.body).toMatchObject(body);
  const { body: events } = await olga.ask("GET", `events?subject_id=${key.id}&type=api_key.updated`);
  expect(events.data[0].changes).toEqual({
    description: { old: "", new: "Behind the door" },
    location_ids: { old: null, new: [yard] },
    allowed_cidrs: { old: null, new: ["127.0.0.1/32"] },
    rate_limit: { old: null, new: { per_minute: 5 } },
    muted_alerts: { old: [], new: ["new_network"] },
    expires_at: { old: null, new: inDays(5) },
    auto_renew: { old: false, new: true },
  });
  expect((await patch(olga, key.id, body)).status).toBe(200);
  const again = await olga.ask("GET", `events?subject_id=${key.id}&type=api_key.updated`);
  expect(again.body.data).toHaveLength(1);
});

test("K35: a new end sets the lifetime anew; anything else leaves it, and new scopes their time", async () => {
  const rowOf = async (id: string) => {
    const [row] = await server.database.db.select().from(api_keys).where(eq(api_keys.id, id));
    return row;
  };
  const { id } = await olga.key(["bins:read"], { expires_at: inDays(30) });
  nowMs += 86_400_000;
  await patch(olga, id, { name: "Renamed" });
  expect(await rowOf(id)).toMatchObject({ lifetime_seconds: 30 * 86_400, scopes_set_at: null });
  await patch(olga, id, { expires_at: inDays(7), scopes: ["items:read"] });
  expect(await rowOf(id)).toMatchObject({
    lifetime_seconds: 7 * 86_400,
    scopes_set_at: new Date(nowMs).toISOString(),
  });
  await patch(olga, id, { expires_at: null });
  expect((await rowOf(id))?.lifetime_seconds).toBeNull();
});

test("K32: a change keeps to the same rules as a new key", async () => {
  const { id } = await olga.key(["bins:read"], { auto_renew: true, expires_at: inDays(5) });
  const wrong: [object, string, string][] = [
    [{ expires_at: inDays(-1) }, "expiry_out_of_range", "/expires_at"],
    [{ expires_at: null }, "validation_failed", "/auto_renew"],
    [{ location_ids: [yard, "nowhere"] }, "validation_failed", "/location_ids/1"],
    [{ rate_limit: { per_minute: 1_000_000 } }, "validation_failed", "/rate_limit/per_minute"],
    [{ rate_limit: {} }, "validation_failed", "/rate_limit"],
    [{ allowed_cidrs: ["everywhere"] }, "validation_failed", "/allowed_cidrs/0"],
    [{ allowed_cidrs: [] }, "validation_failed", "/allowed_cidrs"],
  ];
  for (const [body, code, pointer] of wrong) {
    const answer = await patch(olga, id, body);
    expect([answer.status, answer.body.code, answer.body.errors[0].pointer]).toEqual([422, code, pointer]);
  }
  expect((await patch(olga, id, { expires_at: null, auto_renew: false })).status).toBe(200);
});
