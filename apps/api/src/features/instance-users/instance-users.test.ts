import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, TEST_PASSWORD, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let there: TestServer;
let anna: Person; // the first to sign up, so the instance's admin
let ben: Person;
let nowMs = Date.now();
beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs });
  there = await startTestServer({ database: server.database, now: () => nowMs });
  anna = await server.signUp("Anna");
  ben = await server.signUp("Ben");
  await until(() => !there.deps.keys.stats().is_read_through);
});
afterAll(async () => {
  await there.close();
  await server.close();
});

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await sleep(5);
}

const set = (by: Person, id: string, active: boolean) =>
  by.ask("PATCH", `instance/users/${id}`, { body: { active } });

test("the instance's admin alone sees its accounts, of whatever organization, and no deleted ones", async () => {
  const gone = await server.signUp("Gone");
  await gone.ask("DELETE", "auth/account");
  const { data } = (await anna.ask("GET", "instance/users")).body;
  expect(data.map((one: { name: string }) => one.name)).toEqual(["Anna", "Ben"]);
  expect(data[1]).toEqual({
    id: ben.user_id,
    email: ben.email,
    name: "Ben",
    is_instance_admin: false,
    is_active: true,
    has_two_factor: false,
    organizations: 1,
    created_at: expect.any(String),
  });
  expect((await anna.ask("GET", "instance/users?q=ben@")).body.data).toHaveLength(1);
  expect((await ben.ask("GET", "instance/users")).body.code).toBe("role_forbidden");
  expect((await set(ben, anna.user_id, false)).status).toBe(404);
  expect((await set(anna, gone.user_id, true)).status).toBe(404);
});

test("K24: a disabled account is out at once, with its keys on every server, until it is enabled", async () => {
  const { key } = await ben.key(["bins:read"]);
  for (const one of [server, there]) expect((await one.ask("GET", "bins", { key })).status).toBe(200);
  expect((await set(anna, ben.user_id, false)).body.is_active).toBe(false);
  expect((await server.ask("GET", "bins", { key })).body.code).toBe("owner_disabled");
  await until(async () => (await there.ask("GET", "bins", { key })).body.code === "owner_disabled");
  expect((await ben.ask("GET", "bins")).body.code).toBe("session_expired");
  const signIn = () =>
    server.ask("POST", "auth/sign-in", { body: { email: ben.email, password: TEST_PASSWORD } });
  expect((await signIn()).body.code).toBe("sign_in_failed");
  await set(anna, ben.user_id, true);
  expect((await server.ask("GET", "bins", { key })).status).toBe(200);
  await until(async () => (await there.ask("GET", "bins", { key })).status === 200);
  expect((await ben.ask("GET", "bins")).body.code).toBe("session_expired");
  expect((await signIn()).status).toBe(200);
});

test("K62: it needs a recent sign-in, and nobody disables themselves", async () => {
  expect((await set(anna, anna.user_id, false)).body.code).toBe("conflict");
  nowMs += 16 * 60_000;
  expect((await set(anna, ben.user_id, false)).body.code).toBe("recent_sign_in_required");
});
