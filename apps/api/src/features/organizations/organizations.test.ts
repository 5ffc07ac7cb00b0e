import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person; // the first to sign up, so the instance's admin
let nowMs = Date.now();
beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs });
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

const update = (by: Pick<Person, "ask">, id: string, body: object, headers = {}) =>
  by.ask("PATCH", `organizations/${id}`, { body, headers });
const inside = (id: string) => ({ headers: { "x-organization-id": id } });

describe("an organization", () => {
  test("is made with both environments and its maker as owner", async () => {
    const ben = await server.signUp("Ben");
    const made = await ben.ask("POST", "organizations", {
      body: { name: "Ben's Wärkstatt", slug: "Bens-Shop" },
    });
    expect(made.status).toBe(201);
    expect(made.headers.location).toBe(`/api/v1/organizations/${made.body.id}`);
    expect(made.body).toMatchObject({
      name: "Ben's Wärkstatt",
      slug: "bens-shop",
      role: "owner",
      version: 1,
    });
    expect(made.body.settings).toEqual({
      api_key_makers: "members",
      api_key_days_max: null,
      event_retention_days: 365,
      request_retention_days: 30,
      test_webhook_hosts: [],
      trash_days: 30,
    });
    for (const environment of ["live", "test"]) {
      const headers = { "x-organization-id": made.body.id, "x-environment": environment };
      expect((await ben.ask("GET", "bins", { headers })).status).toBe(200);
    }
    expect(
      (await anna.ask("POST", "organizations", { body: { name: "Other", slug: "bens-shop" } })).body.code,
    ).toBe("conflict");
    const slugless = await ben.ask("POST", "organizations", { body: { name: "Ünser Läden!" } });
    expect(slugless.body.slug).toMatch(/^unser-laden-[0-9a-f]{6}$/);
  });

  test("is seen by its members alone, and by a key as its own", async () => {
    const carl = await server.signUp("Carl");
    const second = (await carl.ask("POST", "organizations", { body: { name: "A second" } })).body;
    const { data } = (await carl.ask("GET", "organizations")).body;
    expect(data.map((one: { name: string }) => one.name)).toEqual(["A second", "Carl's inventory"]);
    expect((await carl.ask("GET", `organizations/${second.id}`)).body).toEqual(data[0]);
    const key = await carl.key(["organizations:read"]);
    expect((await key.ask("GET", "organizations")).body.data.map((one: { id: string }) => one.id)).toEqual([
      carl.organization_id,
    ]);
    expect((await key.ask("GET", `organizations/${second.id}`)).status).toBe(404);
    expect((await anna.ask("GET", `organizations/${second.id}`)).status).toBe(404);
  });

  test("is where the session was switched to, and each request may name another", async () => {
    const dora = await server.signUp("Dora");
    const second = (await dora.ask("POST", "organizations", { body: { name: "Second" } })).body;
    const where = async (headers = {}) => (await dora.ask("GET", "whoami", { headers })).body.organization.id;
    expect(await where()).toBe(dora.organization_id);
    const body = { organization_id: second.id };
    const switched = await dora.ask("POST", "auth/session/organization", { body });
    expect(switched.body).toMatchObject({
      organization: { id: second.id, role: "owner" },
      environment: "live",
    });
    expect(switched.body.organizations).toHaveLength(2);
    expect(await where()).toBe(second.id);
    expect(await where({ "x-organization-id": dora.organization_id })).toBe(dora.organization_id);
    expect((await dora.ask("GET", "auth/session")).body.organization.id).toBe(second.id);
    const foreign = await dora.ask("POST", "auth/session/organization", {
      body: { organization_id: anna.organization_id },
    });
    expect([foreign.status, foreign.body.code]).toEqual([404, "not_found"]);
    expect(await where()).toBe(second.id);
  });

  test("a person owns 50 at the most, also when they come at once", async () => {
    const greedy = await server.signUp("Greedy");
    const answers = await Promise.all(
      Array.from({ length: 52 }, (_, at) =>
        greedy.ask("POST", "organizations", { body: { name: `No ${at}` } }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(49);
    expect(answers.find(({ status }) => status !== 201)?.body.code).toBe("limit_reached");
  });
});

describe("changing one", () => {
  test("merges settings, counts versions, and tells what changed", async () => {
    const ella = await server.signUp("Ella");
    const id = ella.organization_id;
    const first = await update(
      ella,
      id,
      { name: "Ella's", settings: { trash_days: 7 } },
      { "if-match": '"v1"' },
    );
    expect(first.body).toMatchObject({ name: "Ella's", version: 2, settings: { trash_days: 7 } });
    const second = await update(ella, id, { settings: { api_key_days_max: 90 } });
    expect(second.body.settings).toMatchObject({
      trash_days: 7,
      api_key_days_max: 90,
      event_retention_days: 365,
    });
    expect(
      (await update(ella, id, { settings: { api_key_days_max: null } })).body.settings.api_key_days_max,
    ).toBeNull();
    const stale = await update(ella, id, { name: "Late" }, { "if-match": '"v1"' });
    expect([stale.status, stale.body.current_version]).toEqual([412, 4]);
    const { data } = (await ella.ask("GET", "events?type=organization.updated")).body;
    expect(data).toHaveLength(3);
    expect(data.at(-1).changes.name).toEqual({ old: "Ella's inventory", new: "Ella's" });
    expect((await update(ella, id, { name: "Ella's" })).body.version).toBe(4);
  });

  test("asks for the role in that organization, not in the one of the request", async () => {
    const boss = await server.signUp("Boss");
    const viewer = await addMember(server, boss, "Looker", "viewer");
    const own = (await viewer.ask("POST", "organizations", { body: { name: "Own" } })).body;
    const headers = { "x-organization-id": own.id };
    const answer = await update(viewer, boss.organization_id, { name: "Taken over" }, headers);
    expect([answer.status, answer.body.code]).toEqual([403, "role_forbidden"]);
    expect((await viewer.ask("GET", `organizations/${boss.organization_id}`)).body.name).toBe(
      "Boss's inventory",
    );
  });

  test("plan and limit are for the instance's admin, signed in", async () => {
    const fred = await server.signUp("Fred");
    for (const body of [{ plan: "enterprise" }, { rate_limit: { per_minute: 9, per_hour: 99 } }])
      expect((await update(fred, fred.organization_id, body)).body.code).toBe("role_forbidden");
    const key = await anna.key(["organizations:write"]);
    expect((await update(key, anna.organization_id, { plan: "free" })).body.code).toBe("session_required");
    expect((await update(key, anna.organization_id, { name: "By key" })).status).toBe(200);
  });

  test("K50: a new plan or limit binds the keys from the next request on", async () => {
    const key = await anna.key(["bins:read"]);
    const limitNow = async () => (await key.ask("GET", "rate-limit")).body.limit;
    const set = (body: object) => update(anna, anna.organization_id, body);
    expect((await set({ plan: "free" })).body.rate_limit).toEqual({ per_minute: 100, per_hour: 1_000 });
    expect(await limitNow()).toBe(1_000);
    expect((await set({ rate_limit: { per_minute: 7, per_hour: 70 } })).body.code).toBe("validation_failed");
    await set({ plan: "enterprise", rate_limit: { per_minute: 700, per_hour: 7_000 } });
    expect(await limitNow()).toBe(7_000);
    expect((await set({ plan: "professional" })).body.rate_limit.per_hour).toBe(10_000);
    expect(await limitNow()).toBe(10_000);
  });

  test("K25: a test key changes nothing of it", async () => {
    const key = await anna.key(["admin:*"], { environment: "test" });
    expect((await update(key, anna.organization_id, { name: "Tried" })).body.code).toBe(
      "environment_mismatch",
    );
  });
});

describe("ending one", () => {
  test("K44: takes all that it holds, and nothing of others", async () => {
    const gil = await server.signUp("Gil");
    const mate = await addMember(server, gil, "Mate", "admin");
    const id = gil.organization_id;
    const place = (await gil.ask("POST", "locations", { body: { name: "Shed" } })).body;
    await gil.ask("POST", "locations", { body: { name: "Shelf", parent_id: place.id } });
    const bin = (await gil.ask("POST", "bins", { body: { name: "Box", location_id: place.id } })).body;
    const named = { headers: { "idempotency-key": "gil-1" } };
    await gil.ask("POST", "items", { body: { name: "Nail", bin_id: bin.id }, ...named });
    const key = await gil.key(["admin:*"]);
    const byKey = await key.ask("POST", "items", { body: { name: "Screw" }, ...named });
    const { sql } = server.database;
    await sql`with home as (select workspace_id as ws, created_at as at from items where id = ${byKey.body.id}),
      project as (insert into projects (id, workspace_id, name, status, created_at, updated_at)
        select 'proj_gil', ws, 'Shed', 'active', at, at from home),
      task as (insert into tasks (id, workspace_id, title, status, priority, source, project_id, created_at, updated_at)
        select 'task_gil', ws, 'Do', 'open', 'normal', 'user', 'proj_gil', at, at from home),
      import as (insert into imports (id, workspace_id, status, format, created_at, updated_at)
        select 'imp_gil', ws, 'running', 'csv', at, at from home)
      insert into reservations (id, workspace_id, project_id, item_id, quantity, created_at, updated_at)
        select 'rsv_gil', ws, 'proj_gil', ${byKey.body.id}, 1, at, at from home`;
    const answers = () => sql`select 1 from idempotency_keys where key = 'gil-1'`;
    expect(await answers()).toHaveLength(2);
    await key.ask("GET", "bins");
    await server.deps.meter.flush();
    await gil.ask("POST", "users", { body: {} });
    const kept = (await anna.ask("POST", "bins", { body: { name: "Kept" } })).body;
    const gone = await gil.ask("DELETE", `organizations/${id}`);
    expect(gone.body).toEqual({ id, deleted_at: new Date(nowMs).toISOString() });
    for (const { table_name, column_name } of await server.database.sql`
      select table_name, column_name from information_schema.columns
      where table_schema = 'public' and column_name in ('organization_id', 'workspace_id')`) {
      const isOrganization = column_name === "organization_id";
      const left = isOrganization
        ? await sql`select 1 from ${sql(table_name)} where organization_id = ${id}`
        : await sql`select 1 from ${sql(table_name)} where workspace_id not in (select id from workspaces)`;
      expect([table_name, left.length]).toEqual([table_name, 0]);
    }
    expect(await answers()).toEqual([]);
    expect((await anna.ask("GET", `bins/${kept.id}`)).status).toBe(200);
    for (const person of [gil, mate]) {
      expect((await person.ask("GET", "bins")).body.code).toBe("role_forbidden");
      expect((await person.ask("GET", `organizations/${id}`, inside(id))).status).toBe(404);
    }
    expect((await gil.ask("DELETE", `organizations/${id}`)).status).toBe(404);
  });

  test("K62: is for its owners, with a recent sign-in", async () => {
    const hugo = await server.signUp("Hugo");
    const admin = await addMember(server, hugo, "Hugo's admin", "admin");
    const end = (by: Person) => by.ask("DELETE", `organizations/${hugo.organization_id}`);
    expect((await end(admin)).body.code).toBe("role_forbidden");
    expect((await end(anna)).status).toBe(404);
    nowMs += 16 * 60_000;
    expect((await end(hugo)).body.code).toBe("recent_sign_in_required");
    expect((await hugo.ask("GET", "bins")).status).toBe(200);
  });

  test("while others are writing into it, it ends whole", async () => {
    const ida = await server.signUp("Ida");
    const { id } = (await ida.ask("POST", "organizations", { body: { name: "Busy" } })).body;
    const item = (await ida.ask("POST", "items", { body: { name: "Counted" }, ...inside(id) })).body;
    const writes = Array.from({ length: 24 }, (_, at) =>
      at % 2
        ? ida.ask("POST", "items", { body: { name: `Item ${at}` }, ...inside(id) })
        : ida.ask("POST", `items/${item.id}/adjust`, { body: { delta: 1 }, ...inside(id) }),
    );
    const [ended] = await Promise.all([ida.ask("DELETE", `organizations/${id}`), ...writes]);
    expect(ended.status, ended.text).toBe(200);
    const left = await server.database
      .sql`select 1 from items where workspace_id not in (select id from workspaces)`;
    expect(left).toHaveLength(0);
  });
});

describe("a person in no organization", () => {
  test("signs in, sees to their own affairs, and makes or joins one", async () => {
    const jo = await server.signUp("Jo");
    await jo.ask("DELETE", `organizations/${jo.organization_id}`);
    const signedIn = await server.ask("POST", "auth/sign-in", {
      body: { email: jo.email, password: "correct horse battery staple" },
    });
    expect(signedIn.body).toMatchObject({
      user: { name: "Jo" },
      organization: null,
      environment: null,
      organizations: [],
    });
    for (const path of ["auth/account", "auth/sessions", "auth/two-factor"])
      expect([path, (await jo.ask("GET", path)).status]).toEqual([path, 200]);
    for (const path of ["bins", "whoami", "users", "api-keys", "organizations"])
      expect([path, (await jo.ask("GET", path)).body.code]).toEqual([path, "role_forbidden"]);
    const viaTrpc = await server.ask("GET", "/trpc/account.get,bins.list?batch=1", { cookie: jo.cookie });
    expect(viaTrpc.status).toBe(207);
    expect(viaTrpc.body[0].result.data.name).toBe("Jo");
    expect(viaTrpc.body[1].error.data.problem.code).toBe("role_forbidden");
    const { url } = (await anna.ask("POST", "users", { body: {} })).body;
    const token = new URL(url).hash.replace("#token=", "");
    expect((await jo.ask("POST", "invitations/accept", { body: { token } })).status).toBe(200);
    expect((await jo.ask("GET", "whoami")).body.organization.id).toBe(anna.organization_id);
    await jo.ask("POST", `organizations/${anna.organization_id}/leave`);
    const made = await jo.ask("POST", "organizations", { body: { name: "Anew" } });
    expect(made.status).toBe(201);
    expect((await jo.ask("GET", "whoami")).body).toMatchObject({
      organization: { name: "Anew" },
      role: "owner",
    });
  });

  test("a header that names somebody else's organization keeps nobody from their own affairs", async () => {
    const kim = await server.signUp("Kim");
    expect((await kim.ask("GET", "auth/account", inside(anna.organization_id))).status).toBe(200);
    expect((await kim.ask("GET", "bins", inside(anna.organization_id))).status).toBe(404);
  });
});
