import { ROLE_SCOPES } from "@stowage/contract/roles";
import { invitations } from "@stowage/db/schema/identity";
import { mails } from "@stowage/db/schema/notices";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import {
  type Person,
  startTestServer,
  TEST_PASSWORD,
  type TestKey,
  type TestServer,
} from "../../testing/test-server.ts";

const DAY_MS = 86_400_000;

let server: TestServer;
let anna: Person;
let nowMs = Date.now();
beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs, config: { trust_proxy: true } });
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

async function invite(body: object = {}, by: Pick<Person, "ask"> = anna) {
  const made = await by.ask("POST", "users", { body });
  expect(made.status, made.text).toBe(201);
  return { ...made.body, token: new URL(made.body.url).hash.replace("#token=", "") } as {
    id: string;
    url: string;
    token: string;
    mailed: boolean;
  };
}
const look = (token: string, from = "10.0.0.1") =>
  server.ask("POST", "invitations/look", { body: { token }, headers: { "x-forwarded-for": from } });
const accept = (person: Person, token: string) =>
  person.ask("POST", "invitations/accept", { body: { token } });
const signUp = (name: string, invitation: string, on = server) =>
  on.ask("POST", "auth/sign-up", {
    body: {
      name,
      email: `${name.toLowerCase().replaceAll(" ", ".")}@example.org`,
      password: TEST_PASSWORD,
      invitation,
    },
  });

describe("K14: an invitation", () => {
  test("K14: has its secret in the link's fragment alone, and is kept as a hash", async () => {
    const { id, url, token, mailed } = await invite();
    expect(url).toBe(`http://stowage.test/join#token=${token}`);
    expect(token).toMatch(/^[a-z2-7]{40}$/);
    expect(mailed).toBe(false);
    const rows = await server.database.db.select().from(invitations).where(eq(invitations.id, id));
    expect(JSON.stringify(rows)).not.toContain(token);
    const list = await anna.ask("GET", "invitations");
    expect(list.body.data[0]).toMatchObject({ id, role: "member", uses: 0, max_uses: 1, email: null });
    expect(list.text).not.toContain(token);
    expect((await anna.ask("GET", "events?type=member.invited")).text).not.toContain(token);
  });

  test("K14: says where it leads to whoever has it, and nothing more", async () => {
    const { token } = await invite({ email: "ben@example.org", role: "viewer" });
    expect((await look(token)).body).toEqual({
      organization: { id: anna.organization_id, name: "Anna's inventory" },
      role: "viewer",
      email: "ben@example.org",
      invited_by: "Anna",
      expires_at: expect.any(String),
      has_account: false,
    });
    expect((await look((await invite({ email: anna.email })).token)).body.has_account).toBe(true);
  });

  test("K14: makes a member of whoever accepts it, once", async () => {
    const { token, id } = await invite({ role: "admin" });
    const bea = await server.signUp("Bea");
    const accepted = await accept(bea, token);
    expect(accepted.body).toMatchObject({
      id: anna.organization_id,
      role: "admin",
      name: "Anna's inventory",
    });
    const headers = { "x-organization-id": anna.organization_id };
    expect((await bea.ask("GET", "whoami", { headers })).body.role).toBe("admin");
    expect((await bea.ask("GET", "auth/session")).body.organizations).toHaveLength(2);
    const again = await Promise.all([accept(await server.signUp("Too late"), token), look(token)]);
    expect(again.map(({ status }) => status)).toEqual([404, 404]);
    const [joined] = (await anna.ask("GET", "events?type=member.joined")).body.data;
    expect(joined).toMatchObject({
      subject_name: "Bea",
      actor_user_id: bea.user_id,
      data: { invitation_id: id },
    });
  });

  test("K14: is used as often as it allows, however many come at once", async () => {
    const { token, id } = await invite({ max_uses: 3 });
    const people = await Promise.all([1, 2, 3, 4, 5, 6].map((at) => server.signUp(`Crowd ${at}`)));
    const answers = await Promise.all(people.map((person) => accept(person, token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 404, 404, 404]);
    const [row] = await server.database.db.select().from(invitations).where(eq(invitations.id, id));
    expect(row?.uses).toBe(3);
  });

  test("K14: is not used up by one person twice, nor by a member", async () => {
    const { token } = await invite({ max_uses: 5 });
    const carl = await server.signUp("Carl");
    const both = await Promise.all([accept(carl, token), accept(carl, token)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await accept(anna, token)).body.code).toBe("conflict");
    const { data } = (await anna.ask("GET", "invitations")).body;
    expect(data[0]).toMatchObject({ uses: 1, max_uses: 5 });
  });

  test("K14: for an address is for that account alone", async () => {
    const { token } = await invite({ email: "Dora@Example.org" });
    const eve = await server.signUp("Eve");
    expect((await accept(eve, token)).body.code).toBe("role_forbidden");
    expect((await signUp("Mallory", token)).body.code).toBe("role_forbidden");
    expect((await signUp("Dora", token)).status).toBe(201);
  });

  test("K14: taken back, over, used up and never made are one answer", async () => {
    const back = await invite();
    expect((await anna.ask("DELETE", `invitations/${back.id}`)).body.id).toBe(back.id);
    const over = await invite({ expires_in_days: 1 });
    nowMs += DAY_MS;
    const used = await invite();
    await signUp("First comer", used.token);
    const tokens = [back.token, over.token, used.token, "a".repeat(40)];
    const answers = await Promise.all(tokens.flatMap((token) => [look(token), accept(anna, token)]));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.code} ${body.detail}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    expect((await signUp("Hopeful", over.token)).body.code).toBe("not_found");
    expect((await anna.ask("DELETE", `invitations/${back.id}`)).status).toBe(404);
    const { data } = (await anna.ask("GET", "invitations")).body;
    for (const { id } of [back, over, used])
      expect(data.map((one: { id: string }) => one.id)).not.toContain(id);
  });

  test("K14: guessing tokens is throttled by network", async () => {
    const { token } = await invite();
    const guesses = await Promise.all(Array.from({ length: 35 }, () => look("b".repeat(40), "10.9.9.9")));
    expect(guesses.filter(({ status }) => status === 404)).toHaveLength(30);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(5);
    expect((await look(token, "10.9.9.9")).body.code).toBe("auth_throttled");
    expect((await look(token, "10.9.9.10")).status).toBe(200);
  });
});

