import { afterAll, beforeAll, expect, test } from "vitest";
import { seedMuch } from "../testing/seed-much.ts";
import { type SentStatement, statementsOf } from "../testing/statements-of.ts";
import { type Person, startTestServer, type TestKey, type TestServer } from "../testing/test-server.ts";

// Every question that a list, a picker or a search asks, on tables of the size that they are made for.

/** Tables that grow without end: reading one from front to back is a defect. */
const BIG = new Set(["items", "bins", "events", "codes", "tasks", "locations", "projects", "reservations"]);

interface Statement extends SentStatement {
  asked: string;
}

let server: TestServer;
let anna: Person;
/** A caller without bounds, and one that is bound to a small part of the places. */
let callers: [TestKey, TestKey];
/** PostgreSQL 16 and newer tell how they would run a statement whatever its values. */
let knowsGenericPlans = false;
let seeded: Awaited<ReturnType<typeof seedMuch>>;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  const others = [await server.signUp("Eve"), await server.signUp("Bob")];
  seeded = await seedMuch(server.database, [anna, ...others]);
  const [version] = await server.database.sql`select current_setting('server_version_num')::int as number`;
  knowsGenericPlans = version?.number >= 160_000;
  callers = [await anna.key(undefined), await anna.key(undefined, { location_ids: [seeded.room] })];
}, 120_000);
afterAll(() => server.close());

const withSorts = (fields: readonly string[]) =>
  fields.flatMap((field) => [`sort=${field}`, `sort=-${field}`]);
/** Each sort by itself; each filter with the usual sort and with two others. */
const each = (path: string, sorts: readonly string[], filters: readonly string[]) => [
  ...sorts.map((sort) => `${path}?limit=20&${sort}`),
  ...filters.flatMap((filter) =>
    ["", ...sorts.slice(0, 1), ...sorts.slice(-1)].map(
      (sort) => `${path}?limit=20&${filter}${sort && `&${sort}`}`,
    ),
  ),
];

const PLACES = () => [`location_id=${seeded.room}`, `location_id=${seeded.house}&recursive=true`];
const SINCE = "updated_since=2026-02-27T00:00:00Z";

const QUESTIONS: Record<string, () => string[]> = {
  items: () =>
    each("items", withSorts(["name", "created_at", "updated_at", "quantity", "expires_on"]), [
      `bin_id=${seeded.bin}`,
      `bin_id=${seeded.code}`,
      ...PLACES(),
      "inbox=true",
      "inbox=false",
      "tag=rare",
      "tag=common&tag=rare",
      "low_stock=true",
      "low_stock=false",
      "expiring_before=2026-03-08",
      SINCE,
      "barcode=4006381000777",
      "external_id=erp-777",
      "sku=SKU-777",
      "custom.serial=777",
      "custom.serial=777&custom.shade=red",
      "q=screw%20777",
      "deleted=true",
      "deleted=true&q=777",
      "low_stock=true&tag=common&q=screw",
    ]),
  bins: () =>
    each("bins", withSorts(["name", "created_at", "updated_at"]), [
      ...PLACES(),
      "tag=rare",
      SINCE,
      "q=box%20777",
      "deleted=true",
    ]),
  locations: () =>
    each("locations", withSorts(["name", "created_at", "updated_at"]), [
      `parent_id=${seeded.house}`,
      SINCE,
      "q=room",
    ]),
  tasks: () =>
    each("tasks", withSorts(["title", "created_at", "updated_at", "due_on"]), [
      "status=open",
      "status=open&status=in_progress",
      `assignee_id=${anna.user_id}`,
      `subject_id=${seeded.item}`,
      "due_before=2026-03-08",
      SINCE,
      "q=task%20777",
      `project_id=${seeded.project}`,
    ]),
  projects: () =>
    each("projects", withSorts(["name", "created_at", "updated_at", "due_on"]), [
      "status=active",
      SINCE,
      "tag=rare",
      "q=project%20777",
      `item_id=${seeded.item}`,
      "include=stock",
    ]),
  events: () =>
    each(
      "events",
      [],
      [
        "after=100",
        "after=100&type=item.*",
        "since=2026-01-20T00:00:00Z",
        "type=item.created",
        "type=item.*",
        "type=item.moved",
        `subject_id=${seeded.item}`,
        `api_key_id=${callers[0].id}`,
        `user_id=${anna.user_id}`,
      ],
    ),
  "what is in a thing": () => [
    `locations/${seeded.room}/contents`,
    `locations/${seeded.house}/contents`,
    `bins/${seeded.bin}/items`,
    `bins/${seeded.code}/items?sort=name`,
    `bins/${seeded.bin}`,
    `bins/${seeded.code}`,
    `items/${seeded.item}`,
    `items/${seeded.item}?include=bin,location_path`,
    `locations/${seeded.room}`,
    "items?include=bin,location_path",
    "bins?include=item_count,location_path",
    "libraries",
    `projects/${seeded.project}/items`,
    `codes/${seeded.code}`,
  ],
  labels: () => [
    "codes",
    "codes?claimed=true",
    "codes?claimed=false",
    "codes?batch_id=sheet",
    `codes?target_id=${seeded.bin}`,
    "labels/batches",
  ],
  imports: () => ["imports", "imports?include_total=true"],
  pickers: () => [
    "search?q=box&type=bin&type=location&limit=20",
    "search?q=screw&type=item&limit=8",
    "search?q=roo%207&type=location",
    "bins?limit=8",
    "locations?limit=200",
    "projects?limit=20&status=planned&status=active&sort=name",
    "projects?q=proj&status=active",
  ],
  totals: () =>
    [
      "items",
      "items?low_stock=true",
      "items?tag=rare",
      "items?expiring_before=2026-03-08",
      "items?deleted=true",
      "items?q=777",
      `items?location_id=${seeded.house}&recursive=true`,
      "bins",
      "bins?tag=rare",
      "locations",
      "tasks?status=open",
      "projects",
      "libraries",
    ].map((path) => `${path}${path.includes("?") ? "&" : "?"}include_total=true`),
  "searches and counts": () => [
    "search?q=screw",
    "search?q=scrwe%20777",
    "search?q=777",
    "search?q=zz",
    `search?q=${seeded.code}`,
    "summary",
  ],
};

