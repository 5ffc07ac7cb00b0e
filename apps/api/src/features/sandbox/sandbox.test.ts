import { items } from "@stowage/db/schema/inventory";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Person, startTestServer, type TestKey, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;
let live: TestKey;
let testing: TestKey;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  live = await anna.key(["admin:*"]);
  testing = await anna.key(["admin:*"], { environment: "test" });
});
afterAll(() => server.close());
beforeEach(async () => {
  expect((await testing.ask("POST", "sandbox/reset")).status).toBe(200);
});

const itemsOf = async (key: TestKey) => (await key.ask("GET", "items?limit=200")).body.data;

describe("K25: POST /sandbox/reset", () => {
  test("fills the test workspace with what it says", async () => {
    const { body } = await testing.ask("POST", "sandbox/reset");
    for (const noun of ["locations", "bins", "items", "tasks", "projects"]) {
      const page = (await testing.ask("GET", `${noun}?include_total=true`)).body;
      expect([noun, page.total]).toEqual([noun, body[noun]]);
      expect(body[noun]).toBeGreaterThan(noun === "projects" ? 1 : 4);
    }
  });

  test("its active project holds what it needs, and lacks something; tasks say what they are about", async () => {
    const { data } = (await testing.ask("GET", "projects?status=active&include=stock")).body;
    expect(data[0].stock).toMatchObject({ items: 3, open: 3, short: 1 });
    const picks = (await testing.ask("GET", `projects/${data[0].id}/items`)).body.data;
    for (const { quantity, consumed, item } of picks) expect(item.reserved).toBe(quantity - consumed);
    const [overdue] = (await testing.ask("GET", "tasks?sort=due_on&limit=1")).body.data;
    const about = await testing.ask("GET", `items/${overdue.subject_id}`);
    expect([overdue.title, about.body.name]).toEqual(["Replace the burn gel", "Burn gel"]);
  });

  test("takes away all that was there, the trash too, and gives every item its name in scripts again", async () => {
    const before = await itemsOf(testing);
    const made = await testing.ask("POST", "items", { body: { name: "Stray", external_id: "stray" } });
    await testing.ask("DELETE", `items/${before[0].id}`);
    await testing.ask("POST", "sandbox/reset");
    const after = await itemsOf(testing);
    const named = (rows: { external_id: string }[]) => rows.map(({ external_id }) => external_id).sort();
    expect(named(after)).toEqual(named(before));
    expect((await testing.ask("GET", `items/${made.body.id}`)).status).toBe(404);
    const rows = await server.database.db.select().from(items).where(eq(items.external_id, "stray"));
    expect(rows).toEqual([]);
  });

  test("takes away projects, tasks, reservations and imports too, and forgets what it answered to the same request", async () => {
    const named = { headers: { "idempotency-key": "same" } };
    const make = (key: TestKey) => key.ask("POST", "items", { body: { name: "Named" }, ...named });
    const [first, kept] = [await make(testing), await make(live)];
    const { sql } = server.database;
    await sql`with home as (select workspace_id as ws, created_at as at from items where id = ${first.body.id}),
      project as (insert into projects (id, workspace_id, name, status, created_at, updated_at)
        select 'proj_stray', ws, 'Stray', 'active', at, at from home),
      task as (insert into tasks (id, workspace_id, title, status, priority, source, project_id, created_at, updated_at)
        select 'task_stray', ws, 'Stray', 'open', 'normal', 'user', 'proj_stray', at, at from home),
      import as (insert into imports (id, workspace_id, status, format, created_at, updated_at)
        select 'imp_stray', ws, 'running', 'csv', at, at from home)
      insert into reservations (id, workspace_id, project_id, item_id, quantity, created_at, updated_at)
        select 'rsv_stray', ws, 'proj_stray', ${first.body.id}, 1, at, at from home`;
    expect((await testing.ask("POST", "sandbox/reset")).status).toBe(200);
    for (const table of ["projects", "tasks", "imports", "reservations"])
      expect([table, ...(await sql`select 1 from ${sql(table)} where id like '%_stray'`)]).toEqual([table]);
    const again = await make(testing);
    expect([again.status, again.body.id === first.body.id]).toEqual([201, false]);
    expect((await make(live)).body.id).toBe(kept.body.id);
  });

  test("touches nothing live, and costs nothing of the live budget", async () => {
    const kept = await live.ask("POST", "items", { body: { name: "A real thing" } });
    const budget = (await live.ask("GET", "rate-limit")).body.remaining;
    await testing.ask("POST", "sandbox/reset");
    await anna.ask("POST", "sandbox/reset");
    expect((await live.ask("GET", "rate-limit")).body.remaining).toBe(budget);
    expect((await live.ask("GET", `items/${kept.body.id}`)).status).toBe(200);
    await live.ask("DELETE", `items/${kept.body.id}`);
  });

  test("is one event in the test workspace, with who did it", async () => {
    await anna.ask("POST", "sandbox/reset");
    const [event] = (await testing.ask("GET", "events?limit=1")).body.data;
    expect(event).toMatchObject({ type: "sandbox.reset", actor_name: "Anna", auth_method: "session" });
    expect((await live.ask("GET", "events?type=sandbox.*")).body.data).toEqual([]);
  });

  test("is refused to a live key, and to a key without items:delete", async () => {
    expect((await live.ask("POST", "sandbox/reset")).body.code).toBe("environment_mismatch");
    const reader = await anna.key(["items:read"], { environment: "test" });
    expect((await reader.ask("POST", "sandbox/reset")).body.code).toBe("insufficient_scope");
  });

  test("many at once, beside writers, leave exactly the sample data and never a half of it", async () => {
    const wanted = (await itemsOf(testing)).length;
    const [bin] = (await testing.ask("GET", "bins?limit=1")).body.data;
    const answers = await Promise.all([
      ...Array.from({ length: 8 }, () => testing.ask("POST", "sandbox/reset")),
      ...Array.from({ length: 16 }, () =>
        testing.ask("POST", "items", { body: { name: "Meanwhile", bin_id: bin.id } }),
      ),
    ]);
    for (const { status, text } of answers) expect([200, 201, 404], text).toContain(status);
    expect((await itemsOf(testing)).length).toBe(wanted);
  });
});

describe("K25: an id of the other environment", () => {
  test("says so, by key and in the browser, on REST and tRPC", async () => {
    const bin = (await live.ask("POST", "bins", { body: { name: "Real" } })).body;
    for (const ref of [bin.id, bin.code]) {
      const viaRest = await testing.ask("GET", `bins/${ref}`);
      expect([viaRest.status, viaRest.body.code]).toEqual([404, "environment_mismatch"]);
      const input = encodeURIComponent(JSON.stringify({ id: ref }));
      const viaTrpc = await testing.ask("GET", `/trpc/bins.get?input=${input}`);
      expect(viaTrpc.body.error.data.problem.code).toBe("environment_mismatch");
    }
    const browser = await anna.ask("GET", `bins/${bin.id}`, { headers: { "x-environment": "test" } });
    expect(browser.body).toMatchObject({ code: "environment_mismatch", status: 404 });
    expect(browser.body.detail).toContain("Switch to live data");
  });

  test("is simply not found for strangers, and for what is in neither", async () => {
    const [item] = await itemsOf(testing);
    const stranger = await server.signUp("Stranger");
    expect((await stranger.ask("GET", `items/${item.id}`)).body.code).toBe("not_found");
    expect((await testing.ask("GET", "items/item_nothing")).body.code).toBe("not_found");
  });
});
