import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestKey, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;
let key: TestKey;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  key = await anna.key(undefined);
});
afterAll(() => server.close());

async function item(body: Record<string, unknown>) {
  const answer = await key.ask("POST", "items", { body: { name: "Screw", ...body } });
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

const eventsOf = async (id: string) =>
  (await key.ask("GET", `events?after=0&subject_id=${id}`)).body.data.map(
    (event: { type: string }) => event.type,
  );

test("an item starts with the defaults, and text is cleaned", async () => {
  const made = await item({ name: "  Nut\u200b  M3\u202e \u0000", tags: ["a", " a ", "b"] });
  expect(made).toMatchObject({
    name: "Nut M3",
    quantity: 1,
    unit: "pcs",
    min_quantity: null,
    is_low: false,
    bin_id: null,
    location_id: null,
    tags: ["a", "b"],
    version: 1,
  });
});

test("quantities keep three decimals, and more are refused", async () => {
  expect((await item({ quantity: 0.125 })).quantity).toBe(0.125);
  expect((await item({ quantity: 99_999_999_999.999 })).quantity).toBe(99_999_999_999.999);
  for (const quantity of [-1, 0.1234, 1e12, "1", Number.NaN])
    expect((await key.ask("POST", "items", { body: { name: "x", quantity } })).status, String(quantity)).toBe(
      422,
    );
});

test("a day that the calendar does not have is refused", async () => {
  for (const expires_on of ["2026-02-30", "0000-01-01", "2026-1-2", "tomorrow", "2026-01-02T00:00:00Z"])
    expect((await key.ask("POST", "items", { body: { name: "x", expires_on } })).status, expires_on).toBe(
      422,
    );
  expect((await item({ expires_on: "9999-12-31" })).expires_on).toBe("9999-12-31");
});

test("an adjustment is atomic: a hundred at once are all counted", async () => {
  const { id } = await item({ quantity: 0 });
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => key.ask("POST", `items/${id}/adjust`, { body: { delta: 0.1 } })),
  );
  expect(answers.map((answer) => answer.status).every((status) => status === 200)).toBe(true);
  expect((await key.ask("GET", `items/${id}`)).body).toMatchObject({ quantity: 10, version: 101 });
});

test("stock never goes below nothing; zero stays an item", async () => {
  const { id } = await item({ quantity: 5 });
  const all = await key.ask("POST", `items/${id}/adjust`, { body: { delta: -5 } });
  expect(all.body).toMatchObject({ quantity: 0, event_seq: expect.any(Number) });
  const more = await key.ask("POST", `items/${id}/adjust`, { body: { delta: -1 } });
  expect([more.status, more.body.code, more.body.current_quantity]).toEqual([409, "insufficient_stock", 0]);
  expect((await key.ask("GET", `items/${id}`)).body.quantity).toBe(0);
});

test("a count sets, if_quantity guards, and neither or both of delta and count is refused", async () => {
  const { id } = await item({ quantity: 5 });
  const adjust = (body: object) => key.ask("POST", `items/${id}/adjust`, { body });
  expect((await adjust({ count: 7, if_quantity: 5 })).body.quantity).toBe(7);
  expect((await adjust({ count: 8, if_quantity: 5 })).body).toMatchObject({
    code: "conflict",
    current_quantity: 7,
  });
  expect((await adjust({})).status).toBe(422);
  expect((await adjust({ delta: 1, count: 1 })).status).toBe(422);
  expect((await adjust({ count: 7 })).body.event_seq).toBeNull();
});

test("low stock is announced on the crossing alone, and restocking on the way back", async () => {
  const { id } = await item({ quantity: 5, min_quantity: 2 });
  const adjust = (delta: number) => key.ask("POST", `items/${id}/adjust`, { body: { delta } });
  await adjust(-3);
  await adjust(-1);
  await adjust(4);
  expect(await eventsOf(id)).toEqual([
    "item.created",
    "item.quantity_changed",
    "item.low_stock",
    "item.quantity_changed",
    "item.quantity_changed",
    "item.restocked",
  ]);
});

test("an item is in a bin or in a location, never both; moving leaves the old place", async () => {
  const location = (await key.ask("POST", "locations", { body: { name: "Shelf" } })).body;
  const bin = (await key.ask("POST", "bins", { body: { name: "Box", location_id: location.id } })).body;
  const both = await key.ask("POST", "items", {
    body: { name: "x", bin_id: bin.id, location_id: location.id },
  });
  expect(both.status).toBe(422);
  const { id } = await item({ location_id: location.id });
  const moved = await key.ask("PATCH", `items/${id}`, { body: { bin_id: bin.code } });
  expect(moved.body).toMatchObject({ bin_id: bin.id, location_id: null });
  expect(await eventsOf(id)).toEqual(["item.created", "item.moved"]);
});

test("what a PATCH does not send stays, null clears, and a change of nothing records nothing", async () => {
  const { id } = await item({ sku: "A-1", notes: "keep" });
  const patched = await key.ask("PATCH", `items/${id}`, { body: { sku: null, name: "Bolt" } });
  expect(patched.body).toMatchObject({ sku: null, name: "Bolt", notes: "keep", version: 2 });
  const same = await key.ask("PATCH", `items/${id}`, { body: { name: "Bolt" } });
  expect(same.body).toMatchObject({ version: 2 });
  expect(await eventsOf(id)).toEqual(["item.created", "item.updated"]);
});

