import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { silentLog } from "./log.ts";
import { migrate } from "./migrate.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";
import { type ThrowAwayFolder, throwAwayFolder } from "./testing/throw-away-folder.ts";

const MIGRATIONS = fileURLToPath(new URL("../drizzle", import.meta.url));

let database: TestDatabase;
let folder: ThrowAwayFolder;
beforeEach(async () => {
  database = await createTestDatabase();
  folder = throwAwayFolder();
  await database.sql`drop schema if exists drizzle cascade`;
  await database.sql`drop schema public cascade`;
  await database.sql`create schema public`;
});
afterEach(async () => {
  await database.drop();
  folder.remove();
});

/** The migrations of an earlier version: the first `count` of today's. */
function migrationsUpTo(count: number): string {
  cpSync(MIGRATIONS, folder.path, { recursive: true });
  const journal = path.join(folder.path, "meta/_journal.json");
  const all = JSON.parse(readFileSync(journal, "utf8"));
  writeFileSync(journal, JSON.stringify({ ...all, entries: all.entries.slice(0, count) }));
  return folder.path;
}

test("an upgrade from the first version keeps sessions signed in and keys at work", async () => {
  await migrate(database, migrationsUpTo(1), silentLog);
  const { sql } = database;
  await sql`insert into users (id, created_at, updated_at, email, name, password_hash) values ('user_1', now(), now(), 'a@b.c', 'A', 'x')`;
  await sql`insert into sessions (id, user_id, expires_at, created_at, last_seen_at) values ('s', 'user_1', now(), '2026-01-01Z', now())`;
  await sql`insert into organizations (id, created_at, updated_at, name, slug, plan) values ('org_1', now(), now(), 'O', 'o', 'free')`;
  await sql`insert into workspaces (id, created_at, updated_at, organization_id, environment) values ('ws_1', now(), now(), 'org_1', 'live')`;
  await sql`insert into api_keys (id, created_at, updated_at, organization_id, workspace_id, environment, name, prefix, scopes, acts_as, expires_at)
    values ('key_1', '2026-01-01Z', now(), 'org_1', 'ws_1', 'live', 'K', 'p', '{bins:read}', 'user_1', '2026-01-31Z'),
      ('key_2', '2026-01-01Z', now(), 'org_1', 'ws_1', 'live', 'K', 'p', '{bins:read}', 'user_1', null)`;
  await sql`insert into api_key_secrets (id, api_key_id, mac, phc, created_at) values ('ksec_1', 'key_1', 'm', 'p', '2026-01-01Z')`;

  await migrate(database, MIGRATIONS, silentLog);

  expect(await sql`select authenticated_at = created_at as same from sessions`).toEqual([{ same: true }]);
  expect(await sql`select activated_at = created_at as same, uses from api_key_secrets`).toMatchObject([
    { same: true },
  ]);
  expect(await sql`select id, lifetime_seconds::int as seconds from api_keys order by id`).toEqual([
    { id: "key_1", seconds: 30 * 24 * 60 * 60 },
    { id: "key_2", seconds: null },
  ]);
});

test("an upgrade from before projects counts what is kept, and every item is free to be reserved", async () => {
  await migrate(database, migrationsUpTo(2), silentLog);
  const { sql } = database;
  await sql`insert into organizations (id, created_at, updated_at, name, slug, plan) values ('org_1', now(), now(), 'O', 'o', 'free')`;
  await sql`insert into workspaces (id, created_at, updated_at, organization_id, environment)
    values ('ws_1', now(), now(), 'org_1', 'live'), ('ws_2', now(), now(), 'org_1', 'test')`;
  await sql`insert into locations (id, created_at, updated_at, workspace_id, name, kind, path, depth)
    values ('loc_1', now(), now(), 'ws_1', 'Attic', 'room', '{loc_1}', 1)`;
  await sql`insert into bins (id, created_at, updated_at, workspace_id, code, name, deleted_at)
    values ('bin_1', now(), now(), 'ws_1', 'AAAAAAA', 'Kept', null), ('bin_2', now(), now(), 'ws_1', 'BBBBBBB', 'In the trash', now())`;
  await sql`insert into items (id, created_at, updated_at, workspace_id, name, quantity, deleted_at)
    values ('item_1', now(), now(), 'ws_1', 'M3-screws', 2.5, null), ('item_2', now(), now(), 'ws_1', 'Nut', 0, null),
      ('item_3', now(), now(), 'ws_1', 'In the trash', 1, now()), ('item_4', now(), now(), 'ws_2', 'Elsewhere', 1, null)`;

  await migrate(database, MIGRATIONS, silentLog);

  expect(await sql`select item_count, bin_count, location_count from workspaces order by id`).toEqual([
    { item_count: 2, bin_count: 1, location_count: 1 },
    { item_count: 1, bin_count: 0, location_count: 0 },
  ]);
  expect(await sql`select reserved::text, available::text from items where id = 'item_1'`).toEqual([
    { reserved: "0.000", available: "2.500" },
  ]);
  expect(await sql`select id from items where name_words(name) like '% screws%'`).toEqual([{ id: "item_1" }]);
});

