import { users } from "@stowage/db/schema/identity";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { type Person, startTestServer, TEST_PASSWORD, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person; // the instance's admin
let nowMs = Date.now();
beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs });
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

const remove = (person: Person) => person.ask("DELETE", "auth/account");

test("a person sees and changes their own account", async () => {
  const ben = await server.signUp("Ben");
  expect((await ben.ask("GET", "auth/account")).body).toEqual({
    id: ben.user_id,
    email: "ben@example.org",
    name: "Ben",
    timezone: "UTC",
    is_instance_admin: false,
    has_two_factor: false,
    created_at: expect.any(String),
  });
  const body = { name: "Benjamin", timezone: "Europe/Berlin" };
  expect((await ben.ask("PATCH", "auth/account", { body })).body).toMatchObject(body);
  expect((await ben.ask("GET", "whoami")).body.user.name).toBe("Benjamin");
  for (const refused of [
    { timezone: "Mars/Olympus" },
    { is_instance_admin: true },
    { email: "x@example.org" },
  ])
    expect((await ben.ask("PATCH", "auth/account", { body: refused })).status).toBe(422);
});

describe("deleting an account", () => {
  test("K44: leaves nothing of the person and nothing that opens it; what they did stays told", async () => {
    const carla = await addMember(server, anna, "Carla", "member");
    const bin = (await carla.ask("POST", "bins", { body: { name: "Carla's bin" } })).body;
    const gone = await remove(carla);
    expect(gone.body).toEqual({ id: carla.user_id, deleted_at: new Date(nowMs).toISOString() });
    expect(String(gone.headers["set-cookie"])).toContain("Max-Age=0");
    expect((await carla.ask("GET", "auth/account")).body.code).toBe("session_expired");
    const signIn = (email: string, password: string) =>
      server.ask("POST", "auth/sign-in", { body: { email, password } });
    expect((await signIn(carla.email, TEST_PASSWORD)).body.code).toBe("sign_in_failed");
    const [row] = await server.database.db.select().from(users).where(eq(users.id, carla.user_id));
    expect(JSON.stringify(row).toLowerCase()).not.toContain("carla");
    expect(row).toMatchObject({ name: "Deleted user", totp_sealed: null, recovery_code_macs: [] });
    expect((await signIn(row?.email ?? "", TEST_PASSWORD)).body.code).toBe("sign_in_failed");
    expect((await anna.ask("GET", `bins/${bin.id}`)).status).toBe(200);
    expect((await anna.ask("GET", `users/${carla.user_id}`)).status).toBe(404);
    const { data } = (await anna.ask("GET", `events?subject_id=${carla.user_id}&type=member.removed`)).body;
    expect(data[0].data).toMatchObject({ reason: "account deleted" });
    expect((await server.signUp("Carla")).user_id).not.toBe(carla.user_id);
  });

  test("K44: ends the organizations that nobody else belongs to", async () => {
    const dan = await server.signUp("Dan");
    await dan.ask("POST", "organizations", { body: { name: "Dan's second" } });
    await dan.ask("POST", "bins", { body: { name: "Dan's bin" } });
    expect((await remove(dan)).status).toBe(200);
    const left = await server.database.sql`select 1 from organizations where name like 'Dan%'`;
    expect(left).toHaveLength(0);
  });

  test("is refused to the last owner among others, and nothing changes", async () => {
    const eva = await server.signUp("Eva");
    const alone = (await eva.ask("POST", "organizations", { body: { name: "Eva alone" } })).body;
    const mate = await addMember(server, eva, "Eva's mate", "admin");
    const refused = await remove(eva);
    expect([refused.status, refused.body.code]).toEqual([409, "conflict"]);
    expect((await eva.ask("GET", `organizations/${alone.id}`)).status).toBe(200);
    await eva.ask("PATCH", `users/${mate.user_id}`, { body: { role: "owner" } });
    const both = await Promise.all([remove(eva), remove(mate)]);
    const answers = both.map(({ status }) => status).sort();
    // The second one is alone when the first has gone, so both may go; nobody is left in an organization without an owner.
    expect(answers).toEqual([200, 200]);
    expect(
      await server.database.sql`select 1 from organizations where id = ${eva.organization_id}`,
    ).toHaveLength(0);
  });

  test("K62: needs a recent sign-in", async () => {
    const fay = await server.signUp("Fay");
    nowMs += 16 * 60_000;
    expect((await remove(fay)).body.code).toBe("recent_sign_in_required");
  });

  test("the instance's admin goes last, and then the instance is new", async () => {
    const own = await startTestServer({ config: { registration: "first" } });
    const owner = await own.signUp("Owner");
    const member = await addMember(own, owner, "Member", "admin");
    await owner.ask("PATCH", `users/${member.user_id}`, { body: { role: "owner" } });
    expect((await remove(owner)).body.code).toBe("conflict");
    expect((await remove(member)).status).toBe(200);
    expect((await remove(owner)).status).toBe(200);
    expect((await own.ask("GET", "auth/session")).body).toMatchObject({
      is_first_run: true,
      can_sign_up: true,
    });
    const next = await own.signUp("Next");
    expect((await next.ask("GET", "auth/account")).body.is_instance_admin).toBe(true);
    await own.close();
  });
});