describe("K14: who invites", () => {
  test("K14: an admin, as admin at the most; nobody makes an owner so", async () => {
    const admin = await addMember(server, anna, "Admin", "admin");
    expect((await invite({ role: "admin" }, admin)).mailed).toBe(false);
    for (const person of [anna, admin])
      expect((await person.ask("POST", "users", { body: { role: "owner" } })).status).toBe(422);
    const member = await addMember(server, anna, "Member", "member");
    expect((await member.ask("POST", "users", { body: { role: "viewer" } })).body.code).toBe(
      "role_forbidden",
    );
    expect((await member.ask("GET", "invitations")).body.code).toBe("role_forbidden");
  });

  test("K14: a key invites as far as its own rights go, or whoever holds it could let themselves in with more", async () => {
    await anna.ask("POST", "auth/confirm", { body: { password: TEST_PASSWORD } });
    const member = [...ROLE_SCOPES.member, "users:write"] as const;
    const inviting = (key: TestKey, role: string) => key.ask("POST", "users", { body: { role } });
    const yard = (await anna.ask("POST", "locations", { body: { name: "Yard" } })).body.id;
    for (const [key, role] of [
      [await anna.key(["users:write"]), "viewer"],
      [await anna.key([...member]), "admin"],
      [await anna.key(["admin:*"], { location_ids: [yard] }), "viewer"],
      [await anna.key(["admin:*"], { allowed_cidrs: ["127.0.0.1/32"] }), "viewer"],
    ] as const)
      expect((await inviting(key, role)).body.code).toBe("escalation_denied");
    expect((await inviting(await anna.key([...member]), "member")).status).toBe(201);
    expect((await inviting(await anna.key(["admin:*"]), "admin")).status).toBe(201);
  });

  test("K25: nobody is let in by way of test", async () => {
    const trying = await anna.key(["users:write"], { environment: "test" });
    const answer = await trying.ask("POST", "users", { body: {} });
    expect([answer.status, answer.body.code]).toEqual([404, "environment_mismatch"]);
    const { id } = await invite();
    expect((await trying.ask("DELETE", `invitations/${id}`)).body.code).toBe("environment_mismatch");
    expect((await anna.ask("DELETE", `invitations/${id}`)).status).toBe(200);
  });

  test.each([
    ["demoted", (id: string) => anna.ask("PATCH", `users/${id}`, { body: { role: "member" } })],
    ["suspended", (id: string) => anna.ask("PATCH", `users/${id}`, { body: { active: false } })],
    ["removed", (id: string) => anna.ask("DELETE", `users/${id}`)],
  ])("K14: what somebody gave who was then %s lets nobody in, themselves included", async (word, end) => {
    const admin = await addMember(server, anna, `Once ${word}`, "admin");
    const { token, id } = await invite({ role: "admin", max_uses: 10 }, admin);
    expect((await look(token)).status).toBe(200);
    expect((await end(admin.user_id)).status).toBe(200);
    expect((await look(token, "10.4.4.4")).status).toBe(404);
    expect((await accept(admin, token)).status).toBe(404);
    expect((await signUp(`Friend of ${word}`, token)).status).toBe(404);
    const { data } = (await anna.ask("GET", "invitations?limit=200")).body;
    expect(data.map((one: { id: string }) => one.id)).not.toContain(id);
  });

  test("K14: another organization neither sees nor takes back an invitation", async () => {
    const { id } = await invite();
    const stranger = await server.signUp("Stranger");
    expect((await stranger.ask("GET", "invitations")).body.data).toEqual([]);
    expect((await stranger.ask("DELETE", `invitations/${id}`)).status).toBe(404);
  });
});

