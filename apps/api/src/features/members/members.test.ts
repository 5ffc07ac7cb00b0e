import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;
beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

const change = (by: Pick<Person, "ask">, of: Pick<Person, "user_id">, body: object) =>
  by.ask("PATCH", `users/${of.user_id}`, { body });
const remove = (by: Pick<Person, "ask">, of: Pick<Person, "user_id">) =>
  by.ask("DELETE", `users/${of.user_id}`);

async function organizationWith(name: string, roles: ("admin" | "member" | "viewer")[]) {
  const owner = await server.signUp(`${name} owner`);
  const members: Person[] = [];
  for (const role of roles)
    members.push(await addMember(server, owner, `${name} ${role} ${members.length}`, role));
  return { owner, members };
}
const ownersOf = async (person: Person) =>
  (await person.ask("GET", "users?role=owner")).body.data.filter(
    (one: { is_active: boolean }) => one.is_active,
  ).length;

describe("the members", () => {
  test("are those of the organization alone, by name, with what an admin asks about them", async () => {
    const { owner, members } = await organizationWith("Listed", ["viewer", "admin"]);
    const [viewer, admin] = members;
    await admin?.key(["bins:read"]);
    const ended = await admin?.key(["bins:read"]);
    await admin?.ask("DELETE", `api-keys/${ended?.id}`);
    const { data } = (await owner.ask("GET", "users")).body;
    expect(data.map((one: { role: string }) => one.role)).toEqual(["admin", "owner", "viewer"]);
    expect(data[0]).toEqual({
      id: admin?.user_id,
      name: "Listed admin 1",
      email: "listed.admin.1@example.org",
      role: "admin",
      is_active: true,
      has_two_factor: false,
      joined_at: expect.stringMatching(/^\d{4}-.*Z$/),
      api_keys: 1,
    });
    expect((await owner.ask("GET", `users/${admin?.user_id}`)).body).toEqual(data[0]);
    const page = (await owner.ask("GET", "users?limit=2")).body;
    const rest = (await owner.ask("GET", `users?limit=2&cursor=${page.next_cursor}`)).body;
    expect([...page.data, ...rest.data].map((one: { id: string }) => one.id)).toEqual(
      data.map((one: { id: string }) => one.id),
    );
    expect((await owner.ask("GET", "users?role=viewer")).body.data[0].id).toBe(viewer?.user_id);
    expect((await owner.ask("GET", "users?q=ADMIN.1")).body.data).toHaveLength(1);
    expect((await owner.ask("GET", "users?q=listed&include_total=true")).body.total).toBe(3);
  });

  test("of another organization do not exist here", async () => {
    const stranger = await server.signUp("Stranger");
    for (const answer of [
      await anna.ask("GET", `users/${stranger.user_id}`),
      await change(anna, stranger, { role: "viewer" }),
      await change(anna, stranger, { active: false }),
      await remove(anna, stranger),
    ])
      expect([answer.status, answer.body.code]).toEqual([404, "not_found"]);
    expect((await stranger.ask("GET", "whoami")).body.role).toBe("owner");
  });
});

describe("K14: nobody raises themselves or reaches above themselves", () => {
  test.each([
    ["a viewer", "viewer", "viewer", { role: "owner" }, 403],
    ["a member", "member", "member", { role: "admin" }, 403],
    ["a member", "member", "viewer", { role: "member" }, 403],
    ["an admin", "admin", "admin", { role: "owner" }, 403],
    ["an admin", "admin", "owner", { role: "member" }, 403],
    ["an admin", "admin", "owner", { active: false }, 403],
    ["an admin", "admin", "viewer", { role: "owner" }, 403],
    ["an admin", "admin", "viewer", { role: "admin" }, 200],
    ["an owner", "owner", "viewer", { role: "owner" }, 200],
  ] as const)("%s (%s) changing a(n) %s by %o: %i", async (_who, by, of, body, status) => {
    const name = `Reach ${by} ${of} ${Object.values(body)[0]}`;
    const { owner, members } = await organizationWith(name, ["admin", "member", "viewer"]);
    const [admin, member, viewer] = members;
    const people = { owner, admin, member, viewer };
    const actor = people[by];
    const target = people[of];
    if (!actor || !target) throw new Error("all four are there");
    const answer = await change(actor, target, body);
    expect(answer.status, answer.text).toBe(status);
    if (status === 403) expect(answer.body.code).toBe("role_forbidden");
    const now = (await owner.ask("GET", `users/${target.user_id}`)).body;
    expect(now).toMatchObject(
      status === 200 ? { role: "role" in body ? body.role : of } : { role: of, is_active: true },
    );
  });

  test("an admin does not remove an owner, and a member nobody", async () => {
    const { owner, members } = await organizationWith("Removing", ["admin", "member"]);
    const [admin, member] = members;
    if (!admin || !member) throw new Error("both are there");
    expect((await remove(admin, owner)).body.code).toBe("role_forbidden");
    expect((await remove(member, admin)).body.code).toBe("role_forbidden");
    expect((await remove(admin, member)).status).toBe(200);
  });

  test("a key takes rights away, and gives none, to its own subject or to others", async () => {
    const { owner, members } = await organizationWith("By key", ["admin", "viewer", "member"]);
    const [admin, viewer, member] = members;
    if (!admin || !viewer || !member) throw new Error("all are there");
    const key = await owner.key(["users:write", "users:read"]);
    for (const [target, body] of [
      [viewer, { role: "member" }],
      [admin, { role: "owner" }],
    ] as const) {
      const answer = await change(key, target, body);
      expect([answer.status, answer.body.code]).toEqual([403, "session_required"]);
    }
    expect((await change(key, admin, { role: "member" })).body.role).toBe("member");
    expect((await change(key, viewer, { active: false })).body.is_active).toBe(false);
    expect((await change(key, viewer, { active: true })).body.code).toBe("session_required");
    expect((await remove(key, member)).status).toBe(200);
    const adminsKey = await (await addMember(server, owner, "By key second", "admin")).key(["users:write"]);
    expect((await change(adminsKey, owner, { role: "viewer" })).body.code).toBe("role_forbidden");
  });

  test("K25: a test key changes no member", async () => {
    const { owner, members } = await organizationWith("Trying", ["member"]);
    const [member] = members;
    if (!member) throw new Error("there is one");
    const key = await owner.key(["admin:*"], { environment: "test" });
    expect((await change(key, member, { role: "viewer" })).body.code).toBe("environment_mismatch");
    expect((await remove(key, member)).body.code).toBe("environment_mismatch");
    expect((await owner.ask("GET", `users/${member.user_id}`)).body.role).toBe("member");
  });
});