test("an upgrade from before triggers leaves tasks and events as people's own doing", async () => {
  await migrate(database, migrationsUpTo(3), silentLog);
  const { sql } = database;
  await sql`insert into organizations (id, created_at, updated_at, name, slug, plan) values ('org_1', now(), now(), 'O', 'o', 'free')`;
  await sql`insert into workspaces (id, created_at, updated_at, organization_id, environment) values ('ws_1', now(), now(), 'org_1', 'live')`;
  await sql`insert into tasks (id, created_at, updated_at, workspace_id, title, status, priority, source)
    values ('task_1', now(), now(), 'ws_1', 'Oil the vice', 'open', 'normal', 'user')`;
  await sql`insert into events (id, workspace_id, seq, type, subject_type, subject_id, subject_name, auth_method, changes, data, created_at)
    values ('evt_1', 'ws_1', 1, 'task.created', 'task', 'task_1', 'Oil the vice', 'session', '{}', '{}', now())`;

  await migrate(database, MIGRATIONS, silentLog);

  expect(await sql`select trigger_id, close_when_resolved, missing from tasks`).toEqual([
    { trigger_id: null, close_when_resolved: false, missing: null },
  ]);
  expect(await sql`select trigger_id, trigger_depth from events`).toEqual([
    { trigger_id: null, trigger_depth: 0 },
  ]);
  expect(await sql`select trigger_count from workspaces`).toEqual([{ trigger_count: 0 }]);
});

test("an upgrade from before calls shared rows keeps each call of a key's log", async () => {
  await migrate(database, migrationsUpTo(5), silentLog);
  const { sql } = database;
  await sql`insert into users (id, created_at, updated_at, email, name, password_hash) values ('user_1', now(), now(), 'a@b.c', 'A', 'x')`;
  await sql`insert into organizations (id, created_at, updated_at, name, slug, plan) values ('org_1', now(), now(), 'O', 'o', 'free')`;
  await sql`insert into workspaces (id, created_at, updated_at, organization_id, environment) values ('ws_1', now(), now(), 'org_1', 'live')`;
  await sql`insert into api_keys (id, created_at, updated_at, organization_id, workspace_id, environment, name, prefix, scopes, acts_as)
    values ('key_1', now(), now(), 'org_1', 'ws_1', 'live', 'K', 'p', '{bins:read}', 'user_1')`;
  await sql`insert into requests (id, workspace_id, api_key_id, acts_as, request_id, method, endpoint, status, code, ip, created_at)
    values ('req_1', 'ws_1', 'key_1', 'user_1', 'one', 'GET', 'GET /bins', 200, null, '::1', '2026-01-01T00:00:00.007Z'),
      ('req_2', 'ws_1', 'key_1', 'user_1', 'two', 'GET', 'GET /bins', 401, 'key_expired', '::1', '2026-01-01T00:00:00.007Z')`;

  await migrate(database, MIGRATIONS, silentLog);

  const kept = { api_key_id: "key_1", endpoint: "GET /bins", ip: "::1", user_agent: null, offsets_ms: [0] };
  expect(await sql`select * from api_key_calls order by id`).toMatchObject([
    { ...kept, id: "req_1", status: 200, code: null, request_ids: ["one"] },
    { ...kept, id: "req_2", status: 401, code: "key_expired", request_ids: ["two"] },
  ]);
  const [times] =
    await sql`select extract(epoch from min(first_at))::float8 * 1000 as first, min(last_at) = max(first_at) as same from api_key_calls`;
  expect(times).toEqual({ first: Date.parse("2026-01-01T00:00:00.007Z"), same: true });
});
