import { deliveries, triggers } from "@stowage/db/schema/triggers";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";
import { allTold } from "../testing/told.ts";

const START = Date.parse("2026-05-01T08:00:00.000Z");

let now = START;
let server: TestServer;
/** A second server on the same database. */
let second: TestServer;
let anna: Person;
let people = 0;

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
  second = await startTestServer({ now: () => now, database: server.database });
});
beforeEach(async () => {
  now = START;
  people++;
  anna = await server.signUp(`Anna ${people}`);
});
afterAll(async () => {
  await second.close();
  await server.close();
});

/** Nothing listens there: deliveries are made, and fail. */
const NOWHERE = { type: "webhook", url: "http://127.0.0.1:9/hook" };

async function trigger(body: object, ask: Person["ask"] = anna.ask): Promise<string> {
  const made = await ask("POST", "triggers", { body: { name: "Rule", actions: [NOWHERE], ...body } });
  expect(made.status, made.text).toBe(201);
  return made.body.id;
}

async function make(path: string, body: object, ask: Person["ask"] = anna.ask) {
  const made = await ask("POST", path, { body });
  expect(made.status, made.text).toBeLessThan(300);
  return made.body;
}

/** What a trigger left to deliver, in the order of the events. */
async function firedFor(trigger_id: string) {
  await allTold(server);
  return server.database.db
    .select()
    .from(deliveries)
    .where(eq(deliveries.trigger_id, trigger_id))
    .orderBy(deliveries.event_seq, deliveries.id);
}
const namesOf = (rows: { subject_name: string }[]) => rows.map(({ subject_name }) => subject_name);

test("a trigger fires once for each event that it listens to and whose conditions hold, in their order", async () => {
  const id = await trigger({
    event_types: ["item.low_stock"],
    conditions: [{ field: "tags", op: "contains", value: "pantry" }],
  });
  const stock = { quantity: 5, min_quantity: 2 };
  const flour = await make("items", { name: "Flour", tags: ["pantry"], ...stock });
  const nails = await make("items", { name: "Nails", tags: ["workshop"], ...stock });
  const salt = await make("items", { name: "Salt", tags: ["Pantry"], ...stock });
  for (const { id } of [flour, nails, salt]) await make(`items/${id}/adjust`, { delta: -3 });
  await make(`items/${flour.id}/adjust`, { delta: -1 }); // it is low already
  await make(`items/${flour.id}/adjust`, { delta: 5 });
  await make(`items/${flour.id}/adjust`, { delta: -5 }); // and again
  const fired = await firedFor(id);
  expect(namesOf(fired)).toEqual(["Flour", "Salt", "Flour"]);
  const body = JSON.parse(fired[0]?.request_body ?? "");
  expect(body).toMatchObject({
    type: "item.low_stock",
    data: {
      event: { subject_id: flour.id, data: { quantity: 2, missing: 0 }, trigger_depth: 0 },
      subject: { name: "Flour", quantity: 2, is_low: true, tags: ["pantry"] },
      trigger: { id, name: "Rule" },
      environment: "live",
      passed_over: 0,
      test: false,
    },
  });
  expect(body.data.event).not.toHaveProperty("ip");
});

test("what fails and is rolled back is told to nobody, and what a bulk does is told event by event", async () => {
  const id = await trigger({ event_types: ["item.created"] });
  const operations = [
    { op: "create", data: { name: "One" } },
    { op: "delete", id: "item_nowhere" },
  ];
  expect((await anna.ask("POST", "items/bulk", { body: { atomic: true, operations } })).status).toBe(404);
  await make("items/bulk", {
    atomic: false,
    operations: [...operations, { op: "create", data: { name: "Two" } }],
  });
  expect(namesOf(await firedFor(id))).toEqual(["One", "Two"]);
});

