import { PLAN_RATE_LIMITS } from "@stowage/contract/limits";
import type { OrganizationSettings } from "@stowage/contract/organizations";
import { ROLE_SCOPES } from "@stowage/contract/roles";
import { api_keys } from "@stowage/db/schema/api-keys";
import { memberships, organizations } from "@stowage/db/schema/identity";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { loggedCalls } from "../../testing/logged-calls.ts";
import { type Person, startTestServer, type TestKey, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let olga: Person;
let anna: Person;
let mia: Person;
let vic: Person;
let stranger: Person;
const nowMs = Date.parse("2026-01-01T00:00:00Z");
const inDays = (days: number) => new Date(nowMs + days * 86_400_000).toISOString();

beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs });
  olga = await server.signUp("Olga");
  anna = await addMember(server, olga, "Anna", "admin");
  mia = await addMember(server, olga, "Mia", "member");
  vic = await addMember(server, olga, "Vic", "viewer");
  stranger = await server.signUp("Stranger");
});
afterAll(() => server.close());

const make = (maker: Pick<TestKey, "ask">, body: object) =>
  maker.ask("POST", "api-keys", { body: { name: "child", scopes: ["bins:read"], ...body } });
const codeOf = ({ status, body }: { status: number; body: { code: string } }) => [status, body.code];
const DENIED = [403, "escalation_denied"];

/** Sets the organization's rules for the time of some work. */
async function withRules(
  values: {
    settings?: Partial<OrganizationSettings>;
    plan?: "free";
    rate_limit?: { per_minute: number; per_hour: number };
  },
  work: () => Promise<void>,
): Promise<void> {
  const of = eq(organizations.id, olga.organization_id);
  const [before] = await server.database.db.select().from(organizations).where(of);
  await server.database.db.update(organizations).set(values).where(of);
  try {
    await work();
  } finally {
    if (before) await server.database.db.update(organizations).set(before).where(of);
  }
}

describe("K14: on whose behalf", () => {
  test("K14: a member makes keys for themself alone, and is told so whether the other exists or not", async () => {
    expect((await make(mia, { acts_as: mia.user_id })).body.acts_as).toBe(mia.user_id);
    for (const acts_as of [olga.user_id, vic.user_id, stranger.user_id, "nobody"])
      expect(codeOf(await make(mia, { acts_as }))).toEqual(DENIED);
  });

  test("K14: an admin makes keys for members too, but for nobody who is above them", async () => {
    const made = await make(anna, { acts_as: mia.user_id });
    expect(made.body).toMatchObject({ acts_as: mia.user_id, created_by: anna.user_id });
    expect((await make(anna, { acts_as: vic.user_id })).status).toBe(201);
    expect(codeOf(await make(anna, { acts_as: olga.user_id }))).toEqual(DENIED);
    expect((await make(olga, { acts_as: anna.user_id })).status).toBe(201);
  });

  test("K14: only active members of the organization can be acted for", async () => {
    for (const acts_as of [stranger.user_id, "nobody"]) {
      const answer = await make(olga, { acts_as });
      expect(codeOf(answer)).toEqual([404, "not_found"]);
      expect(answer.body.detail).toBe(`There is no user ${acts_as} here.`);
    }
    const suspended = await addMember(server, olga, "Susi", "member");
    const at = new Date(nowMs).toISOString();
    await server.database.db
      .update(memberships)
      .set({ disabled_at: at })
      .where(eq(memberships.user_id, suspended.user_id));
    expect(codeOf(await make(olga, { acts_as: suspended.user_id }))).toEqual([404, "not_found"]);
  });

  test("K44: a member who is removed while keys of theirs are made leaves none behind", async () => {
    const leaver = await addMember(server, olga, "Leaver", "member");
    const makes = Array.from({ length: 12 }, () => make(anna, { acts_as: leaver.user_id }));
    await makes[0]; // the others are under way
    const removed = await olga.ask("DELETE", `users/${leaver.user_id}`);
    expect(removed.status).toBe(200);
    await Promise.all(makes);
    expect(codeOf(await make(anna, { acts_as: leaver.user_id }))).toEqual([404, "not_found"]);
    const of = eq(api_keys.acts_as, leaver.user_id);
    const left = await server.database.db.select().from(api_keys).where(of);
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter(({ revoked_at }) => revoked_at === null)).toEqual([]);
  });

  test("K14: a viewer makes no keys, and a key makes keys for its own subject alone", async () => {
    expect(codeOf(await make(vic, {}))).toEqual([403, "role_forbidden"]);
    const manager = await olga.key(["api-keys:manage", "bins:read"], { acts_as: anna.user_id });
    expect((await make(manager, {})).body).toMatchObject({ acts_as: anna.user_id, created_by: anna.user_id });
    for (const acts_as of [olga.user_id, mia.user_id])
      expect(codeOf(await make(manager, { acts_as }))).toEqual(DENIED);
  });

  test("K11: omitted scopes are what the maker and the subject's role both allow", async () => {
    const forMia = await make(anna, { acts_as: mia.user_id, scopes: undefined });
    expect(forMia.body.scopes).toEqual(ROLE_SCOPES.member);
    const forVic = await make(anna, { acts_as: vic.user_id, scopes: undefined });
    expect(forVic.body.scopes).toEqual(ROLE_SCOPES.viewer);
  });

  test("K24: both the maker and the subject stand in the event, and the subject in the log of calls", async () => {
    const key = await anna.key(["bins:write", "events:read"], { acts_as: mia.user_id });
    const bin = await key.ask("POST", "bins", { body: { name: "On behalf" } });
    const { body } = await key.ask("GET", `events?subject_id=${bin.body.id}`);
    expect(body.data[0]).toMatchObject({
      actor_user_id: anna.user_id,
      actor_name: "Anna",
      on_behalf_of_user_id: mia.user_id,
      api_key_id: key.id,
    });
    await server.deps.meter.flush();
    const [row] = await loggedCalls(server.database.db, key.id);
    expect(row).toMatchObject({ acts_as: mia.user_id, endpoint: "POST /bins", status: 201 });
  });

  test("K24: the subject sees a key that acts as them, narrows and stops it, but takes nothing more from it", async () => {
    const key = await anna.key(["bins:read", "users:write"], { acts_as: mia.user_id });
    const listed = await mia.ask("GET", "api-keys");
    expect(listed.body.data.map(({ id }: { id: string }) => id)).toContain(key.id);
    const patch = (body: object) => mia.ask("PATCH", `api-keys/${key.id}`, { body });
    expect((await patch({ active: false })).body.status).toBe("disabled");
    expect((await key.ask("GET", "bins")).body.code).toBe("key_disabled");
    expect(codeOf(await patch({ active: true }))).toEqual(DENIED); // it has users:write, which she lacks
    expect((await patch({ scopes: ["bins:read"] })).status).toBe(200);
    expect((await patch({ active: true })).body.status).toBe("active");
    expect((await mia.ask("DELETE", `api-keys/${key.id}`)).status).toBe(200);
    expect((await key.ask("GET", "bins")).body.code).toBe("key_revoked");
  });
});

