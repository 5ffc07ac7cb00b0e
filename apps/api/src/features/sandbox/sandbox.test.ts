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
    for (const noun of ["locations", "bins", "items"]) {
      const page = (await testing.ask("GET", `${noun}?include_total=true`)).body;
      expect([noun, page.total]).toEqual([noun, body[noun]]);
      expect(body[noun]).toBeGreaterThan(4);
    }
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
