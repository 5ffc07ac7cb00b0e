import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestKey, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let anna: Person;
let key: TestKey;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  key = await anna.key(undefined);
});
afterAll(() => server.close());

async function made(noun: string, body: object = {}) {
  const answer = await key.ask("POST", noun, { body: { name: "Thing", ...body } });
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

const got = async (id: string, noun = "items") => (await key.ask("GET", `${noun}/${id}`)).body;
const move = (id: string, body: object, by = key) => by.ask("POST", `items/${id}/move`, { body });
const restore = (id: string, noun = "items", body: object = {}) =>
  key.ask("POST", `${noun}/${id}/restore`, { body });
const eventsOf = async (id: string) =>
  (await key.ask("GET", `events?after=0&subject_id=${id}`)).body.data as {
    type: string;
    seq: number;
    changes: object;
    data: Record<string, unknown>;
  }[];

test("an item moves whole, by a bin's id or code, into a location, and to the inbox", async () => {
  const bin = await made("bins");
  const shelf = await made("locations", { name: "Shelf" });
  const { id } = await made("items", { quantity: 0 });
  const first = await move(id, { to_bin_id: bin.code });
  expect(first.status, first.text).toBe(200);
  expect(first.body).toMatchObject({ item: { bin_id: bin.id, location_id: null, version: 2 } });
  expect(first.body).not.toHaveProperty("moved_item");
  expect(first.body.item).toEqual(await got(id));
  await move(id, { to_location_id: shelf.id, if_version: 2 });
  const last = await move(id, { to_location_id: null });
  expect(last.body.item).toMatchObject({ bin_id: null, location_id: null, version: 4 });
  const events = (await eventsOf(id)).slice(1);
  expect(events.map(({ type }) => type)).toEqual(Array(3).fill("item.moved"));
  expect(events[0]?.seq).toBe(first.body.event_seq);
  expect(events[1]?.changes).toEqual({
    bin_id: { old: bin.id, new: null },
    location_id: { old: null, new: shelf.id },
  });
});

test("moving it to where it is succeeds and records nothing", async () => {
  const bin = await made("bins");
  const item = await made("items", { bin_id: bin.id, quantity: 4 });
  for (const body of [{ to_bin_id: bin.id }, { to_bin_id: bin.code, quantity: 2 }]) {
    const answer = await move(item.id, body);
    expect([answer.status, answer.body]).toEqual([200, { item, event_seq: null }]);
  }
  expect(await eventsOf(item.id)).toHaveLength(1);
});

test("a part becomes an item of its own, with all but what names one single thing", async () => {
  const bin = await made("bins");
  const item = await made("items", {
    quantity: 5.5,
    unit: "m",
    min_quantity: 3,
    tags: ["a"],
    barcodes: ["1"],
    notes: "n",
    sku: "s",
    custom_fields: { k: 1 },
    expires_on: "2030-01-01",
    external_id: "whole",
    serial_number: "sn",
  });
  const { status, body, text } = await move(item.id, { to_bin_id: bin.id, quantity: 3.3 });
  expect(status, text).toBe(200);
  expect(body.item).toEqual({
    ...item,
    quantity: 2.2,
    available: 2.2,
    is_low: true,
    version: 2,
    updated_at: body.item.updated_at,
  });
  const { id, created_at, updated_at } = body.moved_item;
  expect(body.moved_item).toEqual({
    ...item,
    ...{ id, created_at, updated_at, version: 1, bin_id: bin.id, quantity: 3.3, available: 3.3 },
    ...{ external_id: null, serial_number: null },
  });
  expect([await got(item.id), await got(id)]).toEqual([body.item, body.moved_item]);
  const [, changed, low] = await eventsOf(item.id);
  expect(changed).toMatchObject({
    type: "item.quantity_changed",
    seq: body.event_seq,
    changes: { quantity: { old: 5.5, new: 2.2 } },
    data: { split_into: id },
  });
  expect(low?.type).toBe("item.low_stock");
  const [created] = await eventsOf(id);
  expect(created).toMatchObject({ type: "item.created", data: { split_from: item.id, quantity: 3.3 } });
});

test("all of a quantity by name is a move; more than there is, is refused with what is there", async () => {
  const bin = await made("bins");
  const item = await made("items", { quantity: 2 });
  const more = await move(item.id, { to_bin_id: bin.id, quantity: 2.001 });
  expect([more.status, more.body.code, more.body.current_quantity]).toEqual([409, "insufficient_stock", 2]);
  const all = await move(item.id, { to_bin_id: bin.id, quantity: 2 });
  expect(all.body).toMatchObject({ item: { id: item.id, bin_id: bin.id, quantity: 2 } });
  expect(all.body).not.toHaveProperty("moved_item");
});

test("a move names exactly one place that is there", async () => {
  const bin = await made("bins");
  const shelf = await made("locations", { name: "One place" });
  const item = await made("items", { quantity: 2 });
  const away = await made("bins");
  await key.ask("DELETE", `bins/${away.id}`);
  for (const [body, status] of [
    [{}, 422],
    [{ to_bin_id: bin.id, to_location_id: shelf.id }, 422],
    [{ to_bin_id: null, to_location_id: null }, 422],
    [{ to_bin_id: bin.id, quantity: 0 }, 422],
    [{ to_bin_id: bin.id, quantity: 0.0001 }, 422],
    [{ to_bin_id: bin.id, quantity: -1 }, 422],
    [{ to_bin_id: 5 }, 422],
    [{ to_bin_id: away.id }, 404],
    [{ to_bin_id: away.code }, 404],
    [{ to_location_id: "loc_nowhere" }, 404],
    [{ to_location_id: shelf.id, if_version: 2 }, 412],
  ] as const)
    expect((await move(item.id, body)).status, JSON.stringify(body)).toBe(status);
  expect(await got(item.id)).toEqual(item);
  expect((await move("item_nowhere", { to_bin_id: bin.id })).status).toBe(404);
});

test("parts taken at once by many never add up to more than there was", async () => {
  const bin = await made("bins");
  const item = await made("items", { quantity: 10 });
  const answers = await Promise.all(
    Array.from({ length: 15 }, () => move(item.id, { to_bin_id: bin.id, quantity: 0.9 })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(11);
  expect((await got(item.id)).quantity).toBe(0.1);
});

test("a restored item is where it was, with one event and its old values", async () => {
  const bin = await made("bins");
  const item = await made("items", { bin_id: bin.id, quantity: 3, min_quantity: 4, external_id: "back" });
  await key.ask("DELETE", `items/${item.id}`);
  const trashed = (await key.ask("GET", `items/${item.id}`)).status;
  const answer = await restore(item.id);
  expect([trashed, answer.status]).toEqual([404, 200]);
  expect(answer.body).toEqual({ ...item, version: 3, updated_at: answer.body.updated_at });
  expect(answer.headers.etag).toBe('"v3"');
  const events = await eventsOf(item.id);
  expect(events.map(({ type }) => type)).toEqual([
    "item.created",
    "item.low_stock",
    "item.deleted",
    "item.restored",
  ]);
  expect(events.at(-1)?.changes).toEqual({ deleted_at: { old: expect.any(String), new: null } });
});

test("restoring what is not in the trash changes nothing", async () => {
  const item = await made("items");
  const bin = await made("bins");
  expect((await restore(item.id)).body).toEqual(item);
  expect((await restore(bin.code, "bins")).body).toEqual(bin);
  expect((await restore("item_nowhere")).status).toBe(404);
  expect((await restore("bin_nowhere", "bins")).status).toBe(404);
  expect((await restore(item.id, "items", { if_version: 2 })).status).toBe(412);
});

test("an item whose bin is in the trash comes back to where that stood, or to the inbox", async () => {
  const shelf = await made("locations", { name: "Old shelf" });
  for (const location_id of [shelf.id, null]) {
    const bin = await made("bins", { location_id });
    const item = await made("items", { bin_id: bin.id });
    await key.ask("DELETE", `items/${item.id}`);
    await key.ask("DELETE", `bins/${bin.id}`);
    expect((await restore(item.id)).body).toMatchObject({ bin_id: null, location_id });
    const events = await eventsOf(item.id);
    expect(events.at(-1)?.changes).toMatchObject({ bin_id: { old: bin.id, new: null } });
  }
});

test("what was in a place that is gone by now comes back to the inbox", async () => {
  const place = await made("locations", { name: "Short-lived" });
  const bin = await made("bins", { location_id: place.id });
  const item = await made("items", { location_id: place.id });
  await key.ask("DELETE", `items/${item.id}`);
  await key.ask("DELETE", `bins/${bin.id}`);
  expect((await key.ask("DELETE", `locations/${place.id}`)).status).toBe(200);
  expect((await restore(item.id)).body).toMatchObject({ bin_id: null, location_id: null });
  expect((await restore(bin.code, "bins")).body).toMatchObject({ location_id: null, deleted_at: null });
  expect((await eventsOf(bin.id)).map(({ type }) => type)).toEqual([
    "bin.created",
    "bin.deleted",
    "bin.restored",
  ]);
});

test("an external id that was taken meanwhile keeps the item in the trash", async () => {
  const item = await made("items", { external_id: "again" });
  await key.ask("DELETE", `items/${item.id}`);
  const next = await made("items", { external_id: "again" });
  const refused = await restore(item.id);
  expect([refused.status, refused.body.code]).toEqual([409, "conflict"]);
  await key.ask("DELETE", `items/${next.id}`);
  const both = await Promise.all([restore(item.id), restore(next.id)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test("a full workspace takes nothing back, and splits nothing off", async () => {
  const { database } = server;
  const item = await made("items", { quantity: 2 });
  const bin = await made("bins");
  const gone = await made("items");
  const goneBin = await made("bins");
  await key.ask("DELETE", `items/${gone.id}`);
  await key.ask("DELETE", `bins/${goneBin.id}`);
  const [counted] = await database.sql`select item_count, bin_count from workspaces
    where id = (select workspace_id from items where id = ${item.id})`;
  const set = (items: number, bins: number) => database.sql`update workspaces set item_count = ${items},
    bin_count = ${bins} where id = (select workspace_id from items where id = ${item.id})`;
  await set(100_000, 20_000);
  const refused = [
    await restore(gone.id),
    await restore(goneBin.id, "bins"),
    await move(item.id, { to_bin_id: bin.id, quantity: 1 }),
  ];
  expect(refused.map(({ body }) => body.code)).toEqual(Array(3).fill("limit_reached"));
  expect((await move(item.id, { to_bin_id: bin.id })).status).toBe(200);
  await set(counted?.item_count, counted?.bin_count);
  expect((await restore(gone.id)).status).toBe(200);
});

test("K26: a bounded key moves and restores within its places alone", async () => {
  const inside = await made("locations", { name: "In bounds" });
  const outside = await made("locations", { name: "Out of bounds" });
  const bound = await anna.key(undefined, { location_ids: [inside.id] });
  const bin = await made("bins", { location_id: outside.id });
  const outer = await made("items", { location_id: outside.id });
  const item = await made("items", { location_id: inside.id, quantity: 2 });
  for (const [body, status, pointer] of [
    [{ to_bin_id: bin.id }, 404, null],
    [{ to_location_id: outside.id }, 404, null],
    [{ to_location_id: null }, 422, "/to_location_id"],
    [{ to_bin_id: null, quantity: 1 }, 422, "/to_bin_id"],
  ] as const) {
    const answer = await move(item.id, body, bound);
    expect([answer.status, answer.body.errors?.[0].pointer ?? null]).toEqual([status, pointer]);
  }
  expect((await move(outer.id, { to_location_id: inside.id }, bound)).status).toBe(404);
  for (const { id } of [item, outer]) await key.ask("DELETE", `items/${id}`);
  const restored = async (id: string) => (await bound.ask("POST", `items/${id}/restore`)).status;
  expect([await restored(item.id), await restored(outer.id)]).toEqual([200, 404]);
});

test("tRPC moves and restores as REST does", async () => {
  const { id } = await made("items", { quantity: 2 });
  const bin = await made("bins");
  const moved = await anna.ask("POST", "/trpc/items.move", {
    body: { id, to_bin_id: bin.code, quantity: 1 },
  });
  expect(moved.body.result.data).toMatchObject({ item: { quantity: 1 }, moved_item: { bin_id: bin.id } });
  const short = await anna.ask("POST", "/trpc/items.move", {
    body: { id, to_bin_id: bin.code, quantity: 5 },
  });
  expect(short.body.error.data.problem).toMatchObject({ code: "insufficient_stock", current_quantity: 1 });
  await key.ask("DELETE", `items/${id}`);
  const restored = await anna.ask("POST", "/trpc/items.restore", { body: { id } });
  expect(restored.body.result.data).toMatchObject({ id, deleted_at: null, version: 4 });
});
