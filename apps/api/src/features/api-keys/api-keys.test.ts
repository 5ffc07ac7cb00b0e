import { ROLE_SCOPES } from "@stowage/contract/roles";
import { ALL_SCOPES } from "@stowage/contract/scopes";
import { api_key_secrets } from "@stowage/db/schema/api-keys";
import { memberships, users } from "@stowage/db/schema/identity";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loggedCalls } from "../../testing/logged-calls.ts";
import { type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;
let nowMs = Date.parse("2026-01-01T00:00:00Z");

beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs });
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

test("K11: omitted scopes are what the maker may do, omitted expiry is never", async () => {
  const made = await anna.ask("POST", "api-keys", { body: { name: "all" } });
  expect(made.body.scopes).toEqual(ALL_SCOPES.filter((scope) => scope !== "admin:*"));
  expect(made.body.expires_at).toBeNull();
  const narrow = await anna.key(["api-keys:manage", "bins:read"]);
  const child = await narrow.ask("POST", "api-keys", { body: { name: "child" } });
  expect(child.body.scopes).toEqual(["bins:read", "api-keys:manage"]);
});

test("K12: the answer has the secret, once; nothing shows it again", async () => {
  const made = await anna.ask("POST", "api-keys", { body: { name: "Scanner", scopes: ["bins:read"] } });
  expect(made.status).toBe(201);
  expect(made.headers["cache-control"]).toBe("no-store");
  expect(made.headers.location).toBe(`/api/v1/api-keys/${made.body.id}`);
  expect(made.body).toMatchObject({
    name: "Scanner",
    scopes: ["bins:read"],
    organization_id: anna.organization_id,
    environment: "live",
    last_used_at: null,
    status: "active",
    acts_as: anna.user_id,
    created_by: anna.user_id,
  });
  expect(made.body.prefix).toBe(`${made.body.key.slice(0, "sk_stowage_live_".length + 4)}...`);
  const got = await anna.ask("GET", `api-keys/${made.body.id}`);
  const list = await anna.ask("GET", "api-keys");
  const events = await anna.ask("GET", "events?type=api_key.*");
  for (const answer of [got, list, events]) {
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain(made.body.key);
  }
  expect(got.body.usage).toEqual({ requests_today: 0, requests_this_month: 0 });
});

