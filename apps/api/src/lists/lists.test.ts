import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { statementsOf } from "../testing/statements-of.ts";
import { type Person, startTestServer, type TestKey, type TestServer } from "../testing/test-server.ts";
import { allTold } from "../testing/told.ts";

let server: TestServer;
let anna: Person;
let key: TestKey;
/** Home > Garage > Shelf; a bin on the shelf, one in the garage; items in each, and in the inbox. */
let home: { id: string };
let garage: { id: string };
let shelf: { id: string };
let box: { id: string; code: string };
let crate: { id: string; code: string };

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  key = await anna.key(undefined);
  home = await make("locations", { name: "Home" });
  garage = await make("locations", { name: "Garage", parent_id: home.id });
  shelf = await make("locations", { name: "Shelf", parent_id: garage.id });
  box = await make("bins", { name: "Box", location_id: shelf.id, tags: ["red"] });
  crate = await make("bins", { name: "Crate", location_id: garage.id });
  await make("items", {
    name: "Nut",
    bin_id: box.id,
    tags: ["metal", "m3"],
    quantity: 5,
    sku: "N-3",
    barcodes: ["4006"],
  });
  await make("items", {
    name: "Bolt",
    bin_id: crate.id,
    tags: ["metal"],
    expires_on: "2026-05-01",
    external_id: "erp-7",
  });
  await make("items", {
    name: "Saw",
    location_id: garage.id,
    custom_fields: { volts: 12, shade: "red", new: true },
  });
  await make("items", {
    name: "Milk",
    expires_on: "2026-03-01",
    min_quantity: 2,
    custom_fields: { volts: "12" },
  });
  const gone = await make("items", { name: "Gone", bin_id: box.id });
  await key.ask("DELETE", `items/${gone.id}`);
});
afterAll(() => server.close());