describe("signing up by invitation", () => {
  test.each([
    ["first", 201],
    ["open", 201],
    ["closed", 403],
  ] as const)("with REGISTRATION=%s it answers %i", async (registration, status) => {
    const node = await startTestServer({
      database: server.database,
      now: () => nowMs,
      config: { registration },
    });
    const { token } = await invite({ role: "viewer" });
    const name = `New under ${registration}`;
    const answer = await signUp(name, token, node);
    expect(answer.status, answer.text).toBe(status);
    const plain = await node.ask("POST", "auth/sign-up", {
      body: { name, email: `plain.${registration}@example.org`, password: TEST_PASSWORD },
    });
    expect(plain.status).toBe(registration === "open" ? 201 : 403);
    if (status === 201) {
      expect(answer.body.organization).toMatchObject({ id: anna.organization_id, role: "viewer" });
      expect(answer.body.organizations).toHaveLength(1);
    } else expect((await look(token)).status).toBe(200); // nothing of it was used
    await node.close();
  });

  test("an address that has an account uses nothing up", async () => {
    const { token } = await invite();
    const again = await server.ask("POST", "auth/sign-up", {
      body: { name: "Anna", email: anna.email, password: TEST_PASSWORD, invitation: token },
    });
    expect(again.body.code).toBe("conflict");
    expect((await look(token)).status).toBe(200);
  });
});

test("with a mail server the link goes out by mail, too, and the outbox does not show it", async () => {
  const node = await startTestServer({
    database: server.database,
    now: () => nowMs,
    config: { smtp_url: "smtp://127.0.0.1:9", mail_from: "stowage@example.org" },
  });
  const asAnna: Pick<Person, "ask"> = {
    ask: (method, path, more) => node.ask(method, path, { cookie: anna.cookie, ...more }),
  };
  expect((await invite({}, asAnna)).mailed).toBe(false);
  const { token, mailed } = await invite({ email: "mail@example.org" }, asAnna);
  expect(mailed).toBe(true);
  const rows = await server.database.db.select().from(mails).where(eq(mails.to_address, "mail@example.org"));
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(token);
  await node.close();
});
