import { organizations } from "@stowage/db/schema/identity";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestKey, type TestServer } from "../testing/test-server.ts";
import { emptyOldTrash } from "./trash.ts";

const DAY_MS = 86_400_000;
let nowMs = Date.parse("2026-03-31T12:00:00Z");
let server: TestServer;
let second: TestServer;
/** Weeks pass here, and sessions end. */
let anna: TestKey;
let annas: string;
let sandbox: TestKey;

beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs });
  second = await startTestServer({ now: () => nowMs, database: server.database });
  const person = await server.signUp("Anna");
  annas = person.organization_id;
  anna = await person.key(undefined, { expires_at: null });
  sandbox = await person.key(undefined, { expires_at: null, environment: "test" });
});
afterAll(async () => {
  await second.close();
  await server.close();
});

async function another(name: string): Promise<TestKey> {
  const person = await server.signUp(name);
  return person.key(undefined, { expires_at: null });
}

/** As when two servers come to it in the same moment. */
const onBoth = () => Promise.all([emptyOldTrash(server.deps), emptyOldTrash(second.deps)]);

async function made(noun: string, body: object = {}, by = anna) {
  const answer = await by.ask("POST", noun, { body: { name: "Thing", ...body } });
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

async function trashed(noun: string, body: object = {}, by = anna) {
  const thing = await made(noun, body, by);
  expect((await by.ask("DELETE", `${noun}/${thing.id}`)).status).toBe(200);
  return thing;
}

const restore = (noun: string, id: string, by = anna) => by.ask("POST", `${noun}/${id}/restore`);
const purges = async (by = anna) => (await by.ask("GET", "events?after=0&type=trash.purged")).body.data;
const revisionOf = async (id: string) =>
  (
    await server.database.sql`select revision::int, item_count, bin_count from workspaces
    where id = (select workspace_id from items where id = ${id} union all select workspace_id from bins where id = ${id})`
  )[0];

test("what is in the trash can be restored for as long as the organization says, to the moment, and then it is gone", async () => {
  const kept = await made("items");
  const [item, bin] = [await trashed("items"), await trashed("bins")];
  const before = await revisionOf(kept.id);
  nowMs += 30 * DAY_MS;
  await onBoth();
  expect(await revisionOf(kept.id)).toEqual(before);
  const later = await trashed("items");
  nowMs += 1;
  await onBoth();
  expect((await restore("items", item.id)).status).toBe(404);
  expect((await restore("bins", bin.id)).status).toBe(404);
  expect((await restore("bins", bin.code)).status).toBe(404);
  expect((await restore("items", later.id)).status).toBe(200);
  expect((await anna.ask("GET", `items/${kept.id}`)).body).toEqual(kept);
  expect(await purges()).toMatchObject([
    { auth_method: "system", subject_type: "trash", subject_name: "Trash", data: { items: 1, bins: 1 } },
  ]);
  expect(await revisionOf(kept.id)).toMatchObject({ item_count: 2, bin_count: 0 });
  await onBoth();
  expect(await purges()).toHaveLength(1);
});

test("what was restored is kept, and a shorter time counts at once, for that organization alone", async () => {
  const otto = await another("Otto");
  const item = await trashed("items");
  const restored = await trashed("items");
  await restore("items", restored.id);
  const ottos = await trashed("items", {}, otto);
  await server.database.db
    .update(organizations)
    .set({ settings: { trash_days: 1 } })
    .where(eq(organizations.id, annas));
  nowMs += DAY_MS + 1;
  await onBoth();
  expect((await restore("items", item.id)).status).toBe(404);
  expect((await anna.ask("GET", `items/${restored.id}`)).status).toBe(200);
  expect((await restore("items", ottos.id, otto)).status).toBe(200);
  expect(await purges(otto)).toEqual([]);
});

test("an item in the trash outlives its bin there, and comes back to where that stood", async () => {
  const shelf = await made("locations", { name: "Shelf" });
  const bin = await made("bins", { location_id: shelf.id });
  const item = await made("items", { bin_id: bin.id });
  await anna.ask("DELETE", `items/${item.id}`);
  await anna.ask("DELETE", `bins/${bin.id}`);
  await server.database
    .sql`update items set deleted_at = deleted_at + interval '1 hour' where id = ${item.id}`;
  nowMs += DAY_MS + 1;
  await onBoth();
  expect((await restore("bins", bin.id)).status).toBe(404);
  const back = await restore("items", item.id);
  expect([back.status, back.body.bin_id, back.body.location_id]).toEqual([200, null, shelf.id]);
});

test("the labels of what is gone are blank again, and its reservations go with it", async () => {
  const { sql } = server.database;
  const bin = await made("bins");
  const item = await made("items", { quantity: 3 });
  const [{ workspace_id } = {}] = await sql`select workspace_id from items where id = ${item.id}`;
  const at = new Date(nowMs).toISOString();
  await sql`insert into projects (id, workspace_id, name, status, created_at, updated_at)
    values ('proj_1', ${workspace_id}, 'Shed', 'active', ${at}, ${at})`;
  await sql`insert into reservations (id, workspace_id, project_id, item_id, quantity, created_at, updated_at)
    values ('rsv_1', ${workspace_id}, 'proj_1', ${item.id}, 2, ${at}, ${at})`;
  await anna.ask("DELETE", `items/${item.id}`);
  await anna.ask("DELETE", `bins/${bin.id}`);
  const label = () =>
    sql`select target_type, target_id from codes where code = ${bin.code} and organization_id = ${annas}`;
  expect(await label()).toEqual([{ target_type: "bin", target_id: bin.id }]);
  nowMs += DAY_MS + 1;
  await onBoth();
  expect(await label()).toEqual([{ target_type: null, target_id: null }]);
  expect(await sql`select id from reservations where id = 'rsv_1'`).toEqual([]);
  expect(await sql`select id from projects where id = 'proj_1'`).toHaveLength(1);
});

test("test data has a trash of its own, which is emptied alike", async () => {
  const { body } = await sandbox.ask("POST", "items", { body: { name: "Try" } });
  await sandbox.ask("DELETE", `items/${body.id}`);
  const live = await purges();
  nowMs += DAY_MS + 1;
  await onBoth();
  expect((await sandbox.ask("POST", `items/${body.id}/restore`)).status).toBe(404);
  expect((await sandbox.ask("GET", "events?type=trash.purged")).body.data).toHaveLength(1);
  expect(await purges()).toEqual(live);
});

test("more than one transaction takes goes in several, each told", async () => {
  const { sql } = server.database;
  const eva = await another("Eva");
  const item = await made("items", {}, eva);
  await sql`insert into items (id, workspace_id, name, quantity, version, created_at, updated_at, deleted_at)
    select 'item_old' || n, workspace_id, 'Old', 1, 2, created_at, updated_at, created_at
    from items cross join generate_series(1, 5001) as n where id = ${item.id}`;
  nowMs += 31 * DAY_MS;
  await onBoth();
  expect((await purges(eva)).map(({ data }: { data: object }) => data)).toEqual([
    { items: 5_000, bins: 0 },
    { items: 1, bins: 0 },
  ]);
  expect(await sql`select id from items where id like 'item_old%'`).toEqual([]);
  expect((await eva.ask("GET", `items/${item.id}`)).status).toBe(200);
});
