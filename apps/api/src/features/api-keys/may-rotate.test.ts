import type { CreateApiKey } from "@stowage/contract/api-keys";
import type { Scope } from "@stowage/contract/scopes";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let olga: Person;
let adam: Person;
let mia: Person;
let nowMs = Date.parse("2026-01-01T00:00:00Z");

beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs });
  olga = await server.signUp("Olga"); // owner
  adam = await addMember(server, olga, "Adam", "admin");
  mia = await addMember(server, olga, "Mia", "member");
});
afterAll(() => server.close());

type Wishes = Partial<CreateApiKey> & { scopes: Scope[] };

async function make(maker: Person, wishes: Wishes): Promise<{ id: string; key: string }> {
  const made = await maker.ask("POST", "api-keys", { body: { name: "key", ...wishes } });
  expect(made.status, made.text).toBe(201);
  return made.body;
}

/** Rotates, on REST or on tRPC by turns. */
let turn = 0;
async function codeOfRotation(by: Pick<Person, "ask"> | { key: string }, id: string) {
  const ask: Person["ask"] =
    "ask" in by ? by.ask : (method, path, more) => server.ask(method, path, { key: by.key, ...more });
  turn += 1;
  if (turn % 2) {
    const answer = await ask("POST", `api-keys/${id}/rotate`);
    return answer.status === 200 ? 200 : answer.body.code;
  }
  const answer = await ask("POST", "/trpc/apiKeys.rotate", { body: { id } });
  return answer.status === 200 ? 200 : answer.body.error.data.problem.code;
}

test("K42: an admin rotates the keys of others, but none that acts as somebody of a higher role", async () => {
  expect(await codeOfRotation(olga, (await make(mia, { scopes: ["bins:read"] })).id)).toBe(200);
  expect(await codeOfRotation(adam, (await make(mia, { scopes: ["bins:read"] })).id)).toBe(200);
  const owners = await make(olga, { scopes: ["bins:read"] });
  expect(await codeOfRotation(adam, owners.id)).toBe("escalation_denied");
  expect(await codeOfRotation(olga, owners.id)).toBe(200);
});

test("K42: whom a key acts as may stop it, and rotate it only if it gives them nothing they lack", async () => {
  const within = await make(olga, { scopes: ["bins:read", "items:write"], acts_as: mia.user_id });
  expect(await codeOfRotation(mia, within.id)).toBe(200);
  const beyond = await make(olga, { scopes: ["users:write"], acts_as: mia.user_id });
  expect(await codeOfRotation(mia, beyond.id)).toBe("escalation_denied");
  expect((await mia.ask("DELETE", `api-keys/${beyond.id}`)).status).toBe(200);
});

test("K42: a former admin does not get the secret of a key that they made to act as somebody else", async () => {
  const eve = await addMember(server, olga, "Eve", "admin");
  const made = await make(eve, { scopes: ["bins:read"], acts_as: mia.user_id });
  await server.database.sql`update memberships set role = 'member' where user_id = ${eve.user_id}`;
  expect(await codeOfRotation(eve, made.id)).toBe("escalation_denied");
});

test("K42: nobody sees, and so nobody rotates, keys of others or of another organization", async () => {
  const stranger = await server.signUp("Stranger");
  const { id } = await make(olga, { scopes: ["bins:read"] });
  for (const person of [mia, stranger])
    for (const path of ["rotate", "rotation/finish", "rotation/cancel"])
      expect((await person.ask("POST", `api-keys/${id}/${path}`)).body.code).toBe("not_found");
});

test("K42: a key rotates others of its own subject, within its own rights alone", async () => {
  const shelf = (await olga.ask("POST", "locations", { body: { name: "Shelf" } })).body.id;
  const drawer = (await olga.ask("POST", "locations", { body: { name: "Drawer", parent_id: shelf } })).body
    .id;
  const attic = (await olga.ask("POST", "locations", { body: { name: "Attic" } })).body.id;
  const expires_at = new Date(nowMs + 86_400_000).toISOString();
  const bounds = {
    expires_at,
    location_ids: [shelf],
    allowed_cidrs: ["127.0.0.0/8"],
    rate_limit: { per_minute: 100 },
  };
  const manager = await make(olga, { scopes: ["api-keys:manage", "bins:read"], ...bounds });
  const narrower = { ...bounds, location_ids: [drawer], allowed_cidrs: ["127.0.0.1/32"] };
  expect(await codeOfRotation(manager, (await make(olga, { scopes: ["bins:read"], ...narrower })).id)).toBe(
    200,
  );
  const excesses: Wishes[] = [
    { ...bounds, scopes: ["bins:write"] },
    { ...bounds, scopes: ["admin:*"] },
    { ...bounds, scopes: ["bins:read"], expires_at: null },
    { ...bounds, scopes: ["bins:read"], location_ids: null },
    { ...bounds, scopes: ["bins:read"], location_ids: [attic] },
    { ...bounds, scopes: ["bins:read"], allowed_cidrs: ["127.0.0.0/7"] },
    { ...bounds, scopes: ["bins:read"], rate_limit: null },
    { ...bounds, scopes: ["bins:read"], acts_as: mia.user_id },
  ];
  for (const wishes of excesses) {
    const { id } = await make(olga, wishes);
    expect(await codeOfRotation(manager, id), JSON.stringify(wishes)).toBe("escalation_denied");
  }
  const test = await make(olga, { scopes: ["bins:read"], environment: "test" });
  expect(await codeOfRotation(manager, test.id)).not.toBe(200);
});

test("K42: a key rotates itself, whatever it is, and its own answer still comes", async () => {
  const key = await make(olga, { scopes: ["admin:*"] });
  const answer = await server.ask("POST", `api-keys/${key.id}/rotate`, { key: key.key });
  expect(answer.status, answer.text).toBe(200);
  expect((await server.ask("GET", "bins", { key: key.key })).body.code).toBe("key_rotated");
  expect((await server.ask("GET", "bins", { key: answer.body.key })).status).toBe(200);
  const reader = await make(olga, { scopes: ["bins:read"] });
  expect(await codeOfRotation(reader, reader.id)).toBe("insufficient_scope");
});

test("K42: an old secret whose end is set cannot take that back, a person can", async () => {
  const key = await make(olga, { scopes: ["api-keys:manage"] });
  await server.ask("POST", `api-keys/${key.id}/rotate`, { key: key.key, body: { grace_seconds: 600 } });
  const cancel = (credentials: object) =>
    server.ask("POST", `api-keys/${key.id}/rotation/cancel`, credentials);
  expect((await cancel({ key: key.key })).body.code).toBe("session_required");
  expect((await cancel({ cookie: olga.cookie })).status).toBe(200);
});

test("K62: rotating a key with admin:* asks a person for a recent sign-in", async () => {
  const key = await make(olga, { scopes: ["admin:*"] });
  nowMs += 16 * 60_000;
  expect(await codeOfRotation(olga, key.id)).toBe("recent_sign_in_required");
  expect(await codeOfRotation(olga, (await make(olga, { scopes: ["bins:read"] })).id)).toBe(200);
  expect(await codeOfRotation(key, key.id)).toBe(200);
});
