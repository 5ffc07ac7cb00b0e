import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { type Person, startTestServer, type TestKey, type TestServer } from "../../testing/test-server.ts";
import { allTold } from "../../testing/told.ts";

let here: TestServer;
let there: TestServer;
let anna: Person;
beforeAll(async () => {
  here = await startTestServer();
  there = await startTestServer({ database: here.database });
  anna = await here.signUp("Anna");
  await until(() => !there.deps.keys.stats().is_read_through);
});
afterAll(async () => {
  await there.close();
  await here.close();
});

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await sleep(5);
}

const change = (of: Person, body: object) => anna.ask("PATCH", `users/${of.user_id}`, { body });

/** A key that both servers have just used, and so remember. */
async function usedKey(of: Person, environment: "live" | "test" = "live"): Promise<TestKey> {
  const key = await of.key(["admin:*"], { environment });
  for (const server of [here, there])
    expect((await server.ask("GET", "whoami", { key: key.key })).status).toBe(200);
  return key;
}
const codeOn = async (server: TestServer, key: TestKey, path = "whoami") =>
  (await server.ask("GET", path, { key: key.key })).body.code;

/** The server that answered the change judges the key anew at once, the other one as soon as it hears. */
async function bothAnswer(key: TestKey, code: string | undefined, path?: string): Promise<void> {
  expect(await codeOn(here, key, path)).toBe(code);
  await until(async () => (await codeOn(there, key, path)) === code);
}

describe("K24: a key has its subject's rights as they are now, on every server", () => {
  test("K24: demotion", async () => {
    const admin = await addMember(here, anna, "Demoted", "admin");
    const key = await usedKey(admin);
    expect(await codeOn(here, key, "invitations")).toBeUndefined();
    await change(admin, { role: "viewer" });
    await bothAnswer(key, "role_forbidden", "invitations");
    expect((await there.ask("GET", "whoami", { key: key.key })).body.role).toBe("viewer");
  });

  test("K24: suspension, and its end", async () => {
    const member = await addMember(here, anna, "Suspended", "admin");
    const key = await usedKey(member);
    await change(member, { active: false });
    await bothAnswer(key, "owner_disabled");
    await change(member, { active: true });
    await bothAnswer(key, undefined);
  });

  test("K24: an organization's new name and plan", async () => {
    const owner = await here.signUp("Owner");
    const key = await usedKey(owner);
    await owner.ask("PATCH", `organizations/${owner.organization_id}`, { body: { name: "Our workshop" } });
    const nameOn = async (server: TestServer) =>
      (await server.ask("GET", "whoami", { key: key.key })).body.organization.name;
    expect(await nameOn(here)).toBe("Our workshop");
    await until(async () => (await nameOn(there)) === "Our workshop");
  });

  test("K24: the subject's new name", async () => {
    const renamed = await here.signUp("Before");
    const key = await usedKey(renamed);
    await renamed.ask("PATCH", "auth/account", { body: { name: "After" } });
    const nameOn = async (server: TestServer) =>
      (await server.ask("GET", "whoami", { key: key.key })).body.user.name;
    expect(await nameOn(here)).toBe("After");
    await until(async () => (await nameOn(there)) === "After");
  });
});