test("K3: the database holds neither the key nor any part of it beyond the prefix", async () => {
  const { key } = await anna.key(["bins:read"]);
  await server.ask("GET", "bins", { key });
  await server.deps.meter.flush();
  for (const table of await server.database.sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public'`) {
    const [dump] = await server.database.sql<{ text: string }[]>`
      select coalesce(jsonb_agg(t)::text, '') as text from ${server.database.sql(table.name)} t`;
    expect(dump?.text, table.name).not.toContain(key.slice(-12));
  }
  const [secret] = await server.database.db.select().from(api_key_secrets).limit(1);
  expect(secret?.phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("K14: a key never grants what its maker lacks, in scope, environment or lifetime", async () => {
  const maker = await anna.key(["api-keys:manage", "bins:read"], { expires_at: "2026-06-01T00:00:00Z" });
  const make = (body: object) => maker.ask("POST", "api-keys", { body: { name: "child", ...body } });
  for (const body of [
    { scopes: ["bins:write"], expires_at: "2026-05-01T00:00:00Z" },
    { scopes: ["admin:*"], expires_at: "2026-05-01T00:00:00Z" },
    { scopes: ["bins:read"], environment: "test", expires_at: "2026-05-01T00:00:00Z" },
    { scopes: ["bins:read"] },
    { scopes: ["bins:read"], expires_at: "2026-07-01T00:00:00Z" },
  ]) {
    const answer = await make(body);
    expect([answer.status, answer.body.code], JSON.stringify(body)).toEqual([403, "escalation_denied"]);
  }
  expect((await make({ scopes: ["bins:read"], expires_at: "2026-06-01T00:00:00Z" })).status).toBe(201);
});

test("a key without api-keys:manage makes none", async () => {
  const reader = await anna.key(["bins:read"]);
  expect((await reader.ask("POST", "api-keys", { body: { name: "child" } })).body).toMatchObject({
    code: "session_required",
    missing_scopes: ["api-keys:manage"],
  });
});

test("K40: a revoked key is refused from the next request on, and its receipt never changes", async () => {
  const key = await anna.key(["bins:read"]);
  expect((await key.ask("GET", "bins")).status).toBe(200);
  const receipt = await anna.ask("DELETE", `api-keys/${key.id}`);
  expect(receipt.status).toBe(200);
  const refused = await key.ask("GET", "bins");
  expect([refused.status, refused.body.code]).toEqual([401, "key_revoked"]);
  expect(refused.body).toMatchObject({ key_id: key.id, revoked_at: receipt.body.revoked_at });
  expect(refused.headers["www-authenticate"]).toBe('Bearer realm="api", error="invalid_token"');
  nowMs += 60_000;
  expect((await anna.ask("DELETE", `api-keys/${key.id}`)).body).toEqual(receipt.body);
  const ended = await anna.ask("GET", "api-keys?status=ended");
  expect(ended.body.data.map((row: { id: string }) => row.id)).toContain(key.id);
});

test("K43: any key may end itself, whatever its scopes; a person is told that there is no such key", async () => {
  const key = await anna.key(["events:read"]);
  const other = await anna.key(["events:read"]);
  const receipt = await key.ask("DELETE", "api-keys/current");
  expect(receipt.body).toEqual({ id: key.id, revoked_at: expect.any(String) });
  expect((await key.ask("GET", "events")).body).toMatchObject({ code: "key_revoked", key_id: key.id });
  expect((await other.ask("GET", "events")).status).toBe(200);
  expect((await anna.ask("DELETE", "api-keys/current")).body.code).toBe("not_found");
});

test("K34: a key ends to the second", async () => {
  const key = await anna.key(["bins:read"], { expires_at: new Date(nowMs + 10_000).toISOString() });
  nowMs += 9_999;
  const alive = await key.ask("GET", "bins");
  expect(alive.status).toBe(200);
  expect(Date.parse(String(alive.headers["x-api-key-expires-at"]))).toBe(nowMs + 1);
  nowMs += 1;
  const dead = await key.ask("GET", "bins");
  expect([dead.status, dead.body.code, Date.parse(dead.body.expired_at)]).toEqual([
    401,
    "key_expired",
    nowMs,
  ]);
});

test("K32: changed scopes, name and end hold from the next request on, with the same secret", async () => {
  const key = await anna.key(["bins:read"]);
  expect((await key.ask("POST", "bins", { body: { name: "x" } })).status).toBe(403);
  const expires_at = new Date(nowMs + 60_000).toISOString();
  const body = { name: "Writer", scopes: ["bins:write", "bins:read"], expires_at };
  const changed = await anna.ask("PATCH", `api-keys/${key.id}`, { body });
  expect(changed.body).toMatchObject({ name: "Writer", scopes: ["bins:read", "bins:write"], expires_at });
  expect((await key.ask("POST", "bins", { body: { name: "x" } })).status).toBe(201);
  await anna.ask("PATCH", `api-keys/${key.id}`, { body: { scopes: ["items:read"] } });
  expect((await key.ask("GET", "bins")).body.code).toBe("insufficient_scope");
  const [event] = (await anna.ask("GET", `events?subject_id=${key.id}&type=api_key.updated&limit=1`)).body
    .data;
  expect(event.changes).toEqual({ scopes: { old: ["bins:read", "bins:write"], new: ["items:read"] } });
});

test("K33: a disabled key is refused at once, and works again once it is enabled", async () => {
  const key = await anna.key(["bins:read"]);
  expect((await key.ask("GET", "bins")).status).toBe(200);
  const disabled = await anna.ask("PATCH", `api-keys/${key.id}`, { body: { active: false } });
  expect(disabled.body.status).toBe("disabled");
  expect((await key.ask("GET", "bins")).body).toMatchObject({ code: "key_disabled", key_id: key.id });
  expect((await anna.ask("PATCH", `api-keys/${key.id}`, { body: { active: true } })).body.status).toBe(
    "active",
  );
  expect((await key.ask("GET", "bins")).status).toBe(200);
});

test("K32: a key may narrow keys, itself too, but never raise one", async () => {
  const end = new Date(nowMs + 60_000).toISOString();
  const manager = await anna.key(["api-keys:manage", "bins:read", "bins:write"], { expires_at: end });
  const patch = (body: object) => manager.ask("PATCH", `api-keys/${manager.id}`, { body });
  expect((await patch({ scopes: ["api-keys:manage", "bins:read"] })).status).toBe(200);
  for (const body of [{ scopes: ["api-keys:manage", "bins:read", "bins:write"] }, { expires_at: null }])
    expect((await patch(body)).body.code, JSON.stringify(body)).toBe("session_required");
  expect((await patch({ expires_at: new Date(nowMs + 30_000).toISOString() })).status).toBe(200);
});

test("nothing brings a dead key back", async () => {
  const revoked = await anna.key(["bins:read"]);
  await anna.ask("DELETE", `api-keys/${revoked.id}`);
  const expired = await anna.key(["bins:read"], { expires_at: new Date(nowMs + 1).toISOString() });
  nowMs += 1;
  for (const { id } of [revoked, expired])
    for (const body of [{ active: true }, { expires_at: null }, { name: "Lazarus" }])
      expect((await anna.ask("PATCH", `api-keys/${id}`, { body })).body.code).toBe("conflict");
});

test("an expiry in the past is refused", async () => {
  const body = { name: "late", expires_at: new Date(nowMs).toISOString() };
  const answer = await anna.ask("POST", "api-keys", { body });
  expect([answer.status, answer.body.code]).toEqual([422, "expiry_out_of_range"]);
});

test("K24: a key has its user's rights as they are now", async () => {
  const bob = await server.signUp("Bob");
  const key = await bob.key(["bins:write", "bins:read"]);
  const demote = async (role: "viewer" | "owner") => {
    await server.database.db.update(memberships).set({ role }).where(eq(memberships.user_id, bob.user_id));
    server.deps.keys.channelDown(); // as after any change that was not announced: ask the database
  };
  expect((await key.ask("POST", "bins", { body: { name: "a" } })).status).toBe(201);
  await demote("viewer");
  await server.database.sql`update api_keys set epoch = epoch + 1 where id = ${key.id}`;
  const refused = await key.ask("POST", "bins", { body: { name: "b" } });
  expect([refused.status, refused.body.code]).toEqual([403, "role_forbidden"]);
  expect((await key.ask("GET", "bins")).status).toBe(200);
  await server.database.db
    .update(users)
    .set({ disabled_at: new Date(nowMs).toISOString() })
    .where(eq(users.id, bob.user_id));
  await server.database.sql`update api_keys set epoch = epoch + 1 where id = ${key.id}`;
  expect((await key.ask("GET", "bins")).body.code).toBe("owner_disabled");
  server.deps.keys.channelUp();
});

test("K22: the log says which key did what, when, from where; used keys show it", async () => {
  const key = await anna.key(["bins:write"]);
  const made = await key.ask("POST", "bins", { body: { name: "Logged" } });
  const { body } = await anna.ask("GET", `events?subject_id=${made.body.id}`);
  expect(body.data[0]).toMatchObject({
    type: "bin.created",
    auth_method: "api_key",
    api_key_id: key.id,
    api_key_name: "Anna's key",
    actor_user_id: anna.user_id,
    actor_name: "Anna",
    ip: "127.0.0.1",
    endpoint: "POST /bins",
    request_id: made.headers["x-request-id"],
  });
  await key.ask("GET", "items");
  await server.deps.meter.flush();
  const log = await loggedCalls(server.database.db, key.id);
  expect(log.map(({ endpoint, status }) => [endpoint, status])).toEqual([
    ["POST /bins", 201],
    ["GET /items", 403],
  ]);
  const used = await anna.ask("GET", `api-keys/${key.id}`);
  expect(used.body).toMatchObject({
    last_used_ip: "127.0.0.1",
    usage: { requests_today: 2, requests_this_month: 2 },
  });
  expect(used.body.last_used_at).not.toBeNull();
});

test("another organization's keys are neither seen nor ended", async () => {
  const stranger = await server.signUp("Stranger");
  const key = await anna.key(["bins:read"]);
  expect((await stranger.ask("GET", `api-keys/${key.id}`)).status).toBe(404);
  expect((await stranger.ask("DELETE", `api-keys/${key.id}`)).status).toBe(404);
  expect((await key.ask("GET", "bins")).status).toBe(200);
  expect((await stranger.ask("GET", "api-keys?status=all")).body).toMatchObject({ data: [], total: 0 });
});

test("a member sees and ends only keys of their own", async () => {
  const owner = await server.signUp("Olga");
  const ownersKey = await owner.key(["bins:read"]);
  const member = await server.signUp("Mia");
  await server.database.db
    .update(memberships)
    .set({ organization_id: owner.organization_id, role: "member" })
    .where(eq(memberships.user_id, member.user_id));
  const own = await member.key(["bins:read"]);
  expect((await member.ask("GET", "api-keys")).body.data.map((row: { id: string }) => row.id)).toEqual([
    own.id,
  ]);
  expect((await member.ask("DELETE", `api-keys/${ownersKey.id}`)).status).toBe(404);
  expect(
    (await member.ask("POST", "api-keys", { body: { name: "x", scopes: ["users:write"] } })).body.code,
  ).toBe("escalation_denied");
  const everything = await member.ask("POST", "api-keys", { body: { name: "mine" } });
  expect(everything.body.scopes).toEqual(ALL_SCOPES.filter((scope) => ROLE_SCOPES.member.includes(scope)));
  const seenByOwner = await owner.ask("GET", "api-keys");
  expect(seenByOwner.body.total).toBe(3);
});

test("K27: whoami tells a key and a session who they are", async () => {
  const key = await anna.key(["bins:read"]);
  const byKey = await key.ask("GET", "whoami");
  expect(byKey.body).toMatchObject({
    auth_method: "api_key",
    user: { id: anna.user_id },
    api_key: { id: key.id, status: "active" },
    scopes: ["bins:read"],
    role: "owner",
    environment: "live",
  });
  const bySession = await anna.ask("GET", "whoami");
  expect(bySession.body).toMatchObject({ auth_method: "session", api_key: null, scopes: ALL_SCOPES });
});
