import { codeFromPayload } from "@stowage/contract/codes";
import type { TestDatabase } from "@stowage/db/testing/test-database";

/** Things of the first workspace, for tests to ask about. */
export interface Seeded {
  house: string;
  room: string;
  bin: string;
  code: string;
  item: string;
  project: string;
}

/** Of each workspace; three of them have what one may have at most, or a good part of it. */
const COUNTS = { items: 10_000, bins: 7_000, locations: 2_000, events: 7_000, tasks: 7_000, projects: 2_000 };
const CODE = codeFromPayload("SEED00");

/**
 * Fills the live workspaces of organizations, past the API, with as much as lists are made for. What is of different
 * workspaces lies mixed, as it does when all of them write.
 */
export async function seedMuch(
  { sql }: Pick<TestDatabase, "sql">,
  owners: readonly { organization_id: string; user_id: string }[],
): Promise<Seeded> {
  await sql.begin(async (tx) => {
    await tx.unsafe(FUNCTIONS);
    for (const [n, { organization_id, user_id }] of owners.entries())
      await tx`insert into seeds select ${n + 1}::int, id, organization_id, ${user_id}::text from workspaces
        where organization_id = ${organization_id} and environment = 'live'`;
    await tx.unsafe("analyze seeds");
    for (const statement of [LOCATIONS, BINS, CODES, ITEMS, PROJECTS, RESERVATIONS, TASKS, EVENTS, COUNTED])
      await tx.unsafe(statement);
  });
  await sql.unsafe("vacuum analyze locations, bins, codes, items, projects, reservations, tasks, events");
  const idOf = (prefix: string, i: number) =>
    `${prefix}_00000${"1".padStart(3, "0")}${i.toString(16).padStart(18, "0")}`;
  return {
    house: idOf("loc", 1),
    room: idOf("loc", 777),
    bin: idOf("bin", 777),
    code: CODE,
    item: idOf("item", 777),
    project: idOf("proj", 777),
  };
}

const FUNCTIONS = `
  create temp table seeds (n int, ws text, org text, user_id text) on commit drop;
  create function pg_temp.tid(prefix text, n int, i int) returns text language sql immutable
    return prefix || '_00000' || lpad(to_hex(n), 3, '0') || lpad(to_hex(i), 18, '0');
  create function pg_temp.at(i int) returns timestamptz language sql immutable
    return '2026-01-01T00:00:00Z'::timestamptz + i * interval '4 minutes';
  create function pg_temp.label(n int, i int) returns text language sql immutable
    return case when n = 1 and i = 777 then '${CODE}' else lpad(upper(to_hex(n * 100000 + i)), 7, '0') end;`;

const rows = (count: number) => `generate_series(1, ${count}) i cross join seeds`;

/** Ten houses with rooms in them. */
const LOCATIONS = `
  insert into locations (id, created_at, updated_at, workspace_id, name, parent_id, kind, path, depth)
  select id, at, at, ws, case when parent is null then 'House ' else 'Room ' end || i, parent, 'room',
    array_remove(array[parent, id], null), case when parent is null then 1 else 2 end
  from (
    select n, i, ws, pg_temp.tid('loc', n, i) as id, pg_temp.at(i) as at,
      case when i > 10 then pg_temp.tid('loc', n, i % 10 + 1) end as parent
    from ${rows(COUNTS.locations)} order by i
  ) as places`;

const BINS = `
  insert into bins (id, created_at, updated_at, workspace_id, code, name, location_id, tags, deleted_at)
  select pg_temp.tid('bin', n, i), pg_temp.at(i), pg_temp.at(i), ws, pg_temp.label(n, i), 'Box ' || i,
    case when i % 20 > 0 then pg_temp.tid('loc', n, i % ${COUNTS.locations} + 1) end,
    case when i % 500 = 0 then array['common', 'rare'] else array['common'] end,
    case when i % 50 = 0 then pg_temp.at(i) end
  from ${rows(COUNTS.bins)} order by i`;

/** Those on the bins, and a sheet of blank ones. */
const CODES = `
  insert into codes (organization_id, code, target_type, target_id, batch_id, created_at)
  select org, pg_temp.label(n, i), case when i <= ${COUNTS.bins} then 'bin' end,
    case when i <= ${COUNTS.bins} then pg_temp.tid('bin', n, i) end, case when i > ${COUNTS.bins} then 'sheet' end, pg_temp.at(i)
  from ${rows(COUNTS.bins * 2)} order by i`;

