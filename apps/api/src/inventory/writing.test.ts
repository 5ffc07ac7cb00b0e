import { CreateBin } from "@stowage/contract/bins";
import { CreateItem } from "@stowage/contract/items";
import { CreateLocation } from "@stowage/contract/locations";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ProblemError } from "../problems.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";
import { writerOf } from "../testing/writer-of.ts";
import { createBin } from "./bins/create-bin.ts";
import { createItem } from "./items/create-item.ts";
import { removeItem } from "./items/remove-item.ts";
import { updateItem } from "./items/update-item.ts";
import { createLocation } from "./locations/create-location.ts";
import { removeLocation } from "./locations/remove-location.ts";
import { updateLocation } from "./locations/update-location.ts";
import { type Writer, type Writing, writing } from "./writing.ts";

let server: TestServer;
let anna: Person;
let otto: Person;
let by: Writer;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  otto = await server.signUp("Otto");
});
afterAll(() => server.close());
beforeEach(async () => {
  by = await writerOf(server, anna);
});

const item = (fields: object = {}) => CreateItem.parse({ name: "Thing", ...fields });
const place = (name: string, parent_id: string | null = null) =>
  CreateLocation.parse({ name, kind: "room", parent_id });
const write = <Result>(work: (begun: Writing) => Promise<Result>) => writing(by, work);

/** All that a write could leave behind. */
async function traces() {
  const { workspace_id } = by;
  const [workspace] = await server.database.sql`select revision, item_count, bin_count, location_count
    from workspaces where id = ${workspace_id}`;
  const counted = await Promise.all(
    ["items", "bins", "locations", "events"].map(
      async (table) =>
        (
          await server.database.sql`select count(*)::int as n from ${server.database.sql(table)}
          where workspace_id = ${workspace_id}`
        )[0]?.n,
    ),
  );
  const [labels] = await server.database
    .sql`select count(*)::int as n from codes where organization_id = ${anna.organization_id}`;
  return { ...workspace, revision: Number(workspace?.revision), counted, labels: labels?.n };
}

test("a dry run answers as the run would, and writes nothing: no row, no event, no label", async () => {
  const before = await traces();
  const work = async (begun: Writing) => {
    const room = await createLocation(begun, place("Dry"));
    const bin = await createBin(begun, CreateBin.parse({ name: "Dry", location_id: room.id }));
    const made = await createItem(begun, item({ bin_id: bin.code }));
    return { made, bin, seq: begun.nextSeq };
  };
  const dry = await writing(by, work, { dry_run: true });
  expect(await traces()).toEqual(before);
  expect(dry.made.bin_id).toBe(dry.bin.id);
  const real = await write(work);
  expect(real.seq).toBe(dry.seq);
  expect(await traces()).not.toEqual(before);
});

test("an id that is taken where the caller cannot look is a conflict, and leaves nothing", async () => {
  const theirs = (await otto.ask("POST", "items", { body: { name: "Otto's" } })).body;
  const before = await traces();
  const clash = write(async (begun) => {
    await createBin(begun, CreateBin.parse({ name: "Lost" }));
    return createItem(begun, item(), { id: theirs.id });
  });
  await expect(clash).rejects.toMatchObject({ problem: "conflict", status: 409 });
  expect(await traces()).toEqual(before);
  expect((await otto.ask("GET", `items/${theirs.id}`)).body).toEqual(theirs);
});

test("a statement that fails among others fails the whole, and the next writer has its turn", async () => {
  const before = await traces();
  const broken = write(async (begun) => {
    await createItem(begun, item());
    begun.meanwhile(() => begun.tx.execute(sql`select 1 / 0`));
    begun.meanwhile(() => begun.tx.execute(sql`select 1`));
  });
  const next = write((begun) => createItem(begun, item()));
  await expect(broken).rejects.not.toBeInstanceOf(ProblemError);
  await next;
  expect((await traces()).counted[0]).toBe((before.counted[0] ?? 0) + 1);
});

test("what an attempt did before it failed is taken back, also from within another", async () => {
  const kept = await write((begun) => createItem(begun, item({ quantity: 5, external_id: "kept" })));
  const before = await traces();
  const fail = () => Promise.reject(new Error("on purpose"));
  const result = await write(async (begun) => {
    const inner = begun.attempt(async () => {
      await updateItem(begun, { id: kept.id, external_id: "other" });
      await createItem(begun, item({ external_id: "kept" }));
      await begun
        .attempt(async () => {
          await removeItem(begun, { id: kept.id });
          await fail();
        })
        .catch(() => null);
      expect((await begun.item(kept.id)).external_id).toBe("other");
      await createBin(begun, CreateBin.parse({ name: "Never" }));
      await fail();
    });
    await expect(inner).rejects.toThrow("on purpose");
    expect(await begun.item(kept.id)).toEqual(kept);
    await expect(createItem(begun, item({ external_id: "kept" }))).rejects.toMatchObject({
      problem: "conflict",
    });
    return begun.nextSeq;
  });
  expect(await traces()).toEqual(before);
  expect(result).toBe(before.revision + 1);
});

test("names among siblings change hands in one transaction", async () => {
  const [one, two, gone] = await write(async (begun) => [
    await createLocation(begun, place("One")),
    await createLocation(begun, place("Two")),
    await createLocation(begun, place("Three")),
  ]);
  if (!one || !two || !gone) throw new Error("three were made");
  const next = await write(async (begun) => {
    await updateLocation(begun, { id: one.id, name: "Meanwhile" });
    await updateLocation(begun, { id: two.id, name: "One" });
    await updateLocation(begun, { id: one.id, name: "Two" });
    await removeLocation(begun, { id: gone.id });
    return createLocation(begun, place("Three"));
  });
  const { data } = (await anna.ask("GET", "locations?limit=200")).body;
  const named = new Map(data.map(({ id, name }: { id: string; name: string }) => [id, name]));
  expect([one, two, gone, next].map(({ id }) => named.get(id) ?? null)).toEqual([
    "Two",
    "One",
    null,
    "Three",
  ]);
});

test("an external id that an item gives up is free at once, whether anybody had looked it up or not", async () => {
  const first = await write((begun) => createItem(begun, item({ external_id: "given up" })));
  const second = await write(async (begun) => {
    await removeItem(begun, { id: first.id });
    return createItem(begun, item({ external_id: "given up" }));
  });
  const third = await write(async (begun) => {
    await updateItem(begun, { id: second.id, external_id: null });
    return createItem(begun, item({ external_id: "given up" }));
  });
  const [held] = await server.database.sql`select id from items
    where workspace_id = ${by.workspace_id} and external_id = 'given up' and deleted_at is null`;
  expect(held?.id).toBe(third.id);
});

test("many writers at once leave connections for those who read", async () => {
  const { database } = server;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const holding = write(() => held);
  const waiting = Array.from({ length: 30 }, () => write((begun) => createItem(begun, item())));
  const read = await Promise.all(Array.from({ length: 5 }, () => anna.ask("GET", "items?limit=1")));
  expect(read.map(({ status }) => status)).toEqual(Array(5).fill(200));
  const [busy] = await database.sql`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and state = 'idle in transaction'`;
  expect(busy?.n).toBe(1);
  release();
  await Promise.all([holding, ...waiting]);
});