describe("K14: a key is in no direction more than the key that makes it", () => {
  test("K14: networks, rate limit and renewal", async () => {
    const maker = await olga.key(["api-keys:manage", "bins:read"], {
      allowed_cidrs: ["127.0.0.0/8", "10.0.0.0/8"],
      rate_limit: { per_minute: 50 },
      expires_at: inDays(10),
    });
    const fitting = {
      allowed_cidrs: ["127.0.0.1", "10.1.0.0/16"],
      rate_limit: { per_minute: 50, per_hour: 100 },
      expires_at: inDays(10),
    };
    expect((await make(maker, fitting)).status).toBe(201);
    for (const excess of [
      { allowed_cidrs: null },
      { allowed_cidrs: ["127.0.0.1", "11.0.0.0/8"] },
      { allowed_cidrs: ["126.0.0.0/7"] },
      { rate_limit: null },
      { rate_limit: { per_hour: 10 } },
      { rate_limit: { per_minute: 51 } },
      { auto_renew: true },
      { expires_at: inDays(11) },
      { expires_at: null },
    ])
      expect(codeOf(await make(maker, { ...fitting, ...excess })), JSON.stringify(excess)).toEqual(DENIED);
  });

  test("K26: places: a bounded key makes keys bound within its own, and others do not exist for it", async () => {
    const place = async (name: string, parent_id: string | null = null) =>
      (await olga.ask("POST", "locations", { body: { name, parent_id } })).body.id;
    const yard = await place("Yard");
    const shed = await place("Shed", yard);
    const cellar = await place("Cellar");
    const maker = await olga.key(["api-keys:manage", "bins:read"], { location_ids: [yard] });
    expect((await make(maker, { location_ids: [shed] })).body.location_ids).toEqual([shed]);
    expect(codeOf(await make(maker, {}))).toEqual(DENIED);
    const hidden = await make(maker, { location_ids: [yard, cellar] });
    const unknown = await make(maker, { location_ids: [yard, "nowhere"] });
    for (const answer of [hidden, unknown]) {
      expect(codeOf(answer)).toEqual([422, "validation_failed"]);
      expect(answer.body.errors[0].pointer).toBe("/location_ids/1");
    }
    expect(hidden.body.detail.replace(cellar, "nowhere")).toBe(unknown.body.detail);
  });
});

test("K25: places of a test key are test places", async () => {
  const live = (await olga.ask("POST", "locations", { body: { name: "Live place" } })).body.id;
  const headers = { "x-environment": "test" };
  const inTest = (await olga.ask("POST", "locations", { body: { name: "Test place" }, headers })).body.id;
  expect((await make(olga, { environment: "test", location_ids: [inTest] })).status).toBe(201);
  expect((await make(olga, { environment: "test", location_ids: [live] })).status).toBe(422);
  expect((await make(olga, { location_ids: [inTest] })).status).toBe(422);
});