describe("an organization keeps an owner", () => {
  test("the last one is neither demoted, suspended nor removed, and does not leave", async () => {
    const { owner, members } = await organizationWith("Last", ["admin"]);
    const [admin] = members;
    if (!admin) throw new Error("there is one");
    for (const answer of [
      await change(owner, owner, { role: "admin" }),
      await change(owner, owner, { active: false }),
      await remove(owner, owner),
      await owner.ask("POST", `organizations/${owner.organization_id}/leave`),
    ])
      expect([answer.status, answer.body.code]).toEqual([409, "conflict"]);
    await change(owner, admin, { role: "owner" });
    await change(owner, admin, { active: false });
    expect((await change(owner, owner, { role: "admin" })).body.code).toBe("conflict");
    await change(owner, admin, { active: true });
    expect((await change(owner, owner, { role: "admin" })).body.role).toBe("admin");
  });

  test.each([
    ["demote each other", (one: Person, other: Person) => change(one, other, { role: "member" })],
    ["suspend each other", (one: Person, other: Person) => change(one, other, { active: false })],
    ["remove each other", (one: Person, other: Person) => remove(one, other)],
    ["demote themselves", (one: Person) => change(one, one, { role: "member" })],
    ["leave", (one: Person) => one.ask("POST", `organizations/${one.organization_id}/leave`)],
  ])("two owners who %s at the same time do not both succeed", async (word, act) => {
    for (let round = 0; round < 4; round++) {
      const { owner, members } = await organizationWith(`Two ${word} ${round}`, ["admin", "viewer"]);
      const [second, viewer] = members;
      if (!second || !viewer) throw new Error("both are there");
      await change(owner, second, { role: "owner" });
      const answers = await Promise.all([act(owner, second), act(second, owner)]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(await ownersOf(viewer)).toBe(1);
    }
  });
});

describe("a change of a member", () => {
  test("is told with what was and is, and one that changes nothing is not told", async () => {
    const { owner, members } = await organizationWith("Told", ["member"]);
    const [member] = members;
    if (!member) throw new Error("there is one");
    await change(owner, member, { role: "viewer" });
    await change(owner, member, { role: "viewer" });
    const { data } = (await owner.ask("GET", "events?type=member.updated")).body;
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      subject_id: member.user_id,
      actor_user_id: owner.user_id,
      changes: { role: { old: "member", new: "viewer" } },
    });
  });

  test("reaches the member's session at the next request: their cookie opens nothing here while they are suspended", async () => {
    const { owner, members } = await organizationWith("Cookie", ["admin"]);
    const [admin] = members;
    if (!admin) throw new Error("there is one");
    expect((await admin.ask("GET", "bins")).status).toBe(200);
    await change(owner, admin, { active: false });
    const headers = { "x-organization-id": owner.organization_id };
    for (const answer of [
      await admin.ask("GET", "bins"),
      await admin.ask("GET", "users"),
      await admin.ask("PATCH", `users/${admin.user_id}`, { body: { active: true } }),
    ])
      expect([answer.status, answer.body.code]).toEqual([403, "role_forbidden"]);
    expect((await admin.ask("GET", "bins", { headers })).status).toBe(404);
    const switched = await admin.ask("POST", "auth/session/organization", {
      body: { organization_id: owner.organization_id },
    });
    expect(switched.status).toBe(404);
    expect((await admin.ask("GET", "auth/session")).body).toMatchObject({
      organization: null,
      organizations: [],
    });
    await change(owner, admin, { active: true });
    expect((await admin.ask("GET", "bins")).status).toBe(200);
  });

  test("who is suspended does not come back by another invitation", async () => {
    const { owner, members } = await organizationWith("Back door", ["member"]);
    const [member] = members;
    if (!member) throw new Error("there is one");
    await change(owner, member, { active: false });
    const { url } = (await owner.ask("POST", "users", { body: { role: "admin" } })).body;
    const token = new URL(url).hash.replace("#token=", "");
    expect((await member.ask("POST", "invitations/accept", { body: { token } })).body.code).toBe("conflict");
    expect((await member.ask("GET", "bins")).status).toBe(403);
  });
});