test("a write that expects another version is 412 with the current one, by header and by field", async () => {
  const { id } = await item({});
  const patch = (headers: Record<string, string>, body: object) =>
    key.ask("PATCH", `items/${id}`, { headers, body });
  const stale = await patch({ "if-match": '"v7"' }, { name: "a" });
  expect([stale.status, stale.body.code, stale.body.current_version, stale.headers.etag]).toEqual([
    412,
    "version_mismatch",
    1,
    '"v1"',
  ]);
  expect((await patch({}, { name: "a", if_version: 9 })).status).toBe(412);
  expect((await patch({ "if-match": "v1" }, { name: "a" })).body.code).toBe("invalid_header");
  expect((await patch({ "if-match": '"v1"' }, { name: "a" })).headers.etag).toBe('"v2"');
  expect((await patch({ "if-match": "*" }, { name: "b" })).status).toBe(200);
  expect((await key.ask("DELETE", `items/${id}`, { headers: { "if-match": '"v1"' } })).status).toBe(412);
  expect((await key.ask("DELETE", `items/${id}`, { headers: { "if-match": '"v3"' } })).status).toBe(200);
  expect((await key.ask("GET", `items/${id}`)).status).toBe(404);
});

test("an external id is one item's; the trash gives it back", async () => {
  const { id } = await item({ external_id: "erp-1" });
  const twice = await key.ask("POST", "items", { body: { name: "x", external_id: "erp-1" } });
  expect([twice.status, twice.body.code]).toEqual([409, "conflict"]);
  await key.ask("DELETE", `items/${id}`);
  expect((await key.ask("POST", "items", { body: { name: "x", external_id: "erp-1" } })).status).toBe(201);
});

test("what fails leaves nothing behind: no row, no event, no gap", async () => {
  const before = (await key.ask("GET", "events?limit=1")).body.data[0].seq;
  const total = (await key.ask("GET", "items?include_total=true")).body.total;
  await key.ask("POST", "items", { body: { name: "x", bin_id: "bin_missing" } });
  await key.ask("POST", "items", { body: { name: "x", external_id: "erp-1" } });
  expect((await key.ask("GET", "items?include_total=true")).body.total).toBe(total);
  const { id } = await item({ name: "next" });
  const [event] = (await key.ask("GET", `events?subject_id=${id}`)).body.data;
  expect(event.seq).toBe(before + 1);
});

test("the feed has no gaps and no repeats however many write at once", async () => {
  const start = (await key.ask("GET", "events?limit=1")).body.data[0].seq;
  await Promise.all(Array.from({ length: 40 }, (_, index) => item({ name: `Parallel ${index}` })));
  const seqs: number[] = [];
  let after = start;
  for (;;) {
    const page = (await key.ask("GET", `events?after=${after}&limit=7`)).body.data as { seq: number }[];
    if (page.length === 0) break;
    seqs.push(...page.map(({ seq }) => seq));
    after = seqs.at(-1) ?? after;
  }
  expect(seqs).toEqual(Array.from({ length: 40 }, (_, index) => start + 1 + index));
});

test("paging by cursor meets every row once, in every sort, while others write", async () => {
  const other = await server.signUp("Pager");
  const pager = await other.key(undefined);
  for (let index = 0; index < 23; index++)
    await pager.ask("POST", "items", {
      body: { name: `${index % 2 ? "item" : "Item"} ${index % 5}`, quantity: index % 4 },
    });
  for (const sort of [
    "name",
    "-name",
    "created_at",
    "-created_at",
    "updated_at",
    "-updated_at",
    "quantity",
    "-quantity",
  ]) {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await pager.ask("GET", `items?limit=5&sort=${sort}${cursor ? `&cursor=${cursor}` : ""}`);
      expect(page.status, page.text).toBe(200);
      seen.push(...page.body.data.map((row: { id: string }) => row.id));
      cursor = page.body.next_cursor;
    } while (cursor);
    expect(new Set(seen).size, sort).toBe(23);
    expect(seen.length, sort).toBe(23);
  }
});

test("a forged or foreign cursor is refused", async () => {
  const forge = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  for (const cursor of [
    "abc",
    forge({}),
    forge(["name", "a", "item_x"]),
    forge(["-updated_at", "now'; drop table items", "x"]),
    forge(["-updated_at", "2026-01-01T00:00:00Z", "\u0000"]),
    forge(["-updated_at", "99999-01-01T00:00:00Z", "x"]),
    forge(["-updated_at", "0000-01-01T00:00:00Z", "x"]),
  ])
    expect((await key.ask("GET", `items?cursor=${cursor}`)).status, cursor).toBe(422);
});

test("the search box finds every word, anywhere, and takes % and _ as they are", async () => {
  await item({ name: "Hex bolt M8", sku: "HB_8", tags: ["zinc%"], barcodes: ["4006381333931"] });
  const find = async (q: string) =>
    (await key.ask("GET", `items?q=${encodeURIComponent(q)}`)).body.data.length;
  expect(await find("m8 hex")).toBe(1);
  expect(await find("hb_8")).toBe(1);
  expect(await find("HBx8")).toBe(0);
  expect(await find("zinc%")).toBe(1);
  expect(await find("381333")).toBe(1);
  expect(await find("hex nothing")).toBe(0);
});

test("filters narrow: bin, tag, low stock", async () => {
  const bin = (await key.ask("POST", "bins", { body: { name: "Filtered" } })).body;
  const low = await item({ bin_id: bin.id, quantity: 1, min_quantity: 5, tags: ["red"] });
  const fine = await item({ bin_id: bin.id, quantity: 9, min_quantity: 5, tags: ["blue"] });
  const ids = async (query: string) =>
    (await key.ask("GET", `items?bin_id=${bin.id}&${query}`)).body.data.map((row: { id: string }) => row.id);
  expect(await ids("low_stock=true")).toEqual([low.id]);
  expect(await ids("low_stock=false")).toEqual([fine.id]);
  expect(await ids("tag=red")).toEqual([low.id]);
});
