import { createTestDatabase, type TestDatabase } from "@stowage/db/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addMember } from "../testing/add-member.ts";
import { type MailSink, startMailSink } from "../testing/mail-sink.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";
import { allTold } from "../testing/told.ts";
import { createDigests } from "./digests.ts";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

let now = Date.parse("2026-03-27T00:00:00.000Z");
let database: TestDatabase;
let sink: MailSink;
let servers: TestServer[];
let anna: Person;
let people = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  sink = await startMailSink();
  const config = { smtp_url: sink.url };
  servers = await Promise.all([1, 2].map(() => startTestServer({ database, config, now: () => now })));
});
beforeEach(async () => {
  now = Date.parse("2026-03-27T00:00:00.000Z");
  await database.sql`truncate notification_preferences`;
  anna = await first().signUp(`Anna ${++people}`);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await sink.close();
  await database.drop();
});

function first(): TestServer {
  const [server] = servers;
  if (!server) throw new Error("no server");
  return server;
}

/** Passes of both servers at the same time; what they leave in the outbox has arrived. */
async function passEverywhere(): Promise<void> {
  const passes = servers.map(({ deps }) => createDigests(deps));
  await Promise.all(passes.map((pass) => pass?.pass()));
  await Promise.all(passes.map((pass) => pass?.close()));
  const waiting = () => database.sql`select 1 from mails where next_attempt_at is not null`;
  await expect.poll(waiting, { interval: 5, timeout: 15_000 }).toEqual([]);
}

const arrived = ({ email }: Person) => sink.received.filter(({ to }) => to.includes(email));

/** Lives through the hours from one instant to another. @returns when a digest arrived */
async function hoursOfDigests(person: Person, from: string, to: string): Promise<string[]> {
  const hours: string[] = [];
  for (now = Date.parse(from); now < Date.parse(to); now += HOUR_MS) {
    const before = arrived(person).length;
    await passEverywhere();
    for (let more = arrived(person).length - before; more > 0; more--)
      hours.push(new Date(now).toISOString().slice(5, 16));
  }
  return hours;
}

async function change(person: Person, path: string, body: object): Promise<void> {
  const answer = await person.ask("PATCH", path, { body });
  expect(answer.status, answer.text).toBe(200);
}
const subscribe = (person: Person, digest_hour = 7) =>
  change(person, "notifications/preferences", { digest: "daily", digest_hour });

async function lowItem(name: string) {
  const made = await anna.ask("POST", "items", { body: { name, quantity: 1, min_quantity: 4 } });
  expect(made.status, made.text).toBe(201);
  return made.body;
}

test("a digest comes once a day in the hour of the reader's own clock, over the change to summer time too", async () => {
  await change(anna, "auth/account", { timezone: "Europe/Berlin" });
  await subscribe(anna);
  await lowItem("Flour");
  expect(await hoursOfDigests(anna, "2026-03-27T00:00:00Z", "2026-03-31T00:00:00Z")).toEqual([
    "03-27T06:00",
    "03-28T06:00",
    "03-29T05:00",
    "03-30T05:00",
  ]);
});

test("an hour that a night skips is made up for, and one that a night has twice brings one", async () => {
  await change(anna, "auth/account", { timezone: "Europe/Berlin" });
  await subscribe(anna, 2);
  await lowItem("Flour");
  expect(await hoursOfDigests(anna, "2026-03-28T22:00:00Z", "2026-03-30T03:00:00Z")).toEqual([
    "03-28T22:00", // the day of the 28th was not dealt with yet
    "03-29T01:00", // 03:00 on that night's clock
    "03-30T00:00",
  ]);
  expect(await hoursOfDigests(anna, "2026-10-24T22:00:00Z", "2026-10-25T22:00:00Z")).toEqual(["10-25T00:00"]);
});

test("on a day without anything to tell nothing comes, nor later that day", async () => {
  await subscribe(anna);
  now = Date.parse("2026-03-27T07:00:00Z");
  await passEverywhere();
  await lowItem("Flour");
  expect(await hoursOfDigests(anna, "2026-03-27T08:00:00Z", "2026-03-28T08:00:00Z")).toEqual(["03-28T07:00"]);
});

