import { BulkItems } from "@stowage/contract/bulk";
import type { Transaction } from "@stowage/db/prepared";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestKey, type TestServer } from "../../testing/test-server.ts";
import { writerOf } from "../../testing/writer-of.ts";
import { itemStep } from "./bulk-items.ts";
import { runBulk } from "./run-bulk.ts";

let server: TestServer;
let anna: Person;
let otto: Person;
let key: TestKey;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  otto = await server.signUp("Otto");
  key = await anna.key(undefined);
});
afterAll(() => server.close());

const bulk = (operations: object[], { noun = "items", by = key } = {}) =>
  by.ask("POST", `${noun}/bulk`, { body: { operations } });

async function made(noun: string, body: object = {}) {
  const answer = await key.ask("POST", noun, { body: { name: "Thing", ...body } });
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

const got = async (id: string) => (await key.ask("GET", `items/${id}`)).body;
const revision = async () => (await key.ask("GET", "events?limit=1")).body.data[0]?.seq as number | undefined;
const statuses = (answer: { body: { data: { status: number }[] } }) =>
  answer.body.data.map(({ status }) => status);

test("deleting needs the delete scope, which is asked before anything is done", async () => {
  const item = await made("items");
  const writer = await anna.key(["items:write", "bins:write"]);
  const operations = [
    { op: "create", data: { name: "x" } },
    { op: "delete", id: item.id },
  ];
  const before = await revision();
  for (const noun of ["items", "bins"]) {
    const refused = await bulk(operations, { noun, by: writer });
    expect([refused.status, refused.body.code, refused.body.missing_scopes]).toEqual([
      403,
      "insufficient_scope",
      [`${noun}:delete`],
    ]);
  }
  expect(await revision()).toBe(before);
  expect((await bulk(operations.slice(0, 1), { by: writer })).body.succeeded).toBe(1);
});

test("another organization's things are not there, and the other environment says so", async () => {
  const item = await made("items", { external_id: "shared" });
  const ottos = await otto.key(undefined);
  const foreign = await bulk(
    [
      { op: "update", id: item.id, data: { name: "x" } },
      { op: "delete", id: item.id },
      { op: "upsert", external_id: "shared", data: { name: "Otto's" } },
    ],
    { by: ottos },
  );
  expect(statuses(foreign)).toEqual([404, 404, 201]);
  const test = await anna.key(undefined, { environment: "test" });
  const hinted = await bulk([{ op: "update", id: item.id, data: { name: "x" } }], { by: test });
  expect(hinted.body.data[0].error.code).toBe("environment_mismatch");
  expect(await got(item.id)).toEqual(item);
});

test("K26: a bounded key works within its places alone, also on what it has just made", async () => {
  const inside = await made("locations", { name: "Inside" });
  const outside = await made("locations", { name: "Outside" });
  const outer = await made("items", { location_id: outside.id, external_id: "outer" });
  const bound = await anna.key(undefined, { location_ids: [inside.id] });
  const bins = await bulk([{ op: "create", data: { name: "In", location_id: inside.id } }], {
    noun: "bins",
    by: bound,
  });
  const bin_id = bins.body.data[0].data.id;
  const answer = await bulk(
    [
      { op: "create", data: { name: "x" } },
      { op: "create", data: { name: "x", location_id: outside.id } },
      { op: "update", id: outer.id, data: { name: "x" } },
      { op: "upsert", external_id: "inner", data: { name: "Inner", quantity: 4, bin_id } },
      { op: "upsert", external_id: "inner", data: { quantity: 5 } },
      { op: "upsert", external_id: "outer", data: { name: "x", bin_id } },
    ],
    { by: bound },
  );
  expect(statuses(answer)).toEqual([422, 404, 404, 201, 200, 409]);
  expect(answer.body.data[0].error.errors[0].pointer).toBe("/operations/0/data/location_id");
  const { id } = answer.body.data[3].data;
  const moves = await bulk(
    [
      { op: "move", id, data: { to_location_id: null } },
      { op: "move", id, data: { to_location_id: outside.id } },
      { op: "move", id, data: { to_location_id: inside.id, quantity: 2 } },
      { op: "delete", id },
      { op: "restore", id },
    ],
    { by: bound },
  );
  expect(statuses(moves)).toEqual([422, 404, 200, 200, 200]);
  expect((await bound.ask("GET", `items/${id}`)).body).toMatchObject({ bin_id, quantity: 3 });
});

test("tRPC answers the same", async () => {
  const { id } = await made("items");
  const answer = await anna.ask("POST", "/trpc/items.bulk", {
    body: {
      atomic: true,
      operations: [
        { op: "adjust", id, data: { delta: 1 } },
        { op: "adjust", id: "item_nowhere", data: { delta: 1 } },
      ],
    },
  });
  expect(answer.body.error.data.problem).toMatchObject({ code: "not_found", failed_index: 1 });
});

/** Counts the statements of a transaction. */
function counting(tx: Transaction, count: () => void): Transaction {
  const starts = new Set(["select", "insert", "update", "delete", "execute"]);
  return new Proxy(tx, {
    get(target, name, self) {
      if (starts.has(String(name))) count();
      const value = Reflect.get(target, name, self);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

test("500 operations of all kinds cost as many statements as a handful", async () => {
  const shelf = await made("locations", { name: "Counted" });
  const bins = await Promise.all(Array.from({ length: 5 }, () => made("bins", { location_id: shelf.id })));
  const create = (n: number) => ({
    op: "create",
    data: { name: "x", bin_id: bins[n % 5].code, external_id: `c-${n}`, min_quantity: 5 },
  });
  const first = await bulk(Array.from({ length: 200 }, (_, n) => create(n)));
  const ids: string[] = first.body.data.map(({ data }: { data: { id: string } }) => data.id);
  for (const trashed of [ids.slice(150, 200)]) await bulk(trashed.map((id) => ({ op: "delete", id })));
  const operations = [
    ...ids.slice(0, 50).map((id) => ({ op: "adjust", id, data: { delta: 9 } })),
    ...ids.slice(0, 50).map((id) => ({ op: "move", id, data: { to_bin_id: bins[0].code, quantity: 2 } })),
    ...ids.slice(50, 100).map((id) => ({ op: "move", id, data: { to_location_id: shelf.id } })),
    ...ids.slice(50, 100).map((id) => ({ op: "update", id, data: { notes: "n", external_id: `u-${id}` } })),
    ...ids.slice(100, 150).map((id) => ({ op: "delete", id })),
    ...ids.slice(100, 200).map((id) => ({ op: "restore", id })),
    ...Array.from({ length: 100 }, (_, n) => ({
      op: "upsert",
      external_id: `c-${n + 120}`,
      data: { name: "y" },
    })),
    ...Array.from({ length: 50 }, (_, n) => create(1_000 + n)),
  ];
  let statements = 0;
  const by = await writerOf(server, anna);
  const { db } = by;
  const counted = Object.create(db, {
    transaction: {
      value: (work: (tx: Transaction) => Promise<unknown>) =>
        db.transaction((tx) => work(counting(tx, () => statements++))),
    },
  });
  const input = BulkItems.parse({ atomic: true, operations });
  const answer = await runBulk({ ...by, db: counted }, input, itemStep);
  expect([operations.length, answer.succeeded]).toEqual([500, 500]);
  expect(statements).toBeLessThan(20);
});