test("K10: a key can be made disabled, and its own bounds stand in the answer and in the event", async () => {
  const body = {
    active: false,
    description: "For the scanner",
    allowed_cidrs: ["10.0.0.0/8"],
    rate_limit: { per_minute: 10 },
    expires_at: inDays(30),
    auto_renew: true,
  };
  const made = await make(olga, body);
  const { active, ...fields } = body;
  expect(made.body).toMatchObject({ ...fields, status: "disabled" });
  expect((await server.ask("GET", "bins", { key: made.body.key })).body.code).toBe("key_disabled");
  const events = await olga.ask("GET", `events?subject_id=${made.body.id}`);
  expect(events.body.data[0].data).toMatchObject({ ...fields, acts_as: olga.user_id, environment: "live" });
  expect(events.text).not.toContain(made.body.key);
  const [row] = await server.database.db.select().from(api_keys).where(eq(api_keys.id, made.body.id));
  expect(row?.lifetime_seconds).toBe(30 * 86_400);
});

test("K51: what is done to a key is told in the key's own workspace, whoever did it from where", async () => {
  const key = await olga.key(["bins:read"], { environment: "test" });
  await olga.ask("PATCH", `api-keys/${key.id}`, { body: { name: "Renamed" } });
  await olga.ask("DELETE", `api-keys/${key.id}`);
  const types = async (headers: Record<string, string>) => {
    const { body } = await olga.ask("GET", `events?subject_id=${key.id}`, { headers });
    return body.data.map(({ type }: { type: string }) => type);
  };
  expect(await types({ "x-environment": "test" })).toEqual([
    "api_key.revoked",
    "api_key.updated",
    "api_key.created",
  ]);
  expect(await types({})).toEqual([]);
});

describe("K14: what the organization lays down", () => {
  test("K14: it may leave the making of keys to its admins", async () => {
    const manager = await mia.key(["api-keys:manage", "bins:read"]);
    await withRules({ settings: { api_key_makers: "admins" } }, async () => {
      expect(codeOf(await make(mia, {}))).toEqual([403, "role_forbidden"]);
      expect(codeOf(await make(manager, {}))).toEqual([403, "role_forbidden"]);
      expect((await make(anna, { acts_as: mia.user_id })).status).toBe(201);
    });
    expect((await make(manager, {})).status).toBe(201);
  });

  test("K34: it may set a longest life, for new keys and for longer ones", async () => {
    const old = await olga.key(["bins:read"], { expires_at: inDays(200) });
    const endless = await olga.key(["bins:read"]);
    await withRules({ settings: { api_key_days_max: 90 } }, async () => {
      for (const expires_at of [null, inDays(90.001)]) {
        const answer = await make(olga, { expires_at });
        expect(codeOf(answer)).toEqual([422, "expiry_out_of_range"]);
        expect(answer.body.detail).toContain(inDays(90));
        expect(answer.body.errors[0].pointer).toBe("/expires_at");
      }
      expect((await make(olga, { expires_at: inDays(90) })).status).toBe(201);
      const patch = (id: string, expires_at: string | null) =>
        olga.ask("PATCH", `api-keys/${id}`, { body: { expires_at } });
      for (const expires_at of [inDays(201), null])
        expect(codeOf(await patch(old.id, expires_at))).toEqual([422, "expiry_out_of_range"]);
      expect((await patch(old.id, inDays(150))).status).toBe(200);
      expect((await patch(endless.id, inDays(365))).status).toBe(200);
    });
  });

  test("K50: a key's own limit lies below its plan's, or its organization's own", async () => {
    const { per_minute, per_hour } = PLAN_RATE_LIMITS.enterprise;
    expect((await make(olga, { rate_limit: { per_minute, per_hour } })).status).toBe(201);
    for (const [field, value] of [
      ["per_minute", per_minute + 1],
      ["per_hour", per_hour + 1],
    ] as const) {
      const answer = await make(olga, { rate_limit: { [field]: value } });
      expect(codeOf(answer)).toEqual([422, "validation_failed"]);
      expect(answer.body.errors[0].pointer).toBe(`/rate_limit/${field}`);
      expect(answer.body.detail).toContain(String(value - 1));
    }
    await withRules({ rate_limit: { per_minute: 7, per_hour: 70 } }, async () => {
      expect((await make(olga, { rate_limit: { per_minute: 7 } })).status).toBe(201);
      expect(codeOf(await make(olga, { rate_limit: { per_minute: 8 } }))).toEqual([422, "validation_failed"]);
    });
  });

  test("K35: renewal takes an end to renew, and a plan that includes it", async () => {
    const endless = await make(olga, { auto_renew: true });
    expect(codeOf(endless)).toEqual([422, "validation_failed"]);
    expect(endless.body.errors[0].pointer).toBe("/auto_renew");
    expect((await make(olga, { auto_renew: true, expires_at: inDays(30) })).status).toBe(201);
    await withRules({ plan: "free" }, async () => {
      const refused = await make(olga, { auto_renew: true, expires_at: inDays(30) });
      expect(codeOf(refused)).toEqual([403, "plan_restricted"]);
    });
  });
});
