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

type Operation = Record<string, unknown>;

const bulk = (operations: Operation[], { atomic = false, noun = "items", by = key } = {}) =>
  by.ask("POST", `${noun}/bulk`, { body: { atomic, operations } });

async function made(noun: string, body: object = {}) {
  const answer = await key.ask("POST", noun, { body: { name: "Thing", ...body } });
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

const got = async (id: string, noun = "items") => (await key.ask("GET", `${noun}/${id}`)).body;
const revision = async () => (await key.ask("GET", "events?limit=1")).body.data[0]?.seq as number | undefined;
const statuses = (answer: { body: { data: { status: number }[] } }) =>
  answer.body.data.map(({ status }) => status);

test("each operation ends with the status and the body of its single call", async () => {
  const bin = await made("bins");
  const item = await made("items", { quantity: 5 });
  const gone = await made("items");
  const answer = await bulk([
    { op: "create", data: { name: "New", bin_id: bin.code } },
    { op: "update", id: item.id, data: { notes: "changed" } },
    { op: "adjust", id: item.id, data: { delta: -2 } },
    { op: "move", id: item.id, data: { to_bin_id: bin.id, quantity: 1 } },
    { op: "delete", id: gone.id },
    { op: "restore", id: gone.id },
    { op: "upsert", external_id: "u-1", data: { name: "Upserted" } },
    { op: "upsert", external_id: "u-1", data: { quantity: 7 } },
  ]);
  expect(answer.status, answer.text).toBe(200);
  expect(statuses(answer)).toEqual([201, 200, 200, 200, 200, 200, 201, 200]);
  expect(answer.body).toMatchObject({ succeeded: 8, failed: 0 });
  const [created, updated, adjusted, moved, deleted, restored, first, second] = answer.body.data.map(
    ({ data }: { data: unknown }) => data,
  );
  expect(created).toEqual(await got(created.id));
  expect(created.bin_id).toBe(bin.id);
  expect(updated).toMatchObject({ id: item.id, notes: "changed", version: 2 });
  expect(adjusted).toMatchObject({ quantity: 3, version: 3, event_seq: expect.any(Number) });
  expect(moved).toMatchObject({
    item: { quantity: 2, version: 4 },
    moved_item: { quantity: 1, bin_id: bin.id },
  });
  expect(deleted).toEqual({
    id: gone.id,
    deleted_at: expect.any(String),
    event_seq: answer.body.data[4].event_seqs[0],
  });
  expect(restored).toMatchObject({ id: gone.id, deleted_at: null, version: 3 });
  expect(second).toMatchObject({ id: first.id, name: "Upserted", quantity: 7, version: 2 });
});

test("what fails says why, where, and leaves nothing; the rest is done", async () => {
  const item = await made("items", { quantity: 2, external_id: "taken" });
  const before = (await revision()) ?? 0;
  const answer = await bulk([
    { op: "create", data: { name: "Good" } },
    { op: "create", data: { name: "", quantity: -1 } },
    { op: "create", data: { name: "x", colour: "red" } },
    { op: "update", id: "item_nowhere", data: { name: "x" } },
    { op: "update", id: item.id, data: { name: "x", if_version: 9 } },
    { op: "adjust", id: item.id, data: { delta: -3 } },
    { op: "move", id: item.id, data: { to_bin_id: null, quantity: 3 } },
    { op: "move", id: item.id, data: {} },
    { op: "create", data: { name: "x", external_id: "taken" } },
    { op: "upsert", external_id: "fresh", data: { quantity: 1 } },
    { op: "upsert", external_id: "fresh", data: { name: "x", if_version: 1 } },
    { op: "update", id: item.id, data: { id: "item_other" } },
  ]);
  expect(answer.status).toBe(200);
  expect(statuses(answer)).toEqual([201, 422, 422, 404, 412, 409, 409, 422, 409, 422, 412, 422]);
  expect(answer.body).toMatchObject({ succeeded: 1, failed: 11 });
  const errors = answer.body.data.map(({ error }: { error?: { code: string } }) => error);
  expect(errors[1].errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
    "/operations/1/data/name",
    "/operations/1/data/quantity",
  ]);
  expect(errors[2]).toMatchObject({
    code: "unknown_field",
    errors: [{ pointer: "/operations/2/data/colour" }],
  });
  expect(errors[4]).toMatchObject({ code: "version_mismatch", current_version: 1 });
  expect(errors[5]).toMatchObject({ code: "insufficient_stock", current_quantity: 2 });
  expect(errors[7].errors[0].pointer).toBe("/operations/7/data/to_bin_id");
  expect(errors[9].errors[0].pointer).toBe("/operations/9/data/name");
  expect(errors[11].errors[0].pointer).toBe("/operations/11/data/id");
  expect(errors[3]).toMatchObject({ status: 404, code: "not_found", message: errors[3].detail });
  expect(await got(item.id)).toEqual(item);
  expect(await revision()).toBe(before + 1);
});

