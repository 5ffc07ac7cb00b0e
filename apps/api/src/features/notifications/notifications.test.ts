import { newId } from "@stowage/db/new-id";
import { memberships, workspaces } from "@stowage/db/schema/identity";
import { notifications } from "@stowage/db/schema/notices";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { removeOldNotices } from "../../notices/remove-old-notices.ts";
import { type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";

const START = Date.parse("2026-05-01T00:00:00.000Z");

let now = START;
let server: TestServer;
let anna: Person;
let bert: Person;
let people = 0;

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
});
beforeEach(async () => {
  now = START;
  people++;
  anna = await server.signUp(`Anna ${people}`);
  bert = await server.signUp(`Bert ${people}`);
});
afterAll(() => server.close());

/** Something that a person should know of, in their own organization or another. */
async function tell(
  person: Person,
  more: { environment?: "live" | "test"; organization_id?: string; subject_id?: string } = {},
) {
  const { environment = "live", organization_id = person.organization_id, subject_id = "key_1" } = more;
  const [workspace] = await server.database.db
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(and(eq(workspaces.organization_id, organization_id), eq(workspaces.environment, environment)));
  const id = newId("notification");
  await server.database.db.insert(notifications).values({
    id,
    user_id: person.user_id,
    organization_id,
    workspace_id: workspace?.id ?? "",
    type: "api_key.expiring",
    event_seq: 1,
    subject_type: "api_key",
    subject_id,
    subject_name: "Scanner",
    title: "Scanner ends in 7 days",
    body: "It does.",
    created_at: new Date(now).toISOString(),
  });
  return id;
}

const idsOf = (answer: { body: { data: { id: string }[] } }) => answer.body.data.map(({ id }) => id);

test("a person sees their own of both environments, newest first, page by page, with an exact unread number", async () => {
  const told: string[] = [];
  for (let place = 0; place < 5; place++) {
    now += 1_000;
    told.unshift(await tell(anna, { environment: place % 2 === 0 ? "live" : "test" }));
  }
  await tell(bert);
  const first = await anna.ask("GET", "notifications?limit=3");
  expect(idsOf(first)).toEqual(told.slice(0, 3));
  expect(first.body.unread).toBe(5);
  expect(first.body.data[0]).toMatchObject({ environment: "live", subject_name: "Scanner", read_at: null });
  expect(first.body.data[1].environment).toBe("test");
  const second = await anna.ask("GET", `notifications?limit=3&cursor=${first.body.next_cursor}`);
  expect(idsOf(second)).toEqual(told.slice(3));
  expect(second.body).toMatchObject({ unread: 5, next_cursor: null });
});

test("reading marks one's own once, and nobody else's", async () => {
  const mine = await tell(anna);
  const stillUnread = await tell(anna);
  const berts = await tell(bert);
  const read = await anna.ask("POST", "notifications/read", { body: { ids: [mine, berts, "ntf_nothing"] } });
  expect([read.status, read.body]).toEqual([200, { unread: 1 }]);
  now += 60_000;
  await anna.ask("POST", "notifications/read", { body: { ids: [mine] } });
  const rows = (await anna.ask("GET", "notifications")).body.data;
  expect(rows.find(({ id }: { id: string }) => id === mine).read_at).toBe(new Date(START).toISOString());
  expect(idsOf(await anna.ask("GET", "notifications?unread=true"))).toEqual([stillUnread]);
  expect((await bert.ask("GET", "notifications")).body.unread).toBe(1);
  expect((await anna.ask("POST", "notifications/read", { body: { all: true } })).body).toEqual({ unread: 0 });
  expect((await bert.ask("GET", "notifications")).body.unread).toBe(1);
});

test("ids and all exclude each other", async () => {
  for (const body of [{}, { ids: ["ntf_1"], all: true }])
    expect((await anna.ask("POST", "notifications/read", { body })).status).toBe(422);
});

test("a key sees and reads its subject's, of its own environment alone", async () => {
  const live = await tell(anna);
  const inTest = await tell(anna, { environment: "test" });
  const key = await anna.key(["events:read"]);
  const testKey = await anna.key(["events:read"], { environment: "test" });
  expect((await key.ask("GET", "notifications")).body).toMatchObject({ data: [{ id: live }], unread: 1 });
  expect((await testKey.ask("GET", "notifications")).body).toMatchObject({
    data: [{ id: inTest }],
    unread: 1,
  });
  const read = await testKey.ask("POST", "notifications/read", { body: { ids: [live, inTest] } });
  expect(read.body).toEqual({ unread: 0 });
  expect((await anna.ask("GET", "notifications?unread=true")).body).toMatchObject({ data: [{ id: live }] });
});

test("what is told in another of one's organizations is seen and read there", async () => {
  const at = new Date(now).toISOString();
  await server.database.db.insert(memberships).values({
    id: newId("membership"),
    organization_id: bert.organization_id,
    user_id: anna.user_id,
    role: "member",
    created_at: at,
    updated_at: at,
  });
  const there = await tell(anna, { organization_id: bert.organization_id });
  expect((await anna.ask("POST", "notifications/read", { body: { all: true } })).body).toEqual({ unread: 0 });
  const headers = { "x-organization-id": bert.organization_id };
  expect((await anna.ask("GET", "notifications", { headers })).body).toMatchObject({
    data: [{ id: there }],
    unread: 1,
  });
});

test("those that were read 90 days ago are removed; unread ones stay", async () => {
  const read = await tell(anna);
  const unread = await tell(anna);
  await anna.ask("POST", "notifications/read", { body: { ids: [read] } });
  const ids = async () => {
    const rows = await server.database.db
      .select({ id: notifications.id })
      .from(notifications)
      .where(eq(notifications.user_id, anna.user_id));
    return rows.map(({ id }) => id).sort();
  };
  now += 89 * 86_400_000;
  await removeOldNotices(server.deps);
  expect(await ids()).toEqual([read, unread].sort());
  now += 2 * 86_400_000;
  await removeOldNotices(server.deps);
  expect(await ids()).toEqual([unread]);
});

test("K26: a key that is bound to places sees, and marks, what is about itself alone", async () => {
  const place = (await anna.ask("POST", "locations", { body: { name: "Yard" } })).body.id;
  const bound = await anna.key(["events:read"], { location_ids: [place] });
  const other = await tell(anna);
  const own = await tell(anna, { subject_id: bound.id });
  const list = await bound.ask("GET", "notifications");
  expect([idsOf(list), list.body.unread]).toEqual([[own], 1]);
  expect((await bound.ask("POST", "notifications/read", { body: { all: true } })).body.unread).toBe(0);
  expect(idsOf(await anna.ask("GET", "notifications?unread=true"))).toEqual([other]);
});
