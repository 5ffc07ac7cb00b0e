import { mails, notifications } from "@stowage/db/schema/notices";
import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { recordEvent } from "../events.ts";
import { mailPurpose } from "../mail/enqueue-mail.ts";
import { addMember } from "../testing/add-member.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";
import { allTold } from "../testing/told.ts";

const MINUTE_MS = 60_000;
const START = Date.parse("2026-01-01T06:00:00.000Z");

let now = START;
let server: TestServer;
let anna: Person;
let bert: Person;
let cara: Person;

beforeAll(async () => {
  // Nothing listens there: mail stays in the outbox.
  server = await startTestServer({ config: { smtp_url: "smtp://127.0.0.1:9" }, now: () => now });
  anna = await server.signUp("Anna");
  bert = await addMember(server, anna, "Bert", "viewer");
  cara = await addMember(server, anna, "Cara", "admin");
});
beforeEach(async () => {
  now += 60 * MINUTE_MS;
  await server.database.sql`truncate notifications, notification_preferences, mails`;
});
afterAll(() => server.close());

async function made(path: string, body: object, { ask }: Pick<Person, "ask"> = anna) {
  const answer = await ask("POST", path, { body });
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer.body;
}
const lowItem = (name: string, asker?: Pick<Person, "ask">) =>
  made("items", { name, quantity: 2, min_quantity: 4 }, asker);
const prefer = async (person: Person, kinds: object) => {
  const changed = await person.ask("PATCH", "notifications/preferences", { body: { kinds } });
  expect(changed.status, changed.text).toBe(200);
};

async function toldTo({ user_id }: Person) {
  await allTold(server);
  return server.database.db
    .select()
    .from(notifications)
    .where(eq(notifications.user_id, user_id))
    .orderBy(asc(notifications.event_seq));
}
const titlesTo = async (person: Person) => (await toldTo(person)).map(({ title }) => title);
async function mailsTo({ email }: Person) {
  await allTold(server);
  const { db } = server.database;
  const rows = await db.select().from(mails).where(eq(mails.to_address, email)).orderBy(asc(mails.id));
  return rows.map(({ id, subject, body_sealed }) => ({
    subject,
    text: server.deps.sealer.open(body_sealed, mailPurpose(id)) ?? "",
  }));
}

test("what runs low is told to every active member, whoever caused it, and to nobody of another organization", async () => {
  const stranger = await server.signUp("Stranger");
  const gone = await addMember(server, anna, "Gone", "member");
  await anna.ask("PATCH", `users/${gone.user_id}`, { body: { active: false } });
  const flour = await lowItem("Flour");
  for (const person of [anna, bert])
    expect(await toldTo(person)).toMatchObject([
      {
        type: "item.low_stock",
        subject_type: "item",
        subject_id: flour.id,
        title: "Flour is running low",
        body: "There is 2 left; the minimum is 4.",
        read_at: null,
      },
    ]);
  for (const person of [stranger, gone]) expect(await toldTo(person)).toEqual([]);
});

test("each hears of a kind where they want to: under the bell, by mail, both or not at all", async () => {
  await prefer(anna, { low_stock: { app: false, mail: true } });
  await prefer(bert, { low_stock: { app: false } });
  await prefer(cara, { low_stock: { mail: true } });
  const flour = await lowItem("Flour");
  const reached = await Promise.all(
    [anna, bert, cara].map(async (person) => [(await toldTo(person)).length, (await mailsTo(person)).length]),
  );
  expect(reached).toEqual([
    [0, 1],
    [0, 0],
    [1, 1],
  ]);
  const [mail] = await mailsTo(anna);
  expect(mail?.subject).toBe("Stowage: Flour is running low");
  expect(mail?.text).toContain(`Hello ${anna.name},`);
  expect(mail?.text).toContain(`http://stowage.test/items/${flour.id}`);
  expect(mail?.text).toContain("http://stowage.test/settings/notifications");
});

test("K25: of the test environment people are told in the app, and no mail goes out", async () => {
  await prefer(anna, { low_stock: { mail: true } });
  const key = await anna.key(["items:write"], { environment: "test" });
  await lowItem("Flour", key);
  expect(await titlesTo(anna)).toEqual(["Flour is running low"]);
  expect(await mailsTo(anna)).toEqual([]);
});

test("what runs low, is filled up and runs low in one go is told of once", async () => {
  const flour = await made("items", { name: "Flour", quantity: 9, min_quantity: 4 });
  const counts = [1, 9, 2].map((to) => ({ op: "adjust", id: flour.id, data: { count: to } }));
  await made("items/bulk", { atomic: true, operations: counts });
  expect(await toldTo(bert)).toMatchObject([
    { title: "Flour is running low", body: "There is 2 left; the minimum is 4." },
  ]);
});

test("hundreds at once become one notification and one mail that counts them, in however many jobs", async () => {
  await prefer(anna, { low_stock: { mail: true } });
  const operations = Array.from({ length: 400 }, (_, n) => ({
    op: "create",
    data: { name: `Thing ${n}`, quantity: 1, min_quantity: 4 },
  }));
  await made("items/bulk", { atomic: true, operations });
  expect(await toldTo(anna)).toMatchObject([
    {
      type: "item.low_stock",
      subject_type: "items",
      title: "400 items ran low",
      body: "Thing 0, Thing 1, Thing 2, Thing 3, Thing 4 and 395 more fell to their minimum or below.",
    },
  ]);
  expect(await mailsTo(anna)).toMatchObject([
    {
      subject: "Stowage: 400 items ran low",
      text: expect.stringContaining("http://stowage.test/items?low_stock=true"),
    },
  ]);
});