test("an atomic bulk with one failure writes nothing and names the operation", async () => {
  const item = await made("items", { quantity: 2 });
  const before = await revision();
  const bin = await made("bins");
  const answer = await bulk(
    [
      { op: "create", data: { name: "Never" } },
      { op: "adjust", id: item.id, data: { delta: 5 } },
      { op: "adjust", id: item.id, data: { delta: -8 } },
      { op: "create", data: { name: "" } },
    ],
    { atomic: true },
  );
  expect([answer.status, answer.body.code, answer.body.failed_index]).toEqual([409, "insufficient_stock", 2]);
  expect(answer.body.current_quantity).toBe(7); // as it was in its turn
  expect(answer.body.errors).toMatchObject([{ location: "body", pointer: "/operations/2" }]);
  const invalid = await bulk([{ op: "create", data: { name: "" } }], { atomic: true });
  expect([invalid.status, invalid.body.failed_index]).toEqual([422, 0]);
  expect(invalid.body.errors[0].pointer).toBe("/operations/0/data/name");
  const bins = await bulk(
    [
      { op: "create", data: { name: "Never" } },
      { op: "update", id: "bin_nowhere", data: { name: "x" } },
    ],
    { atomic: true, noun: "bins" },
  );
  expect([bins.status, bins.body.failed_index]).toEqual([404, 1]);
  expect(await got(item.id)).toEqual(item);
  expect(bin.version).toBe(1);
  expect(await revision()).toBe((before ?? 0) + 1); // the bin's
});

test("labels that were taken for bins that failed are given back", async () => {
  const blank = async () =>
    (await server.database.sql`select count(*)::int as n from codes where target_id is null`)[0]?.n;
  const before = await blank();
  const failing = Array.from({ length: 20 }, () => ({
    op: "create",
    data: { name: "x", location_id: "loc_nowhere" },
  }));
  expect(statuses(await bulk(failing, { noun: "bins" }))).toEqual(Array(20).fill(404));
  expect(
    (await bulk([...failing, { op: "create", data: { name: "x" } }], { noun: "bins" })).body,
  ).toMatchObject({
    succeeded: 1,
    failed: 20,
  });
  expect(await blank()).toBe(before);
});

test("operations on one item build on each other, and their events stand in that order", async () => {
  const { id } = await made("items", { quantity: 0, min_quantity: 1 });
  const answer = await bulk([
    ...Array.from({ length: 10 }, () => ({ op: "adjust", id, data: { delta: 0.1 } })),
    { op: "update", id, data: { name: "Renamed", if_version: 11 } },
    { op: "delete", id },
    { op: "adjust", id, data: { delta: 1 } },
    { op: "restore", id, data: { if_version: 13 } },
  ]);
  expect(statuses(answer)).toEqual([...Array(12).fill(200), 404, 200]);
  expect(await got(id)).toMatchObject({ quantity: 1, name: "Renamed", version: 14, is_low: true });
  const { data } = (await key.ask("GET", `events?after=0&subject_id=${id}`)).body;
  expect(data.map(({ type }: { type: string }) => type)).toEqual([
    "item.created",
    "item.low_stock",
    ...Array(10).fill("item.quantity_changed"),
    "item.updated",
    "item.deleted",
    "item.restored",
  ]);
});