describe("K44: keys end in the same transaction", () => {
  test("K44: with a removed member, in both environments, and do not come back with them", async () => {
    const member = await addMember(here, anna, "Removed", "admin");
    const live = await usedKey(member);
    const trial = await usedKey(member, "test");
    const removed = await anna.ask("DELETE", `users/${member.user_id}`);
    expect(removed.body).toMatchObject({ id: member.user_id, revoked_api_keys: 2 });
    for (const key of [live, trial]) await bothAnswer(key, "key_revoked");
    const { url } = (await anna.ask("POST", "users", { body: {} })).body;
    const token = new URL(url).hash.replace("#token=", "");
    expect((await member.ask("POST", "invitations/accept", { body: { token } })).status).toBe(200);
    for (const key of [live, trial]) await bothAnswer(key, "key_revoked");
    expect((await anna.ask("GET", `api-keys/${live.id}`)).body.revocation_reason).toBe("member removed");
    for (const [key, environment] of [
      [live, "live"],
      [trial, "test"],
    ] as const) {
      const headers = { "x-environment": environment };
      const { data } = (
        await anna.ask("GET", `events?subject_id=${key.id}&type=api_key.revoked`, { headers })
      ).body;
      expect(data).toHaveLength(1);
    }
  });

  test("K44: with a member who leaves, and theirs elsewhere go on", async () => {
    const member = await addMember(here, anna, "Leaving", "admin");
    const key = await usedKey(member);
    const own = (await member.ask("POST", "organizations", { body: { name: "Own" } })).body;
    const body = { name: "Own key", scopes: ["bins:read"] };
    const made = await member.ask("POST", "api-keys", { body, headers: { "x-organization-id": own.id } });
    const elsewhere = made.body.key;
    const left = await member.ask("POST", `organizations/${anna.organization_id}/leave`);
    expect(left.body).toMatchObject({ id: member.user_id, revoked_api_keys: 1 });
    await bothAnswer(key, "key_revoked");
    expect((await here.ask("GET", "bins", { key: elsewhere })).status).toBe(200);
    expect((await anna.ask("GET", `users/${member.user_id}`)).status).toBe(404);
  });

  test("K44: with the organization", async () => {
    const owner = await here.signUp("Ending");
    const key = await usedKey(owner);
    const trial = await usedKey(owner, "test");
    expect((await owner.ask("DELETE", `organizations/${owner.organization_id}`)).status).toBe(200);
    for (const one of [key, trial]) await bothAnswer(one, "key_invalid");
  });

  test("K44: with the organization, on a server whose channel is cut, at once", async () => {
    const owner = await here.signUp("Ending unheard");
    const key = await usedKey(owner);
    there.deps.keys.channelDown();
    await owner.ask("DELETE", `organizations/${owner.organization_id}`);
    expect(await codeOn(there, key)).toBe("key_invalid");
    there.deps.keys.channelUp();
  });

  test("K44: with the account", async () => {
    const member = await addMember(here, anna, "Deleted", "admin");
    const key = await usedKey(member);
    const own = await member.ask("POST", "organizations", { body: { name: "Mine alone" } });
    const headers = { "x-organization-id": own.body.id };
    const body = { name: "Mine", scopes: ["bins:read"] };
    const mine = { ...key, key: (await member.ask("POST", "api-keys", { body, headers })).body.key };
    expect(await codeOn(there, mine)).toBeUndefined();
    expect((await member.ask("DELETE", "auth/account")).status).toBe(200);
    await bothAnswer(key, "key_revoked");
    await bothAnswer(mine, "key_invalid");
  });
});

describe("K44: a key that is being made while its subject goes", () => {
  test.each([
    ["removed", (of: Person) => anna.ask("DELETE", `users/${of.user_id}`)],
    ["leaving", (of: Person) => of.ask("POST", `organizations/${anna.organization_id}/leave`)],
    ["deleted", (of: Person) => of.ask("DELETE", "auth/account")],
  ])("K44: ends with the others: %s", async (word, act) => {
    const member = await addMember(here, anna, `Racing ${word}`, "admin");
    // What else writes of keys in the background would wait for the same lock, and be taken for one of the two.
    for (const server of [here, there]) await server.deps.meter.flush();
    await allTold(here);
    const { sql } = here.database;
    const held = deferred();
    const released = deferred();
    // Holds back whoever is about to write an event into live: the key is made, and not committed yet.
    const holding = sql.begin(async (tx) => {
      await tx`select 1 from workspaces where environment = 'live'
        and organization_id = ${anna.organization_id} for no key update`;
      held.resolve();
      await released.promise;
    });
    await held.promise;
    const inOrganization = async () =>
      (
        await sql`select 1 from pg_locks where relation = 'organizations'::regclass and mode = 'RowShareLock'
          and database = (select oid from pg_database where datname = current_database())`
      ).length;
    const making = member.ask("POST", "api-keys", { body: { name: "Late", scopes: ["bins:read"] } });
    await until(async () => (await inOrganization()) >= 1);
    const going = act(member);
    await until(async () => (await inOrganization()) >= 2);
    released.resolve();
    await holding;
    const [made, gone] = await Promise.all([making, going]);
    expect([made.status, gone.status], `${made.text} ${gone.text}`).toEqual([201, 200]);
    const key: TestKey = { ...made.body, ask: member.ask };
    await bothAnswer(key, "key_revoked");
  });
});

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve: () => resolve() };
}