const ITEMS = `
  insert into items (id, created_at, updated_at, workspace_id, name, bin_id, location_id, quantity, min_quantity,
    barcodes, sku, external_id, tags, custom_fields, expires_on, deleted_at)
  select pg_temp.tid('item', n, i), pg_temp.at(i), pg_temp.at(i), ws, 'Screw ' || i,
    case when i % 10 between 1 and 6 then pg_temp.tid('bin', n, i % ${COUNTS.bins} + 1) end,
    case when i % 10 > 6 then pg_temp.tid('loc', n, i % ${COUNTS.locations} + 1) end,
    i % 100, case when i % 7 = 0 then 10 end,
    array['4006381' || lpad(i::text, 6, '0')], 'SKU-' || i, 'erp-' || i,
    case when i % 500 = 0 then array['common', 'rare'] else array['common'] end,
    jsonb_build_object('serial', i, 'shade', (array['red', 'green', 'blue'])[i % 3 + 1]),
    case when i % 5 = 0 then '2026-03-01'::date + i % 1000 end,
    case when i % 50 = 0 then pg_temp.at(i) end
  from ${rows(COUNTS.items)} order by i`;

const PROJECTS = `
  insert into projects (id, created_at, updated_at, workspace_id, name, description, status, due_on, tags)
  select pg_temp.tid('proj', n, i), pg_temp.at(i), pg_temp.at(i), ws, 'Project ' || i, repeat('What it is about. ', 30),
    case when i % 10 = 0 then 'active' else 'done' end, case when i % 3 = 0 then '2026-03-01'::date + i % 300 end,
    case when i % 500 = 0 then array['rare'] else '{}' end
  from ${rows(COUNTS.projects)} order by i`;

const RESERVATIONS = `
  insert into reservations (id, created_at, updated_at, workspace_id, project_id, item_id, quantity)
  select pg_temp.tid('rsv', n, i), pg_temp.at(i), pg_temp.at(i), ws, pg_temp.tid('proj', n, i % ${COUNTS.projects} + 1),
    pg_temp.tid('item', n, i), 1
  from ${rows(COUNTS.projects * 3)} order by i`;

const TASKS = `
  insert into tasks (id, created_at, updated_at, workspace_id, title, status, priority, due_on, assignee_id, project_id,
    subject_type, subject_id, source)
  select pg_temp.tid('task', n, i), pg_temp.at(i), pg_temp.at(i), ws, 'Task ' || i,
    (array['open', 'in_progress', 'done', 'done', 'done', 'done', 'done', 'done', 'done', 'cancelled'])[i % 10 + 1], 'normal',
    case when i % 3 = 0 then '2026-03-01'::date + i % 300 end, case when i % 200 = 0 then user_id end,
    case when i % 4 = 0 then pg_temp.tid('proj', n, i % ${COUNTS.projects} + 1) end, 'item',
    pg_temp.tid('item', n, i % ${COUNTS.items} + 1), 'user'
  from ${rows(COUNTS.tasks)} order by i`;

const EVENTS = `
  insert into events (id, workspace_id, seq, type, subject_type, subject_id, subject_name, actor_user_id, auth_method,
    changes, data, created_at)
  select pg_temp.tid('evt', n, i), ws, 1000 + i,
    case when i % 100 = 0 then 'item.moved' when i % 10 = 0 then 'bin.updated' else 'item.quantity_changed' end,
    case when i % 10 = 0 and i % 100 > 0 then 'bin' else 'item' end,
    case when i % 10 = 0 and i % 100 > 0 then pg_temp.tid('bin', n, i % ${COUNTS.bins} + 1)
      else pg_temp.tid('item', n, i % ${COUNTS.items} + 1) end,
    'Screw ' || i, user_id, 'session', '{}', '{}', pg_temp.at(i)
  from ${rows(COUNTS.events)} order by i`;

const COUNTED = `
  update workspaces set revision = revision + 1000000, location_count = ${COUNTS.locations},
    bin_count = (select count(*) from bins where workspace_id = ws and deleted_at is null),
    item_count = (select count(*) from items where workspace_id = ws and deleted_at is null)
  from seeds where workspaces.id = ws`;
