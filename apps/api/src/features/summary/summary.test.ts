import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";

let now = Date.parse("2026-03-10T23:59:59Z");
let server: TestServer;
let anna: Person;
let shed = "";

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
  anna = await server.signUp("Anna");
  shed = await make("locations", { name: "Shed" });
  const shelf = await make("locations", { name: "Shelf", parent_id: shed });
  const house = await make("locations", { name: "House" });
  const box = await make("bins", { name: "Box", location_id: shelf });
  await make("bins", { name: "Loose" });
  await make("items", { name: "Milk", bin_id: box, quantity: 1.5, expires_on: "2026-03-09" });
  await make("items", {
    name: "Cheese",
    location_id: shed,
    quantity: 0,
    min_quantity: 2,
    expires_on: "2026-03-10",
  });
  await make("items", { name: "Rice", location_id: house, quantity: 10, expires_on: "2026-03-17" });
  const salt = await make("items", { name: "Salt", quantity: 2, min_quantity: 2, expires_on: "2026-03-18" });
  const gone = await make("items", { name: "Gone", quantity: 7, min_quantity: 9, expires_on: "2026-01-01" });
  await anna.ask("DELETE", `items/${gone}`);
  await make("tasks", { title: "Buy salt", due_on: "2026-03-09", subject_type: "item", subject_id: salt });
  await make("tasks", { title: "Tidy", due_on: "2026-03-10", subject_type: "location", subject_id: shed });
  const done = await make("tasks", { title: "Done", due_on: "2026-03-01" });
  await anna.ask("POST", `tasks/${done}/complete`);
});
afterAll(() => server.close());

async function make(noun: string, body: object): Promise<string> {
  const made = await anna.ask("POST", noun, { body });
  expect(made.status, made.text).toBe(201);
  return made.body.id;
}

const summaryOf = async (who: Pick<Person, "ask"> = anna) => {
  const answer = await who.ask("GET", "summary");
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
};

const WHOLE = {
  locations: 3,
  bins: 2,
  items: 4,
  quantity: 13.5,
  low_stock: 2,
  expiring_7d: 2,
  expired: 1,
  open_tasks: 2,
  overdue_tasks: 1,
};

test("the summary counts what is kept, on the day it is in UTC", async () => {
  const { revision, as_of, ...counts } = await summaryOf();
  expect(counts).toEqual(WHOLE);
  expect(as_of).toBe("2026-03-10T23:59:59.000Z");
  expect(revision).toBe((await anna.ask("GET", "events?limit=1")).body.data[0].seq);
});

test("at midnight in UTC what expired today has expired", async () => {
  now += 1_000;
  expect(await summaryOf()).toMatchObject({ expired: 2, expiring_7d: 2, overdue_tasks: 2 });
  now -= 1_000;
});

test("a bounded key counts what lies in its places, or in places below", async () => {
  const bound = await anna.key(["items:read"], { location_ids: [shed] });
  expect(await summaryOf(bound)).toMatchObject({
    locations: 2,
    bins: 1,
    items: 2,
    quantity: 1.5,
    low_stock: 1,
    expiring_7d: 1,
    expired: 1,
    open_tasks: 1,
    overdue_tasks: 0,
  });
});

test("another organization and the other environment count their own", async () => {
  const berta = await server.signUp("Berta");
  expect(await summaryOf(berta)).toMatchObject({
    items: 0,
    bins: 0,
    locations: 0,
    quantity: 0,
    open_tasks: 0,
  });
  const sandbox = await anna.key(["items:read"], { environment: "test" });
  expect((await summaryOf(sandbox)).quantity).not.toBe(WHOLE.quantity);
});

test("asking again while nothing has changed answers 304, and a change ends that", async () => {
  const etag = String((await anna.ask("GET", "summary")).headers.etag);
  const again = () => anna.ask("GET", "summary", { headers: { "if-none-match": etag } });
  expect((await again()).status).toBe(304);
  await make("locations", { name: "Attic" });
  expect((await again()).status).toBe(200);
});