async function make(noun: string, body: object) {
  const answer = await key.ask("POST", noun, { body });
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

async function names(path: string, caller: Pick<TestKey, "ask"> = key): Promise<string[]> {
  const answer = await caller.ask("GET", path);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.data.map((row: { name: string }) => row.name);
}

const viaTrpc = (path: string, input: object, caller: Pick<TestKey, "ask"> = key) =>
  caller.ask("GET", `/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`);

describe("every filter of items", () => {
  const cases: [string, () => string, string[]][] = [
    ["bin_id", () => `bin_id=${box.id}`, ["Nut"]],
    ["bin_id by the code on a label", () => `bin_id=${box.code.toLowerCase()}`, ["Nut"]],
    ["location_id", () => `location_id=${garage.id}`, ["Saw"]],
    ["location_id, recursive", () => `location_id=${home.id}&recursive=true`, ["Bolt", "Nut", "Saw"]],
    ["location_id, recursive, of a place below", () => `location_id=${shelf.id}&recursive=true`, ["Nut"]],
    ["inbox", () => "inbox=true", ["Milk"]],
    ["inbox, not", () => "inbox=false", ["Bolt", "Nut", "Saw"]],
    ["one tag", () => "tag=metal", ["Bolt", "Nut"]],
    ["two tags", () => "tag=metal&tag=m3", ["Nut"]],
    ["low_stock", () => "low_stock=true", ["Milk"]],
    ["low_stock, not", () => "low_stock=false", ["Bolt", "Nut", "Saw"]],
    ["expiring_before is exclusive", () => "expiring_before=2026-05-01", ["Milk"]],
    ["barcode", () => "barcode=4006", ["Nut"]],
    ["external_id", () => "external_id=erp-7", ["Bolt"]],
    ["sku", () => "sku=N-3", ["Nut"]],
    ["custom, a number and the text of it", () => "custom.volts=12", ["Milk", "Saw"]],
    ["custom, two of them", () => "custom.volts=12&custom.shade=red", ["Saw"]],
    ["custom, as key=value", () => "custom=new%3Dtrue", ["Saw"]],
    ["q, words anywhere", () => "q=ut%20met", ["Nut"]],
    ["updated_since", () => "updated_since=2999-01-01T00:00:00Z", []],
    ["deleted", () => "deleted=true", ["Gone"]],
    [
      "several at once",
      () => `tag=metal&location_id=${garage.id}&recursive=true&low_stock=false&q=bolt`,
      ["Bolt"],
    ],
  ];
  test.each(cases)("%s", async (_name, query, expected) => {
    expect(await names(`items?sort=name&${query()}`)).toEqual(expected);
    const counted = (await key.ask("GET", `items?limit=1&include_total=true&${query()}`)).body;
    expect(counted.total).toBe(expected.length);
  });

  test("nothing that is asked for wrongly is ignored", async () => {
    for (const query of [
      "custom.Volts=1",
      "custom=volts",
      "expiring_before=soon",
      "updated_since=2026-01-01",
      "inbox=maybe",
      "fields=id,colour",
      "include=everything",
      "fields=",
      "custome.volts=1",
    ])
      expect((await key.ask("GET", `items?${query}`)).status, query).toBe(422);
  });

  test("a custom filter is compared as text, whatever stands in it", async () => {
    for (const value of ["1e999", '"}', "null", "\ud800", "\u0000", "a".repeat(2_000)]) {
      const answer = await viaTrpc("items.list", { custom: [`volts=${value}`] });
      expect([answer.status, answer.body.result?.data.data], value.slice(0, 9)).toEqual([200, []]);
    }
  });

  test("what is in a bin is listed by its code too, and filtered alike", async () => {
    expect(await names(`bins/${box.code}/items`)).toEqual(["Nut"]);
    expect(await names(`bins/${box.id}/items?tag=none`)).toEqual([]);
    expect(await names(`bins/${box.id}/items?deleted=true`)).toEqual(["Gone"]);
    expect((await key.ask("GET", "bins/bin_01h455vb4pex5vsknk084sn02q/items")).status).toBe(404);
  });
});

test("items that expire come first, those that never do last; the other way round they lead", async () => {
  expect((await names("items?sort=expires_on")).slice(0, 2)).toEqual(["Milk", "Bolt"]);
  const down = await names("items?sort=-expires_on");
  expect(down.slice(-2)).toEqual(["Bolt", "Milk"]);
  for (const sort of ["expires_on", "-expires_on"]) {
    const paged: string[] = [];
    for (let cursor = ""; ; ) {
      const page = (await key.ask("GET", `items?sort=${sort}&limit=1${cursor && `&cursor=${cursor}`}`)).body;
      paged.push(page.data[0].name);
      if (page.next_cursor === null) break;
      cursor = page.next_cursor;
    }
    expect(paged).toEqual(await names(`items?sort=${sort}`));
  }
  const forged = Buffer.from(JSON.stringify(["expires_on", "soon", "item_1"])).toString("base64url");
  expect((await key.ask("GET", `items?sort=expires_on&cursor=${forged}`)).status).toBe(422);
});

test("bins and locations have their filters", async () => {
  expect(await names(`bins?location_id=${garage.id}`)).toEqual(["Crate"]);
  expect(await names(`bins?sort=name&location_id=${home.id}&recursive=true`)).toEqual(["Box", "Crate"]);
  expect(await names("bins?tag=red")).toEqual(["Box"]);
  expect(await names("bins?updated_since=2999-01-01T00:00:00Z")).toEqual([]);
  expect(await names("bins?deleted=true")).toEqual([]);
  expect(await names(`locations?parent_id=${garage.id}`)).toEqual(["Shelf"]);
  expect(await names("locations?updated_since=2999-01-01T00:00:00Z")).toEqual([]);
  expect(await names("locations?q=gar")).toEqual(["Garage"]);
});

test("totals that nothing narrows are the counts that each change keeps, and right", async () => {
  for (const [noun, total] of [
    ["items", 4],
    ["bins", 2],
    ["locations", 3],
  ] as const)
    expect((await key.ask("GET", `${noun}?include_total=true&limit=1`)).body.total, noun).toBe(total);
});

test("a bin is found by any of its labels, those of its organization alone", async () => {
  const second = "0000000";
  await server.database.sql`insert into codes (organization_id, code, target_type, target_id, created_at)
    values (${anna.organization_id}, ${second}, 'bin', ${box.id}, now())`;
  expect((await key.ask("GET", `bins/${second}`)).body.id).toBe(box.id);
  expect(await names(`items?bin_id=${second}`)).toEqual(["Nut"]);
  const eve = await server.signUp("Eve");
  expect((await eve.ask("GET", `bins/${second}`)).status).toBe(404);
  expect((await eve.ask("GET", `bins/${box.code}`)).status).toBe(404);
});

test("contents: places, then bins, then items, each by name, on pages of any size", async () => {
  const all = (await key.ask("GET", `locations/${garage.id}/contents`)).body;
  expect(all.data).toEqual([
    { type: "location", id: shelf.id, name: "Shelf", kind: "other" },
    { type: "bin", id: crate.id, name: "Crate", code: crate.code },
    { type: "item", id: expect.any(String), name: "Saw", quantity: 1, unit: "pcs", is_low: false },
  ]);
  const paged = [];
  for (let cursor = ""; ; ) {
    const page = (
      await key.ask("GET", `locations/${garage.id}/contents?limit=1${cursor && `&cursor=${cursor}`}`)
    ).body;
    paged.push(...page.data);
    if (page.next_cursor === null) break;
    cursor = page.next_cursor;
  }
  expect(paged).toEqual(all.data);
  expect((await key.ask("GET", `locations/${garage.id}/contents?cursor=abc`)).status).toBe(422);
  const eve = await server.signUp("Eva");
  expect((await eve.ask("GET", `locations/${garage.id}/contents`)).status).toBe(404);
});

test("libraries count what is in them, at every depth, the trash left out", async () => {
  const [library] = (await key.ask("GET", "libraries")).body.data;
  expect(library).toMatchObject({ id: home.id, location_count: 2, bin_count: 2, item_count: 3 });
});

test("the libraries of a key that is bound to places are those places, the outermost of them", async () => {
  const bound = await anna.key(["locations:read"], { location_ids: [garage.id, shelf.id] });
  const { data } = (await bound.ask("GET", "libraries?include_total=true")).body;
  expect(data).toMatchObject([{ id: garage.id, location_count: 1, bin_count: 2, item_count: 3 }]);
});

describe("fields and include", () => {
  test("fields leaves those members and the id, with commas, repeated, and on tRPC as a list, in the same bytes", async () => {
    const commas = await key.ask("GET", "items?sort=name&fields=name,quantity");
    expect(commas.body.data[0]).toEqual({ id: expect.any(String), name: "Bolt", quantity: 1 });
    expect((await key.ask("GET", "items?sort=name&fields=name&fields=quantity")).text).toBe(commas.text);
    const trpc = await viaTrpc("items.list", { sort: "name", fields: ["name", "quantity"] });
    expect(JSON.stringify(trpc.body.result.data)).toBe(commas.text);
    const one = await key.ask("GET", `bins/${box.id}?fields=code`);
    expect(one.body).toEqual({ id: box.id, code: box.code });
    expect(one.headers.etag).toBe('"v1"');
  });

  test("include spells out where a thing is, in few queries for any number of rows", async () => {
    const { data } = (await key.ask("GET", "items?sort=name&include=location_path,bin&fields=name")).body;
    expect(data.slice(0, 2)).toEqual([
      {
        id: expect.any(String),
        name: "Bolt",
        location_path: [
          { id: home.id, name: "Home" },
          { id: garage.id, name: "Garage" },
        ],
        bin: { id: crate.id, code: crate.code, name: "Crate" },
      },
      { id: expect.any(String), name: "Milk", location_path: [], bin: null },
    ]);
    const bins = (await key.ask("GET", "bins?sort=name&include=item_count,location_path")).body.data;
    expect(bins[0]).toMatchObject({
      name: "Box",
      item_count: 1,
      location_path: [{ name: "Home" }, { name: "Garage" }, { name: "Shelf" }],
    });
    await allTold(server); // who hears of events asks, too
    const queries = await statementsOf(server.database, () =>
      key.ask("GET", "items?include=location_path,bin"),
    );
    expect(queries.length).toBeGreaterThan(0);
    expect(queries.length).toBeLessThanOrEqual(4);
    expect((await key.ask("GET", `items/${data[0].id}?include=bin`)).body.bin.code).toBe(crate.code);
  });

  test("a bounded key sees no names of places above its bounds", async () => {
    const bound = await anna.key(["items:read", "bins:read"], { location_ids: [shelf.id] });
    const { data } = (await bound.ask("GET", "items?include=location_path,bin")).body;
    expect(data).toMatchObject([{ name: "Nut", location_path: [{ name: "Shelf" }], bin: { name: "Box" } }]);
    expect((await bound.ask("GET", "items?include=location_path")).text).not.toContain("Garage");
    expect(await names(`items?location_id=${home.id}&recursive=true`, bound)).toEqual(["Nut"]);
    expect(await names("items?inbox=true", bound)).toEqual([]);
    expect((await bound.ask("GET", "items?include_total=true")).body.total).toBe(1);
  });
});
