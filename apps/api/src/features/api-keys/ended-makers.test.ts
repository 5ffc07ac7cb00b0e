import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import {
  type Answer,
  type Person,
  startTestServer,
  TEST_PASSWORD,
  type TestServer,
} from "../../testing/test-server.ts";

let server: TestServer;
let olga: Person;
let mia: Person;
let eve: Person;
let people = 0;

beforeAll(async () => {
  server = await startTestServer();
  olga = await server.signUp("Olga");
  mia = await addMember(server, olga, "Mia", "member");
});
beforeEach(async () => {
  eve = await addMember(server, olga, `Eve ${++people}`, "admin");
});
afterAll(() => server.close());

const codeOf = ({ status, body }: Answer) => body.code ?? status;
const demote = () => olga.ask("PATCH", `users/${eve.user_id}`, { body: { role: "member" } });
const remove = () => olga.ask("DELETE", `users/${eve.user_id}`);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

test("K24: who is no admin any more cannot undo what a user did to stop a key that acts as them", async () => {
  const key = await eve.key(["bins:read"], { acts_as: mia.user_id, expires_at: inDays(5) });
  const patch = (who: Person, body: object) => who.ask("PATCH", `api-keys/${key.id}`, { body });
  await demote();
  expect(codeOf(await patch(mia, { active: false }))).toBe(200);
  for (const body of [{ active: true }, { expires_at: inDays(9) }, { scopes: ["bins:read", "bins:write"] }])
    expect(codeOf(await patch(eve, body)), JSON.stringify(body)).toBe("escalation_denied");
  expect(codeOf(await patch(eve, { name: "Narrower", expires_at: inDays(2) }))).toBe(200);
  expect(codeOf(await patch(mia, { active: true }))).toBe(200);
});

test.each(["now", "first_use"])(
  "K42: nor keep the secret that they know by cancelling a rotation (%s)",
  async (activate) => {
    const key = await eve.key(["bins:read"], { acts_as: mia.user_id });
    const eves = await eve.key(["api-keys:manage"]);
    await demote();
    await olga.ask("POST", `api-keys/${key.id}/rotate`, { body: { activate, grace_seconds: 60 } });
    for (const who of [eve, eves])
      expect(codeOf(await who.ask("POST", `api-keys/${key.id}/rotation/cancel`))).not.toBe(200);
    expect(codeOf(await mia.ask("POST", `api-keys/${key.id}/rotation/cancel`))).toBe(200);
  },
);

test("K14: an admin who is removed while their key for somebody else is being made gets none", async () => {
  let making: Promise<Answer> | undefined;
  await server.database.sql.begin(async (sql) => {
    await sql`select from organizations where id = ${olga.organization_id} for no key update`;
    making = eve.ask("POST", "api-keys", { body: { name: "Late", acts_as: mia.user_id } });
    await waitingForLock();
    await sql`delete from memberships where user_id = ${eve.user_id}`;
  });
  expect(making && codeOf(await making)).toBe("escalation_denied");
});

test("K42: nor a new secret, when they are removed while it is being made", async () => {
  const { id } = await olga.key(["bins:read"], { acts_as: mia.user_id });
  const rotating = eve.ask("POST", `api-keys/${id}/rotate`);
  while (!server.deps.keysInRotation.has(id)) await sleep(5);
  expect((await remove()).status).toBe(200);
  expect(codeOf(await rotating)).toBe("escalation_denied");
});

test("K40: a key that is revoked while it rotates another gets no secret, and the other goes on", async () => {
  const manager = await olga.key(["api-keys:manage", "bins:read"]);
  const key = await olga.key(["bins:read"]);
  const rotating = manager.ask("POST", `api-keys/${key.id}/rotate`);
  while (!server.deps.keysInRotation.has(key.id)) await sleep(5);
  expect((await olga.ask("DELETE", `api-keys/${manager.id}`)).status).toBe(200);
  expect(codeOf(await rotating)).toBe("key_revoked");
  expect((await key.ask("GET", "bins")).status).toBe(200);
});

test("K60: nor does a browser that is signed out meanwhile", async () => {
  const { id } = await olga.key(["bins:read"]);
  const { headers } = await server.ask("POST", "auth/sign-in", {
    body: { email: olga.email, password: TEST_PASSWORD },
  });
  const cookie = String(headers["set-cookie"]).split(";")[0] ?? "";
  const rotating = server.ask("POST", `api-keys/${id}/rotate`, { cookie });
  while (!server.deps.keysInRotation.has(id)) await sleep(5);
  expect((await olga.ask("DELETE", "auth/sessions")).body.ended).toBe(1);
  expect(codeOf(await rotating)).toBe("session_expired");
});

/** Resolves when somebody waits for a lock in our database. */
async function waitingForLock(): Promise<void> {
  const isWaiting = async () => {
    const [row] = await server.database.sql`
      select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    return row?.waiting > 0;
  };
  while (!(await isWaiting())) await sleep(5);
}
