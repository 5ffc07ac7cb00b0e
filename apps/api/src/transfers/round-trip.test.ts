import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Answer, type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let owner: Person;
let restorer: Person;
let turn = 0;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  turn++;
  owner = await server.signUp(`Owner ${turn}`);
  restorer = await server.signUp(`Restorer ${turn}`);
});

type Row = Record<string, unknown>;
const linesOf = ({ text }: Answer): Row[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
const ndjson = (raw: string) => ({ raw, headers: { "content-type": "application/x-ndjson" } });
const csv = (raw: string) => ({ raw, headers: { "content-type": "text/csv" } });

async function made(who: Person, noun: string, body: object): Promise<Row & { id: string }> {
  const { status, body: thing, text } = await who.ask("POST", noun, { body });
  expect(status, text).toBeLessThan(300);
  return thing;
}

const HOSTILE = {
  name: '=HYPERLINK("http://evil";"click")',
  unit: "+x",
  sku: "-1+1",
  notes: '\'=quoted\n@second line, with; "all"\tof it',
  tags: ["=tag", "a;b", "a,b", "back\\slash", "'"],
  barcodes: ["@123", "-5"],
  serial_number: "'",
  model: "''=x",
  manufacturer: "007",
  custom_fields: {
    number: 12,
    number_text: "12",
    truth: true,
    truth_text: "true",
    nothing: null,
    nothing_text: "null",
    empty: "",
    formula: "=1+1",
    quoted: '"so"',
    minus: -5,
  },
};

/** A bit of everything, and of what is awkward. */
async function fill(who: Person): Promise<void> {
  const home = await made(who, "locations", { name: "Home", kind: "site" });
  const room = await made(who, "locations", { name: "A/C \\ room", parent_id: home.id });
  const { data: blank } = (await made(who, "codes", { count: 3, batch: "sheet one" })) as unknown as {
    data: { code: string }[];
  };
  const bin = await made(who, "bins", { ...{ name: "=Box", tags: ["red"] }, location_id: room.id });
  await made(who, `codes/${blank[0]?.code}/claim`, {
    target_type: "item",
    target_id: (await made(who, "items", { name: "Labelled" })).id,
  });
  const screws = await made(who, "items", { ...HOSTILE, bin_id: bin.id, quantity: 12.345, min_quantity: 20 });
  await made(who, "items", {
    name: "Loose",
    location_id: room.id,
    external_id: "=ext",
    expires_on: "2030-01-02",
  });
  await made(who, "items", { name: "Inbox", quantity: 0 });
  const gone = await made(who, "items", { name: "Trashed" });
  await who.ask("DELETE", `items/${gone.id}`);
  const project = await made(who, "projects", {
    name: "Shelf",
    status: "active",
    tags: ["wood"],
    due_on: "2030-05-05",
  });
  await made(who, `projects/${project.id}/reservations`, { item_id: screws.id, quantity: 5 });
  await made(who, `projects/${project.id}/consume`, { items: [{ item_id: screws.id, quantity: 2 }] });
  await made(who, "tasks", {
    title: "Count",
    project_id: project.id,
    subject_type: "bin",
    subject_id: bin.id,
    assignee_id: who.user_id,
    status: "in_progress",
  });
  await made(who, "tasks", { title: "About what is gone", due_on: "2030-01-01" });
}

/** Without what must differ in another organization: ids by their order, times, versions, who it is assigned to. */
function comparable(rows: Row[]): unknown[] {
  const order = new Map<string, string>();
  for (const { id, type } of rows) if (typeof id === "string") order.set(id, `${type} ${order.size}`);
  const mapped = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(mapped);
    return typeof value === "string" ? (order.get(value) ?? value) : value;
  };
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(
          ([field]) =>
            !["created_at", "updated_at", "completed_at", "version", "assignee_id"].includes(field),
        )
        .map(([field, value]) => [field, mapped(value)]),
    ),
  );
}

