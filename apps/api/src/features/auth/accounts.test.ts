import { sessions, users } from "@stowage/db/schema/identity";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, TEST_PASSWORD, type TestServer } from "../../testing/test-server.ts";

const ANNA = { email: "anna@example.org", password: TEST_PASSWORD, name: "Anna" };

describe("by default", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ config: { registration: "first" } });
  });
  afterAll(() => server.close());

  test("a new instance says that the next sign-up owns it", async () => {
    const { body } = await server.ask("GET", "auth/session");
    expect(body).toMatchObject({ user: null, is_first_run: true, can_sign_up: true });
  });

  test("two first sign-ups at once make one account, and only the first user may sign up", async () => {
    const both = await Promise.all([
      server.ask("POST", "auth/sign-up", { body: ANNA }),
      server.ask("POST", "auth/sign-up", { body: { ...ANNA, email: "bob@example.org", name: "Bob" } }),
    ]);
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 403]);
    const third = await server.ask("POST", "auth/sign-up", { body: { ...ANNA, email: "carl@example.org" } });
    expect([third.status, third.body.code]).toEqual([403, "role_forbidden"]);
    expect(await server.database.db.select({ id: users.id }).from(users)).toHaveLength(1);
  });

  test("the first user owns an organization with a live and a test workspace", async () => {
    const made = (await server.ask("GET", "auth/session")).body;
    expect(made).toMatchObject({ is_first_run: false, can_sign_up: false });
    const rows = await server.database.sql`
      select role, environment from memberships m join workspaces w on w.organization_id = m.organization_id
      order by environment`;
    expect([...rows]).toEqual([
      { role: "owner", environment: "live" },
      { role: "owner", environment: "test" },
    ]);
  });
});

test("where everybody may sign up, of several who are first at once all get in, and one owns the instance", async () => {
  const server = await startTestServer({ config: { registration: "open" } });
  try {
    const names = ["ann", "bob", "cleo", "dan"];
    const all = await Promise.all(
      names.map((name) =>
        server.ask("POST", "auth/sign-up", { body: { ...ANNA, email: `${name}@example.org`, name } }),
      ),
    );
    expect(all.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const rows = await server.database.db.select({ isAdmin: users.is_instance_admin }).from(users);
    expect(rows.filter(({ isAdmin }) => isAdmin)).toHaveLength(1);
  } finally {
    await server.close();
  }
});

describe("signing in", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    await server.signUp("Anna");
  });
  afterAll(() => server.close());

  const signIn = (email: string, password: string) =>
    server.ask("POST", "auth/sign-in", { body: { email, password } });

  test("works with the address in any case, and the cookie is the session", async () => {
    const answer = await signIn(" ANNA@Example.org ", TEST_PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      user: { name: "Anna" },
      organization: { role: "owner" },
      environment: "live",
    });
    expect(answer.headers["cache-control"]).toBe("no-store");
    const cookie = String(answer.headers["set-cookie"]);
    expect(cookie).toMatch(/^stowage_session=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Expires=/);
    const pair = cookie.split(";")[0] ?? "";
    expect((await server.ask("GET", "auth/session", { cookie: pair })).body.user.email).toBe(
      "anna@example.org",
    );
  });

  test("an unknown account and a wrong password get the same answer", async () => {
    const wrong = await signIn("anna@example.org", "not the password");
    const unknown = await signIn("nobody@example.org", "not the password");
    const without = ({ request_id: _, instance: __, ...rest }: Record<string, unknown>) => rest;
    expect(wrong.status).toBe(401);
    expect(without(wrong.body)).toEqual(without(unknown.body));
  });

  test("K60: the database holds no token that would open anything", async () => {
    const answer = await signIn("anna@example.org", TEST_PASSWORD);
    const token = String(answer.headers["set-cookie"]).split(/[=;]/)[1] ?? "";
    const rows = await server.database.db.select().from(sessions);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
    for (const { id } of rows) {
      const asCookie = await server.ask("GET", "bins", { cookie: `stowage_session=${id}` });
      expect(asCookie.status).toBe(401);
    }
  });

  test("signing out ends the session for good", async () => {
    const cookie =
      String((await signIn("anna@example.org", TEST_PASSWORD)).headers["set-cookie"]).split(";")[0] ?? "";
    expect((await server.ask("POST", "auth/sign-out", { cookie })).body).toEqual({ signed_out: true });
    const after = await server.ask("GET", "bins", { cookie });
    expect([after.status, after.body.code]).toEqual([401, "session_expired"]);
    expect((await server.ask("POST", "auth/sign-out", { cookie })).status).toBe(200);
  });

  test("K61: after ten wrong passwords the account waits, whatever the password, and says how long", async () => {
    await server.signUp("Guessed");
    const wrong = Array.from({ length: 10 }, () => signIn("guessed@example.org", "a wrong guess"));
    for (const answer of await Promise.all(wrong)) expect(answer.status).toBe(401);
    const answer = await signIn("guessed@example.org", TEST_PASSWORD);
    expect([answer.status, answer.body.code]).toEqual([429, "auth_throttled"]);
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    expect((await signIn("anna@example.org", TEST_PASSWORD)).status).toBe(200);
  });
});

describe("signing up refuses", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  test.each([
    ["a short password", { ...ANNA, password: "short" }, 422, "/password"],
    ["a common password", { ...ANNA, password: "password123" }, 422, "/password"],
    ["an endless password", { ...ANNA, password: "x".repeat(257) }, 422, "/password"],
    ["no address", { ...ANNA, email: "anna" }, 422, "/email"],
    ["an invisible name", { ...ANNA, name: "\u200b \u202e" }, 422, "/name"],
    ["a wish for power", { ...ANNA, is_instance_admin: true }, 422, "/is_instance_admin"],
  ])("%s", async (_name, body, status, pointer) => {
    const answer = await server.ask("POST", "auth/sign-up", { body });
    expect(answer.status).toBe(status);
    expect(answer.body.errors[0].pointer).toBe(pointer);
    expect(answer.text).not.toContain(body.password);
  });

  test("a second account with the same address", async () => {
    await server.ask("POST", "auth/sign-up", { body: ANNA });
    const again = await server.ask("POST", "auth/sign-up", { body: { ...ANNA, email: "Anna@EXAMPLE.org" } });
    expect([again.status, again.body.code]).toEqual([409, "conflict"]);
  });

  test("K61: asking many times which addresses have accounts; whoever makes one waits for nothing", async () => {
    const signUp = (email: string) => server.ask("POST", "auth/sign-up", { body: { ...ANNA, email } });
    const tries: number[] = [];
    expect((await signUp("clara@example.org")).status).toBe(201);
    for (let attempt = 0; attempt < 11; attempt++) tries.push((await signUp("clara@example.org")).status);
    expect(tries).toEqual([...Array(10).fill(409), 429]);
    expect((await signUp("dora@example.org")).status).toBe(201);
  });
});