test("external ids may change hands within one bulk, in any way that is right at each step", async () => {
  const a = await made("items", { name: "A", external_id: "hand-a" });
  const b = await made("items", { name: "B", external_id: "hand-b" });
  const answer = await bulk([
    { op: "update", id: a.id, data: { external_id: "hand-c" } },
    { op: "update", id: b.id, data: { external_id: "hand-a" } },
    { op: "update", id: a.id, data: { external_id: "hand-b" } },
    { op: "update", id: b.id, data: { external_id: null } },
    { op: "create", data: { name: "C", external_id: "hand-a" } },
    { op: "delete", id: a.id },
    { op: "upsert", external_id: "hand-b", data: { name: "D" } },
    { op: "restore", id: a.id },
  ]);
  expect(statuses(answer)).toEqual([200, 200, 200, 200, 201, 200, 201, 409]);
  const holders = await server.database
    .sql`select name, external_id from items where external_id like 'hand-%' and deleted_at is null order by name`;
  expect([...holders]).toEqual([
    { name: "C", external_id: "hand-a" },
    { name: "D", external_id: "hand-b" },
  ]);
});

test("two items may exchange their external ids", async () => {
  const a = await made("items", { external_id: "swap-a" });
  const b = await made("items", { external_id: "swap-b" });
  const answer = await bulk(
    [
      { op: "update", id: a.id, data: { external_id: null } },
      { op: "update", id: b.id, data: { external_id: "swap-a" } },
      { op: "update", id: a.id, data: { external_id: "swap-b" } },
    ],
    { atomic: true },
  );
  expect(answer.status, answer.text).toBe(200);
  expect([(await got(a.id)).external_id, (await got(b.id)).external_id]).toEqual(["swap-b", "swap-a"]);
});

test("bins are made, moved, emptied, deleted and restored in bulk, by id or code", async () => {
  const shelf = await made("locations", { name: "Bulk shelf" });
  const full = await made("bins");
  await made("items", { bin_id: full.id });
  const empty = await made("bins");
  const answer = await bulk(
    [
      { op: "create", data: { name: "New", location_id: shelf.id } },
      { op: "move", id: empty.code, data: { to_location_id: shelf.id } },
      { op: "update", id: empty.id, data: { name: "Changed" } },
      { op: "delete", id: full.id },
      { op: "delete", id: empty.id },
      { op: "update", id: empty.id, data: { name: "Gone" } },
      { op: "restore", id: empty.code },
      { op: "move", id: empty.id, data: { to_location_id: null } },
      { op: "move", id: empty.id, data: {} },
    ],
    { noun: "bins" },
  );
  expect(statuses(answer)).toEqual([201, 200, 200, 409, 200, 404, 200, 200, 422]);
  expect(await got(empty.id, "bins")).toMatchObject({ name: "Changed", location_id: null, version: 6 });
  const [created] = answer.body.data;
  expect((await key.ask("GET", `bins/${created.data.code}`)).body).toEqual(created.data);
});

test("a bulk has 1 to 500 operations of known kinds, else none is looked at", async () => {
  const before = await revision();
  const create = { op: "create", data: { name: "x" } };
  for (const [operations, pointer] of [
    [Array(501).fill(create), "/operations"],
    [[], "/operations"],
    [[create, { op: "explode", id: "x" }], "/operations/1/op"],
    [[create, { op: "update", data: {} }], "/operations/1/id"],
    [[{ ...create, extra: 1 }], "/operations/0/extra"],
    [[{ op: "create" }], "/operations/0/data"],
  ] as const) {
    const answer = await bulk([...operations]);
    expect(answer.status, answer.text).toBe(422);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  }
  expect(await revision()).toBe(before);
});
