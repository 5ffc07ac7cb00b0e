import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, PUBLIC_URL, startTestServer, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;
const ids: Record<string, string> = {};
const codes: Record<string, string> = {};

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  await make("locations", "Home");
  await make("locations", "Garage", { parent_id: ids.Home });
  await make("locations", "Shelf 3", { parent_id: ids.Garage, description: "Everything for the boat" });
  await make("bins", "Red box", { location_id: ids.Garage, tags: ["winter"] });
  await make("bins", "Screwdrivers", { location_id: ids["Shelf 3"] });
  await make("items", "Screw");
  await make("items", "Screws M3", { bin_id: ids["Red box"], quantity: 120 });
  await make("items", "Long wood screw", { bin_id: ids["Red box"] });
  await make("items", "Corkscrew", { location_id: ids["Shelf 3"] });
  await make("items", "Glue", { notes: "Holds a screw in soft wood", tags: ["sticky"] });
  await make("items", "Tape", { sku: "TP-50", barcodes: ["4006381333931"], external_id: "ha:tape" });
  await make("items", "100%_pure\\ oil");
  await make("items", "Hose 1/4 inch", { min_quantity: 5, quantity: 2, unit: "m" });
  await make("items", "Gläser für Öl");
  await make("items", "日本のねじ");
  await make("items", "[🔩 Rivets]");
  await make("items", "Wasted", {});
  await anna.ask("DELETE", `items/${ids.Wasted}`);
});
afterAll(() => server.close());

async function make(noun: string, name: string, body: object = {}) {
  const made = await anna.ask("POST", noun, { body: { name, ...body } });
  expect(made.status, made.text).toBe(201);
  ids[name] = made.body.id;
  codes[name] = made.body.code;
}