test("it is one mail an organization, of what needs attention there and of the reader's own tasks", async () => {
  const bert = await addMember(first(), anna, `Bert ${people}`, "viewer");
  await subscribe(bert);
  const flour = await lowItem("Flour");
  const make = (path: string, body: object) => anna.ask("POST", path, { body });
  await make("items", { name: "Milk", expires_on: "2026-04-03" });
  await make("items", { name: "Rice", expires_on: "2026-04-04" });
  await make("items", { name: "Old tin", expires_on: "2026-03-26" });
  await make("items", { name: "Empty jar", expires_on: "2026-04-01", quantity: 0 });
  await make("tasks", { title: "Fix the tap", assignee_id: bert.user_id, due_on: "2026-03-26" });
  await make("tasks", { title: "Sweep", assignee_id: bert.user_id });
  await make("tasks", { title: "Paint", assignee_id: anna.user_id });
  const done = await make("tasks", { title: "Rest", assignee_id: bert.user_id });
  await make(`tasks/${done.body.id}/complete`, {});
  await allTold({ database });

  now = Date.parse("2026-03-27T07:00:00Z");
  await passEverywhere();
  const [mail, ...others] = arrived(bert);
  expect(others).toEqual([]);
  const text = mail?.raw.replaceAll("=\r\n", "").replaceAll("=3D", "=").replaceAll("\r\n", "\n") ?? "";
  expect(text).toContain(`Subject: Stowage: Anna ${people}`);
  expect(text).toMatch(/1 low, 1 expiring, 2 tasks, 4 unread/);
  expect(text).toContain(`Low stock (1): Flour.\nhttp://stowage.test/items?low_stock=true`);
  expect(text).toContain(`Expiring within a week (1): Milk (2026-04-03).`);
  expect(text).toContain(`Your tasks (2, 1 overdue): Fix the tap and Sweep.`);
  expect(text).toContain("http://stowage.test/notifications?unread=true");
  expect(text).not.toMatch(/Rice|Old tin|Empty jar|Paint|Rest/);
  expect(flour.is_low).toBe(true);
  expect(arrived(anna)).toEqual([]);
});

test("of many digests that two servers send at once, each is sent by one of them", async () => {
  for (let n = 0; n < 6; n++) {
    const made = await anna.ask("POST", "organizations", { body: { name: `Shed ${n}` } });
    const headers = { "x-organization-id": made.body.id };
    await anna.ask("PATCH", "notifications/preferences", { headers, body: { digest: "daily" } });
    await anna.ask("POST", "items", { headers, body: { name: "Flour", quantity: 1, min_quantity: 4 } });
  }
  now = Date.parse("2026-03-27T07:00:00Z");
  await passEverywhere();
  const sheds = arrived(anna).map(({ raw }) => /Subject: Stowage: (Shed \d+)/.exec(raw)?.[1]);
  expect(sheds).toHaveLength(6);
  expect(new Set(sheds).size).toBe(6);
});

test("K25: nothing of the test environment is in it", async () => {
  await subscribe(anna);
  const key = await anna.key(["items:write"], { environment: "test" });
  await key.ask("POST", "items", { body: { name: "Flour", quantity: 1, min_quantity: 4 } });
  await allTold({ database });
  expect(await hoursOfDigests(anna, "2026-03-27T06:00:00Z", "2026-03-28T09:00:00Z")).toEqual([]);
});

test("after days without a server there is one, not one for each", async () => {
  await subscribe(anna);
  await lowItem("Flour");
  expect(await hoursOfDigests(anna, "2026-03-30T20:00:00Z", "2026-03-31T09:00:00Z")).toEqual([
    "03-30T20:00",
    "03-31T07:00",
  ]);
});

test("turned on after its hour, the first comes the day after; turned off, none does", async () => {
  now = Date.parse("2026-03-27T07:00:00Z");
  await subscribe(anna);
  await lowItem("Flour");
  expect(await hoursOfDigests(anna, "2026-03-27T07:00:00Z", "2026-03-28T09:00:00Z")).toEqual(["03-28T07:00"]);
  await change(anna, "notifications/preferences", { digest: "off" });
  expect(await hoursOfDigests(anna, "2026-03-29T06:00:00Z", "2026-03-29T09:00:00Z")).toEqual([]);
});

test("who is suspended or has left gets none", async () => {
  const bert = await addMember(first(), anna, `Bert ${people}`, "member");
  const cara = await addMember(first(), anna, `Cara ${people}`, "member");
  await subscribe(bert);
  await subscribe(cara);
  await lowItem("Flour");
  await change(anna, `users/${bert.user_id}`, { active: false });
  expect((await anna.ask("DELETE", `users/${cara.user_id}`)).status).toBe(200);
  now = Date.parse("2026-03-27T07:00:00Z");
  await passEverywhere();
  expect([...arrived(bert), ...arrived(cara)]).toEqual([]);
});

test("a digest whose mail could not be written is sent by the next pass", async () => {
  await subscribe(anna);
  await lowItem("Flour");
  now = Date.parse("2026-03-27T07:00:00Z");
  await database.sql`alter table mails rename to mails_away`;
  const { deps } = first();
  const digests = createDigests(deps);
  await digests?.pass();
  await digests?.close();
  await database.sql`alter table mails_away rename to mails`;
  now += MINUTE_MS;
  await passEverywhere();
  expect(arrived(anna)).toHaveLength(1);
});