test("one after the other, the first five are told by themselves, and those that follow soon are counted", async () => {
  await prefer(anna, { low_stock: { mail: true } });
  for (let n = 1; n <= 8; n++) await lowItem(`Thing ${n}`);
  const singles = [1, 2, 3, 4, 5].map((n) => `Thing ${n} is running low`);
  expect(await titlesTo(anna)).toEqual([...singles, "3 items ran low"]);
  expect(await mailsTo(anna)).toHaveLength(6);

  await anna.ask("POST", "notifications/read", { body: { all: true } });
  await lowItem("Thing 9");
  expect((await titlesTo(anna)).slice(5)).toEqual(["3 items ran low", "1 item ran low"]);
  expect(await mailsTo(anna)).toHaveLength(6);

  now += 10 * MINUTE_MS;
  await lowItem("Thing 10");
  expect((await titlesTo(anna)).slice(6)).toEqual(["1 item ran low", "Thing 10 is running low"]);
  expect(await mailsTo(anna)).toHaveLength(7);
});

test("a task is told to the one it is given to, and to nobody who took it themselves", async () => {
  await prefer(bert, { tasks: { mail: true } });
  const task = await made("tasks", { title: "Buy flour", assignee_id: bert.user_id, due_on: "2026-02-01" });
  const own = await made("tasks", { title: "Buy salt", assignee_id: anna.user_id });
  await anna.ask("PATCH", `tasks/${own.id}`, { body: { assignee_id: bert.user_id } });
  await anna.ask("PATCH", `tasks/${task.id}`, { body: { assignee_id: anna.user_id } });
  await anna.ask("PATCH", `tasks/${own.id}`, { body: { title: "Buy sea salt" } });
  expect(await toldTo(anna)).toEqual([]);
  expect(await toldTo(bert)).toMatchObject([
    {
      type: "task.created",
      subject_id: task.id,
      title: "A task for you: Buy flour",
      body: `${anna.name} gave it to you. It is due on 2026-02-01.`,
    },
    { type: "task.updated", subject_id: own.id, title: "A task for you: Buy salt" },
  ]);
  const [mail] = await mailsTo(bert);
  expect(mail?.text).toContain(`http://stowage.test/tasks?task=${task.id}`);
});

test("tasks that a script gives to its own maker are told, and many are counted for each person", async () => {
  const key = await anna.key(["tasks:write"]);
  await made("tasks", { title: "Water", assignee_id: anna.user_id }, key);
  expect(await toldTo(anna)).toMatchObject([{ body: `The API key ${anna.name}'s key gave it to you.` }]);
  for (let n = 1; n <= 7; n++)
    await made("tasks", { title: `Task ${n}`, assignee_id: n === 7 ? anna.user_id : bert.user_id }, key);
  expect(await titlesTo(anna)).toEqual(["A task for you: Water", "A task for you: Task 7"]);
  expect((await titlesTo(bert)).at(-1)).toBe("1 task for you");
});

test("a trigger that was turned off is told to owners and admins, at their own time", async () => {
  await cara.ask("PATCH", "auth/account", { body: { timezone: "Europe/Berlin" } });
  const { database, deps } = server;
  const [home] = await database.sql`
    select id from workspaces where organization_id = ${anna.organization_id} and environment = 'live'`;
  await database.db.transaction((tx) =>
    recordEvent(
      tx,
      { deps, workspace_id: String(home?.id) },
      { type: "trigger.disabled", subject_id: "trig_1", subject_name: "Pantry" },
    ),
  );
  expect(await toldTo(bert)).toEqual([]);
  expect(await toldTo(anna)).toMatchObject([{ title: "Pantry was turned off", subject_type: "trigger" }]);
  const [told] = await toldTo(cara);
  const inBerlin = new Date(now + 60 * MINUTE_MS).toISOString().slice(0, 16).replace("T", " ");
  expect(told?.body).toContain(`turned off at ${inBerlin} Europe/Berlin`);
  const [mail] = await mailsTo(cara);
  expect(mail?.text).toContain("http://stowage.test/triggers/trig_1");
});

test("what was rolled back is told to nobody", async () => {
  const operations = [
    { op: "create", data: { name: "Flour", quantity: 1, min_quantity: 4 } },
    { op: "delete", id: "item_none" },
  ];
  const answer = await anna.ask("POST", "items/bulk", { body: { atomic: true, operations } });
  expect(answer.status).toBe(404);
  expect(await toldTo(anna)).toEqual([]);
});

test("a notification, and the job it comes from, stand or fall together", async () => {
  await prefer(anna, { low_stock: { mail: true } });
  const { sql, db } = server.database;
  await sql`alter table mails rename to mails_away`;
  const flour = await lowItem("Flour");
  const ofFlour = and(eq(notifications.subject_id, flour.id), eq(notifications.user_id, anna.user_id));
  await expect
    .poll(() => sql`select 1 from pgboss.job where name = 'events' and state = 'retry'`)
    .toHaveLength(1);
  expect(await db.$count(notifications, ofFlour)).toBe(0);
  await sql`alter table mails_away rename to mails`;
  await sql`update pgboss.job set start_after = now() - interval '1 second'`;
  await allTold(server);
  expect(await db.$count(notifications, ofFlour)).toBe(1);
  expect(await mailsTo(anna)).toHaveLength(1);
});