/** In the order in which things were made, whatever their ids. */
const sorted = (rows: Row[]) =>
  rows.toSorted((one, other) =>
    `${one.type} ${one.name ?? one.title}`.localeCompare(`${other.type} ${other.name ?? other.title}`),
  );

describe("an export, imported into another organization", () => {
  test("NDJSON: is all of it again, with references that follow and labels that still lead there", async () => {
    await fill(owner);
    const exported = await owner.ask("GET", "export");
    const answer = await restorer.ask("POST", "import", ndjson(exported.text));
    expect(answer.status, answer.text).toBe(200);
    const rows = linesOf(exported);
    expect(answer.body).toMatchObject({ status: "done", created: rows.length - 1, updated: 0, unchanged: 0 });
    const again = linesOf(await restorer.ask("GET", "export"));
    expect(comparable(sorted(again))).toEqual(comparable(sorted(rows)));
    const mine = new Set(rows.map(({ id }) => id));
    expect(again.filter(({ id }) => typeof id === "string" && mine.has(id))).toEqual([]);
    const bin = again.find(({ type }) => type === "bin");
    expect((await restorer.ask("GET", `bins/${bin?.code}`)).body.id).toBe(bin?.id);
    const label = again.find(({ type, target_id }) => type === "code" && target_id !== null);
    expect((await restorer.ask("GET", `codes/${label?.code}`)).body.target.name).toBe("Labelled");
  });

  test("NDJSON: into an empty server keeps every id, and a second time changes nothing", async () => {
    await fill(owner);
    const exported = await owner.ask("GET", "export");
    const other = await startTestServer();
    const there = await other.signUp("There");
    expect((await there.ask("POST", "import", ndjson(exported.text))).body.status).toBe("done");
    const ids = (rows: Row[]) => rows.filter(({ type }) => type !== "reservation").map(({ id }) => id);
    const first = await there.ask("GET", "export");
    expect(ids(linesOf(first))).toEqual(ids(linesOf(exported)));
    const again = await there.ask("POST", "import", ndjson(exported.text));
    expect(again.body, again.text).toMatchObject({ created: 0, updated: 0 });
    expect((await there.ask("GET", "export")).text).toBe(first.text);
    await other.close();
  });

  test.each(["items", "bins", "locations", "projects", "tasks"])(
    "CSV of %s: back into its own place changes nothing, hostile values and all",
    async (type) => {
      await fill(owner);
      const before = await owner.ask("GET", "export");
      const exported = await owner.ask("GET", `export?format=csv&type=${type}`);
      const answer = await owner.ask("POST", "import", csv(exported.text));
      expect(answer.status, answer.text).toBe(200);
      expect(answer.body).toMatchObject({ created: 0, updated: 0 });
      expect(answer.body.unchanged).toBeGreaterThan(0);
      expect((await owner.ask("GET", "export")).text).toBe(before.text);
    },
  );

  test("CSV of items: makes the same items elsewhere, with places by their path", async () => {
    await made(owner, "items", { ...HOSTILE, quantity: 3 });
    const room = await made(owner, "locations", { name: "A/C \\ room" });
    await made(owner, "items", { name: "Fan", location_id: room.id });
    const exported = await owner.ask("GET", "export?format=csv");
    const answer = await restorer.ask("POST", "import", csv(exported.text));
    expect(answer.status, answer.text).toBe(200);
    const items = (await restorer.ask("GET", "items?include=location_path")).body.data;
    expect(items.find(({ sku }: Row) => sku !== null)).toMatchObject({ ...HOSTILE, quantity: 3 });
    expect(items.find(({ name }: Row) => name === "Fan").location_path[0].name).toBe("A/C \\ room");
  });

  test("a row that was deleted meanwhile comes out of the trash", async () => {
    const item = await made(owner, "items", { name: "Back again" });
    const exported = await owner.ask("GET", "export");
    await owner.ask("DELETE", `items/${item.id}`);
    expect((await owner.ask("POST", "import", ndjson(exported.text))).body).toMatchObject({ updated: 1 });
    expect((await owner.ask("GET", `items/${item.id}`)).body.deleted_at).toBeNull();
  });
});