test("each action has a delivery of its own, and each trigger hears alone of its own workspace", async () => {
  const testKey = await anna.key(undefined, { environment: "test" });
  const bert = await server.signUp(`Bert ${people}`);
  const [live, inTest, others] = await Promise.all([
    trigger({ event_types: ["*"], actions: [NOWHERE, { type: "create_task", title_template: "See to it" }] }),
    trigger({ event_types: ["item.*"] }, testKey.ask),
    trigger({ event_types: ["item.*"] }, bert.ask),
  ]);
  await make("items", { name: "Live" });
  await make("items", { name: "Test" }, testKey.ask);
  expect(
    (await firedFor(live))
      .filter(({ event_type }) => event_type === "item.created")
      .map(({ type }) => type)
      .sort(),
  ).toEqual(["create_task", "webhook"]);
  expect(namesOf(await firedFor(inTest))).toEqual(["Test"]);
  expect(await firedFor(others)).toEqual([]);
});

test("a trigger hears of nothing from before it was made or turned on, nor while it is off", async () => {
  await make("items", { name: "Before" });
  const id = await trigger({ event_types: ["item.created"] });
  await make("items", { name: "On" });
  await allTold(server);
  await anna.ask("PATCH", `triggers/${id}`, { body: { enabled: false } });
  await make("items", { name: "Off" });
  await anna.ask("PATCH", `triggers/${id}`, { body: { enabled: true } });
  await make("items", { name: "On again" });
  expect(namesOf(await firedFor(id))).toEqual(["On", "On again"]);
});

test("while it rests a trigger counts what it lets pass, and says so when it fires again", async () => {
  const id = await trigger({ event_types: ["item.created"], throttle_seconds: 60 });
  for (const name of ["One", "Two", "Three"]) await make("items", { name });
  await allTold(server);
  now += 60_000;
  await make("items", { name: "Four" });
  const fired = await firedFor(id);
  expect(fired.map(({ request_body }) => JSON.parse(request_body ?? "").data.passed_over)).toEqual([0, 2]);
  expect(namesOf(fired)).toEqual(["One", "Four"]);
  const [row] = await server.database.db.select().from(triggers).where(eq(triggers.id, id));
  expect(row).toMatchObject({ fired_count: 2, passed_over: 0 });
});

test("two servers and many writers at once fire once for each event", async () => {
  const id = await trigger({ event_types: ["item.quantity_changed"] });
  const item = await make("items", { name: "Counter", quantity: 0 });
  const key = await anna.key(["items:write"]);
  await Promise.all(
    Array.from({ length: 40 }, (_, turn) =>
      (turn % 2 ? server : second).ask("POST", `items/${item.id}/adjust`, {
        key: key.key,
        body: { delta: 1 },
      }),
    ),
  );
  const fired = await firedFor(id);
  const seqs = fired.map(({ event_seq }) => event_seq);
  expect([seqs.length, new Set(seqs).size]).toEqual([40, 40]);
  // Each tells what was there after its own event, not what there is by now.
  const told = fired.map(({ request_body }) => JSON.parse(request_body ?? "").data.subject.quantity);
  expect(told).toEqual(Array.from({ length: 40 }, (_, before) => before + 1));
});

test("more events than one job looks at are all told, once", async () => {
  const id = await trigger({
    event_types: ["item.created"],
    conditions: [{ field: "name", op: "contains", value: "9" }],
  });
  const csv = ["name", ...Array.from({ length: 1_200 }, (_, number) => `Part ${number}`)].join("\n");
  const imported = await anna.ask("POST", "import", { raw: csv, headers: { "content-type": "text/csv" } });
  expect(imported.status, imported.text).toBe(200);
  const expected = Array.from({ length: 1_200 }, (_, number) => `Part ${number}`).filter((name) =>
    name.includes("9"),
  );
  expect(namesOf(await firedFor(id)).sort()).toEqual(expected.sort());
});

test("what is gone for good is told as it was", async () => {
  const id = await trigger({
    event_types: ["location.deleted"],
    conditions: [{ field: "name", op: "eq", value: "Shed" }],
  });
  const shed = await make("locations", { name: "Shed", kind: "room" });
  await anna.ask("DELETE", `locations/${shed.id}`);
  const [fired] = await firedFor(id);
  expect(JSON.parse(fired?.request_body ?? "").data.subject).toMatchObject({
    id: shed.id,
    name: "Shed",
    kind: "room",
  });
});