test.each(Object.keys(QUESTIONS))("%s: no question reads a big table from front to back", async (name) => {
  const statements = new Map<string, Statement>();
  for (const [index, caller] of callers.entries())
    for (const path of QUESTIONS[name]?.() ?? []) {
      const asked = `${path}${index === 0 ? "" : " (bounded)"}`;
      for (const statement of await overheard(caller, asked, path)) statements.set(statement.text, statement);
    }
  const defects: string[] = [];
  for (const statement of statements.values())
    for (const table of new Set(await tablesRead(statement)))
      defects.push(`${table}: ${statement.asked}\n${statement.text}`);
  expect(statements.size).toBeGreaterThan(0);
  expect(defects).toEqual([]);
});

test("one thing by its key and a whole list are quick reads; what looks at more than it gives is not", async () => {
  const [free, bound] = callers;
  const quickOf = async (caller: TestKey, path: string) =>
    (await overheard(caller, path, path))
      .filter(({ text }) => !text.includes('select "revision"'))
      .map(({ isQuick }) => isQuick);
  for (const path of [
    `bins/${seeded.bin}`,
    `items/${seeded.item}`,
    "items?limit=20&sort=name",
    "bins",
    "tasks",
  ]) {
    expect(new Set(await quickOf(free, path)), path).toEqual(new Set([true]));
    expect(new Set(await quickOf(bound, path)), `${path} (bounded)`).toEqual(new Set([false]));
  }
  for (const path of ["items?tag=rare", "items?q=777", "bins?deleted=true", "search?q=screw", "summary"])
    expect(await quickOf(free, path), path).not.toContain(true);
  const accounts = await statementsOf(server.database, () => anna.ask("GET", "instance/users"));
  expect(
    accounts.map(({ isQuick }) => isQuick),
    "accounts, which no index puts in order",
  ).not.toContain(true);
});

/** What a question makes the server send to the database. */
async function overheard(caller: TestKey, asked: string, path: string): Promise<Statement[]> {
  const sent = await statementsOf(server.database, async () => {
    const answer = await caller.ask("GET", path);
    expect([200, 404], `${asked}: ${answer.text}`).toContain(answer.status);
  });
  return sent
    .filter(({ text }) => /^\s*(select|with|\()/i.test(text))
    .map((statement) => ({ ...statement, asked }));
}

/** How PostgreSQL writes a plan. */
interface PlanRow {
  "QUERY PLAN": [{ Plan: PlanNode }];
}

interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  Plans?: PlanNode[];
}

/** A whole list by one of its sorts: an index gives its first page, and nothing is sorted for it. */
const isWholeList = (asked: string) => /^\w+\?limit=\d+&sort=-?\w+$/.test(asked);

/**
 * The big tables that a statement reads from front to back, or a tenant's part of them for a page in their order: with
 * the values of the question, or whatever they are.
 */
async function tablesRead({ text, params, asked }: Statement): Promise<string[]> {
  const { sql } = server.database;
  const planned = await sql.unsafe<PlanRow[]>(`explain (format json) ${text}`, params as never[]); // as they were sent
  const prepared = knowsGenericPlans
    ? await sql.unsafe<PlanRow[]>(`explain (generic_plan, format json) ${text}`).simple()
    : [];
  const plans = [...planned, ...prepared].map((row) => row["QUERY PLAN"][0].Plan);
  return [...plans.flatMap(seqScans), ...(isWholeList(asked) ? plans.flatMap(sortedTables) : [])];
}

function seqScans(node: PlanNode): string[] {
  const table = node["Relation Name"] ?? "";
  const own = node["Node Type"].endsWith("Seq Scan") && BIG.has(table) ? [table] : [];
  return [...own, ...(node.Plans ?? []).flatMap(seqScans)];
}

/** An incremental sort only puts rows in order that the index gave as equals. */
function sortedTables(node: PlanNode): string[] {
  const below = (node.Plans ?? []).flatMap(sortedTables);
  return node["Node Type"] === "Sort" ? [...below, ...(node.Plans ?? []).flatMap(bigTables)] : below;
}

function bigTables(node: PlanNode): string[] {
  const table = node["Relation Name"] ?? "";
  return [...(BIG.has(table) ? [table] : []), ...(node.Plans ?? []).flatMap(bigTables)];
}
