import { newId } from "@stowage/db/new-id";
import { api_keys } from "@stowage/db/schema/api-keys";
import { memberships, users } from "@stowage/db/schema/identity";
import { mails, notifications } from "@stowage/db/schema/notices";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mailPurpose } from "../mail/enqueue-mail.ts";
import { type Person, startTestServer, type TestKey, type TestServer } from "../testing/test-server.ts";
import { tellExpiring } from "./tell-expiry.ts";

const DAY_MS = 86_400_000;
const START = Date.parse("2026-01-01T06:00:00.000Z");

let now = START;
let server: TestServer;
let anna: Person;
let bert: Person;
let cara: Person;
let rounds = 0;

beforeAll(async () => {
  // Nothing listens there: mail stays in the outbox.
  server = await startTestServer({ config: { smtp_url: "smtp://127.0.0.1:9" }, now: () => now });
});
beforeEach(async () => {
  now = START;
  rounds++;
  anna = await server.signUp(`Anna ${rounds}`);
  bert = await member("Bert", "member");
  cara = await member("Cara", "admin");
});
afterAll(() => server.close());

async function member(name: string, role: "admin" | "member"): Promise<Person> {
  const person = await server.signUp(`${name} ${rounds}`);
  const at = new Date(now).toISOString();
  await server.database.db.insert(memberships).values({
    id: newId("membership"),
    organization_id: anna.organization_id,
    user_id: person.user_id,
    role,
    created_at: at,
    updated_at: at,
  });
  return person;
}

/** A key with ten days to live, six of which pass. */
async function endingKey(acts_as: Person, created_by: Person, environment?: "test"): Promise<TestKey> {
  const expires_at = new Date(now + 10 * DAY_MS).toISOString();
  const key = await anna.key(["bins:read"], { expires_at, ...(environment && { environment }) });
  await server.database.db
    .update(api_keys)
    .set({ name: "Scanner", acts_as: acts_as.user_id, created_by: created_by.user_id })
    .where(eq(api_keys.id, key.id));
  now += 6 * DAY_MS;
  return key;
}

/** Whom a key's notice reached: notifications and mails of Anna, Bert and Cara. */
async function reached(key: TestKey) {
  await tellExpiring(server.deps, key.id);
  const { db } = server.database;
  return Promise.all(
    [anna, bert, cara].map(async ({ user_id, email }) => [
      await db.$count(
        notifications,
        and(eq(notifications.subject_id, key.id), eq(notifications.user_id, user_id)),
      ),
      await db.$count(mails, eq(mails.to_address, email)),
    ]),
  );
}

test("K34: the user a key acts as and its maker are told, once each, in the app and by mail", async () => {
  expect(await reached(await endingKey(bert, anna))).toEqual([
    [1, 1],
    [1, 1],
    [0, 0],
  ]);
  now = START;
  expect(await reached(await endingKey(bert, bert))).toEqual([
    [0, 1],
    [1, 2],
    [0, 0],
  ]);
});

test("K34: those who left, are suspended or disabled are not told", async () => {
  const { db } = server.database;
  await db
    .update(memberships)
    .set({ disabled_at: new Date(now).toISOString() })
    .where(and(eq(memberships.user_id, bert.user_id), eq(memberships.organization_id, anna.organization_id)));
  expect(await reached(await endingKey(bert, anna))).toEqual([
    [1, 1],
    [0, 0],
    [0, 0],
  ]);
});

test("K34: when neither the key's user nor its maker is left, admins and owners are told", async () => {
  const { db } = server.database;
  await db
    .update(users)
    .set({ disabled_at: new Date(now).toISOString() })
    .where(eq(users.id, bert.user_id));
  expect(await reached(await endingKey(bert, bert))).toEqual([
    [1, 1],
    [0, 0],
    [1, 1],
  ]);
});

test("K25: of a test key people are told in the app, and no mail goes out", async () => {
  expect(await reached(await endingKey(bert, anna, "test"))).toEqual([
    [1, 0],
    [1, 0],
    [0, 0],
  ]);
});

test("K34: a notice says what will happen, when, what to do and where", async () => {
  const key = await endingKey(bert, anna);
  await tellExpiring(server.deps, key.id);
  const { db } = server.database;
  const [told] = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.subject_id, key.id), eq(notifications.user_id, bert.user_id)));
  expect(told).toMatchObject({ type: "api_key.expiring", title: "Scanner ends in 4 days", read_at: null });
  expect(told?.body).toContain("ends at 2026-01-11 06:00 UTC");
  const [mail] = await db.select().from(mails).where(eq(mails.to_address, bert.email));
  expect(mail?.subject).toBe("Stowage: Scanner ends in 4 days");
  const text = server.deps.sealer.open(mail?.body_sealed ?? "", mailPurpose(mail?.id ?? ""));
  expect(text).toContain(`Hello ${bert.name},`);
  expect(text).toContain(`http://stowage.test/settings/api-keys/${key.id}`);
  expect(text).toContain("because the key acts as you");
});

test("K34: each is told the end by the clocks of their own time zone", async () => {
  const { db } = server.database;
  await db.update(users).set({ timezone: "Europe/Berlin" }).where(eq(users.id, bert.user_id));
  const key = await endingKey(bert, anna);
  await tellExpiring(server.deps, key.id);
  const told = async ({ user_id }: Person) => {
    const of = and(eq(notifications.subject_id, key.id), eq(notifications.user_id, user_id));
    return (await db.select().from(notifications).where(of))[0]?.body;
  };
  expect(await told(bert)).toContain("ends at 2026-01-11 07:00 Europe/Berlin.");
  expect(await told(anna)).toContain("ends at 2026-01-11 06:00 UTC.");
  const [mail] = await db.select().from(mails).where(eq(mails.to_address, bert.email));
  const text = server.deps.sealer.open(mail?.body_sealed ?? "", mailPurpose(mail?.id ?? ""));
  expect(text).toContain("ends at 2026-01-11 07:00 Europe/Berlin.");
});

test("K34: the notice, its event, its notifications and its mails are written together or not at all", async () => {
  const key = await endingKey(bert, anna);
  const { db, sql } = server.database;
  await sql`alter table mails rename to mails_away`;
  await expect(tellExpiring(server.deps, key.id)).rejects.toThrow();
  await sql`alter table mails_away rename to mails`;
  expect(await db.$count(notifications, eq(notifications.subject_id, key.id))).toBe(0);
  expect(await sql`select 1 from events where subject_id = ${key.id} and type = 'api_key.expiring'`).toEqual(
    [],
  );
  expect(await reached(key)).toEqual([
    [1, 1],
    [1, 1],
    [0, 0],
  ]);
});