type Asks = Pick<Person, "ask">;
const searched = async (q: string, more = "", who: Asks = anna) => {
  const answer = await who.ask("GET", `search?q=${encodeURIComponent(q)}${more}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.data;
};
const namesFor = async (...asked: Parameters<typeof searched>): Promise<string[]> =>
  (await searched(...asked)).map(({ name }: { name: string }) => name);

describe("search ranks", () => {
  test.each([
    [
      "the name itself, its beginning, a word's, within it, elsewhere",
      "screw",
      ["Screw", "Screws M3", "Screwdrivers", "Long wood screw", "Corkscrew", "Glue"],
    ],
    ["without regard to case", "SCREWS m3", ["Screws M3"]],
    ["all words wherever they are", "wood screw", ["Long wood screw", "Glue"]],
    ["a name's words in any order", "m3 screws", ["Screws M3"]],
    ["by a tag", "sticky", ["Glue"]],
    ["by a place's description", "boat", ["Shelf 3"]],
    ["by letters that are not English", "öl", ["Gläser für Öl"]],
    ["by how a name begins, in any script", "日本", ["日本のねじ"]],
    ["by how a name begins after what parts words", "(🔩 riv", ["[🔩 Rivets]"]],
    ["by words that a name parts otherwise", "1/4 hose", ["Hose 1/4 inch"]],
  ])("%s", async (_, q, names) => {
    expect(await namesFor(q)).toEqual(names);
  });

  test.each([
    ["a barcode", "4006381333931"],
    ["a SKU, in any case", "tp-50"],
    ["an external id", "ha:tape"],
  ])("%s as surely as a name", async (_, q) => {
    expect(await searched(q)).toMatchObject([{ name: "Tape", score: 1 }]);
  });

  // Without bins: one whose label happens to begin so is found as well.
  test.each([["by a number", "3", ["Shelf 3"]]])("%s", async (_, q, names) => {
    expect(await namesFor(q, "&type=item&type=location")).toEqual(names);
  });

  test("an id as surely as a name", async () => {
    expect(await searched(ids.Garage ?? "")).toMatchObject([{ type: "location", name: "Garage", score: 1 }]);
  });
});

describe("a typo still finds", () => {
  test.each([
    ["two letters swapped", "scerw", "Screw"],
    ["a letter too many", "corkscreew", "Corkscrew"],
    ["a letter missing", "garge", "Garage"],
    ["a wrong letter", "glae", "Glue"],
    ["letters swapped in a short word", "tpae", "Tape"],
    ["two typos in a long word", "scrwedrvers", "Screwdrivers"],
    ["a typo in one word, and a number that is right", "shlef 3", "Shelf 3"],
    ["half a word with a typo", "screwdirv", "Screwdrivers"],
  ])("%s", async (_, q, name) => {
    expect((await namesFor(q))[0]).toBe(name);
  });

  test("but numbers mean what they say, and nonsense finds nothing", async () => {
    expect(await namesFor("shelf 4")).toEqual([]);
    expect(await namesFor("qzxwvk")).toEqual([]);
    expect(await namesFor("zq")).toEqual([]);
  });

  test("and never comes before what was typed", async () => {
    const scores = (await searched("tape")).map(({ score }: { score: number }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores[0]).toBe(1);
  });
});

describe("characters with a meaning for patterns or SQL are only themselves", () => {
  test.each([
    ["%", ["100%_pure\\ oil"]],
    ["_", ["100%_pure\\ oil"]],
    ["\\", ["100%_pure\\ oil"]],
    ["100%_pure\\ oil", ["100%_pure\\ oil"]],
    ["sc%ew", []],
    ["gl_e", []],
    ["'; drop table items; --", []],
    ['$1 {x} "', []],
    ["(((", []],
  ])("%s", async (q, names) => {
    expect(await namesFor(q)).toEqual(names);
  });
});

test("each hit tells what it is, and its place spelled out", async () => {
  expect((await searched("screws m3"))[0]).toEqual({
    type: "item",
    id: ids["Screws M3"],
    name: "Screws M3",
    place: "Home / Garage / Red box",
    path: [
      { type: "location", id: ids.Home, name: "Home" },
      { type: "location", id: ids.Garage, name: "Garage" },
      { type: "bin", id: ids["Red box"], name: "Red box" },
    ],
    quantity: 120,
    unit: "pcs",
    is_low: false,
    score: 1,
  });
  expect((await searched("red box"))[0]).toMatchObject({
    type: "bin",
    code: codes["Red box"],
    place: "Home / Garage",
  });
  expect((await searched("shelf 3"))[0]).toMatchObject({ type: "location", place: "Home / Garage" });
  expect((await searched("home"))[0]).toMatchObject({ place: "", path: [] });
  expect((await searched("hose"))[0]).toMatchObject({ place: "", is_low: true, unit: "m" });
});

test("a label's code or URL finds what it is on, as one would type or scan it", async () => {
  const code = codes["Red box"] ?? "";
  for (const q of [
    code,
    code.toLowerCase(),
    `${code.slice(0, 3)}-${code.slice(3)}`,
    `${PUBLIC_URL}/c/${code}`,
  ])
    expect(await namesFor(q), q).toContain("Red box");
  expect((await searched(code))[0]).toMatchObject({ name: "Red box", score: 1 });
});

test("what is in the trash is not found", async () => {
  expect(await namesFor("wasted")).toEqual([]);
  expect(await namesFor("wastde")).toEqual([]);
});

test("type narrows the kinds, and limit the hits", async () => {
  expect(await namesFor("screw", "&type=bin")).toEqual(["Screwdrivers"]);
  expect(await namesFor("screw", "&type=bin&type=location")).toEqual(["Screwdrivers"]);
  expect(await namesFor("screw", "&limit=2")).toEqual(["Screw", "Screws M3"]);
});

test("what cannot be a search is refused, naming the field", async () => {
  for (const query of [
    "",
    "q=",
    "q=%20",
    `q=${"x".repeat(201)}`,
    "q=a&limit=51",
    "q=a&limit=0",
    "q=a&type=task",
    "q=a&sort=name",
  ])
    expect((await anna.ask("GET", `search?${query}`)).status, query).toBe(422);
  expect(await namesFor(`${"none ".repeat(39)}x`)).toEqual([]);
});

test("a bounded key finds what lies in its places, and learns no name above or beside them", async () => {
  const bound = await anna.key(["items:read", "bins:read"], { location_ids: [ids.Garage ?? ""] });
  expect(await namesFor("screw", "", bound)).toEqual([
    "Screws M3",
    "Screwdrivers",
    "Long wood screw",
    "Corkscrew",
  ]);
  expect(await namesFor("home", "", bound)).toEqual([]);
  expect(await namesFor("hmoe", "", bound)).toEqual([]);
  expect(await namesFor("4006381333931", "", bound)).toEqual([]);
  expect((await searched("screws m3", "", bound))[0]).toMatchObject({ place: "Garage / Red box" });
  expect((await searched("garage", "", bound))[0]).toMatchObject({ place: "", path: [] });
  const elsewhere = await anna.key(["items:read", "bins:read"], { location_ids: [ids["Shelf 3"] ?? ""] });
  expect(await namesFor(codes["Red box"] ?? "", "", elsewhere)).toEqual([]);
});

test("another organization and the other environment are out of reach, by name and by label", async () => {
  const berta = await server.signUp("Berta");
  const test = await anna.key(["items:read", "bins:read"], { environment: "test" });
  for (const who of [berta, test])
    for (const q of ["screws m3", codes["Red box"] ?? "", ids["Red box"] ?? "", "garge"])
      expect((await searched(q, "", who)).map(({ id }: { id: string }) => id)).not.toContain(ids["Red box"]);
  expect(await namesFor("corkscrew", "", berta)).toEqual([]);
});

test("a short name is found among thousands that hold the word, and by their beginnings alone those that begin so", async () => {
  const clara = await server.signUp("Clara");
  const { rows } = await many(clara);
  expect(rows).toBe(3_000);
  const before = await scansByStart();
  expect((await namesFor("box", "&limit=3", clara))[0]).toBe("Box");
  expect(await namesFor("crtae", "&limit=3", clara)).toHaveLength(3);
  expect(await searched("crate", "&limit=50", clara)).toHaveLength(50);
  await expect.poll(scansByStart).toBeGreaterThanOrEqual(before + 3); // a connection reports them when it has time
});

/** How often PostgreSQL has looked for bins where names that begin alike lie together. */
async function scansByStart(): Promise<number> {
  const [index] = await server.database.sql<{ scans: number }[]>`
    select idx_scan::int as scans from pg_stat_user_indexes where indexrelname = 'bins_name_start'`;
  return index?.scans ?? 0;
}

/** Bins with longer names that were made first, so that rows found early are the wrong ones. */
async function many(person: Person): Promise<{ rows: number }> {
  const [place] = await server.deps.database.sql<{ id: string }[]>`
    select id from workspaces where organization_id = ${person.organization_id} and environment = 'live'`;
  const made = await server.deps.database.sql`
    insert into bins (id, created_at, updated_at, workspace_id, code, name)
    select 'bin_many' || i, now(), now(), ${place?.id ?? ""}, 'MANY' || i, 'Crate or box number ' || i
    from generate_series(1, 3000) as i`;
  const box = await person.ask("POST", "bins", { body: { name: "Box" } });
  expect(box.status).toBe(201);
  await server.database.sql`analyze bins`;
  return { rows: made.count };
}
