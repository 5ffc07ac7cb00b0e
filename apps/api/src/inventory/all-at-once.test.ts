import type { Item } from "@stowage/contract/items";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { roundedQuantity } from "../features/items/policy.ts";
import { addMember } from "../testing/add-member.ts";
import { fiveCallers } from "../testing/operations.ts";
import { soak } from "../testing/soak.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";
import { makeWorld, type Told, take, type World } from "../testing/world.ts";

let server: TestServer;
/** A second node on the same database: what keeps order must be there, not in one process. */
let second: TestServer;
let anna: Person;
let callers: Person["ask"][];

beforeAll(async () => {
  server = await startTestServer();
  second = await startTestServer({ database: server.database });
  anna = await server.signUp("Anna");
  const mate = await addMember(server, anna, "Mate", "member");
  const keys = await Promise.all([1, 2, 3].map(() => anna.key(undefined)));
  const credentials = [{ cookie: anna.cookie }, { cookie: mate.cookie }, ...keys.map(({ key }) => ({ key }))];
  callers = credentials.map((credential, index): Person["ask"] => {
    const node = index % 2 === 0 ? server : second;
    return (method, path, more) => node.ask(method, path, { ...credential, ...more });
  });
});
afterAll(async () => {
  await second.close();
  await server.close();
});

/** What the model says of an item: as much as operations change. */
type State = Pick<Item, "name" | "quantity" | "bin_id" | "location_id">;

const stateOf = ({ name, quantity, bin_id, location_id }: State): State => ({
  name,
  quantity,
  bin_id,
  location_id,
});

/** The simplest thing that an item can be: what each operation makes of what was there before. */
function told(before: State, { operation, part, state }: Told, bins: string[]): State {
  switch (operation.op) {
    case "rename":
      return { ...before, name: String(operation.name) };
    case "add":
      return { ...before, quantity: roundedQuantity(before.quantity + operation.delta) };
    case "count":
      return { ...before, quantity: operation.count };
    case "move":
      return part
        ? { ...before, quantity: roundedQuantity(before.quantity - part.quantity) }
        : { ...before, bin_id: bins[operation.bin] ?? null, location_id: null };
    case "restore": // its bin may have gone into the trash before it
      return { ...before, bin_id: state.bin_id };
    default:
      return before;
  }
}

/**
 * What was acknowledged of an item, in the order of its versions, is a story that the model could tell: each version is
 * one operation on the version before. A deletion's receipt tells no version, so each that nobody was told is one.
 */
function checkStory(id: string, { told: all, deleted, bins }: World, lastVersion: number): void {
  const ofItem = all.filter(({ state }) => state.id === id);
  const first = ofItem.find(({ operation }) => operation.op === "create");
  if (!first) throw new Error(`${id} was not made`);
  let before = stateOf(first.state);
  let untold = 0;
  for (let version = 2; version <= lastVersion; version++) {
    const states = ofItem.filter(({ state }) => state.version === version);
    const [now] = states;
    if (!now) untold++;
    else {
      for (const { state } of states)
        expect(state, "who changes nothing sees what is there").toEqual(now.state);
      expect(states.map((one) => told(before, one, bins))).toContainEqual(stateOf(now.state));
      before = stateOf(now.state);
    }
  }
  expect(untold, `deletions of ${id}`).toBe(deleted.filter((gone) => gone === id).length);
}

const home = () =>
  server.database
    .sql`(select id from workspaces where organization_id = ${anna.organization_id} and environment = 'live')`;

/** Each row as the database has it, with what it derives, is what the last answer told; each version is one event. */
async function checkRows(world: World): Promise<void> {
  const { sql } = server.database;
  const ids = [...new Set(world.told.map(({ state }) => state.id))];
  const rows = await sql`
    select items.id, name, quantity::float8 as quantity, available::float8 as available, is_low, items.version, bin_id,
      location_id, items.deleted_at is null as is_kept, count(*)::int as events
    from items join events on events.workspace_id = items.workspace_id and subject_id = items.id
      and type not in ('item.low_stock', 'item.restocked')
    where items.workspace_id = ${home()} and items.id in ${sql(ids)} group by items.id`;
  expect(rows).toHaveLength(ids.length);
  for (const { is_kept, events, ...row } of rows) {
    checkStory(row.id, world, row.version);
    const newest = world.told.find(({ state }) => state.id === row.id && state.version === row.version);
    expect(is_kept, `${row.id} is kept`).toBe(newest !== undefined);
    if (newest) expect(newest.state).toMatchObject(row);
    expect(events, `events of ${row.id}`).toBe(row.version);
  }
  expect(new Set(world.event_seqs).size).toBe(world.event_seqs.length);
}

async function checkCounts(): Promise<void> {
  const [sums] = await server.database.sql`
    select revision::int, item_count, bin_count,
      (select count(*)::int from items where workspace_id = workspaces.id and deleted_at is null) as items,
      (select count(*)::int from bins where workspace_id = workspaces.id and deleted_at is null) as bins,
      (select count(*)::int from items join bins on bins.id = items.bin_id
        where items.workspace_id = workspaces.id and items.deleted_at is null and bins.deleted_at is not null) as lost,
      (select array[min(seq), max(seq), count(*)]::int[] from events where workspace_id = workspaces.id) as seqs
    from workspaces where id = ${home()}`;
  expect([sums?.item_count, sums?.bin_count]).toEqual([sums?.items, sums?.bins]);
  expect(sums?.seqs, "no gap").toEqual([1, sums?.revision, sums?.revision]);
  expect(sums?.lost, "kept items in a bin that is in the trash").toBe(0);
}

const { parameters, patienceMs } = soak(4);

test(
  "two people and three scripts who write the same things at once lose no update and no count",
  async () => {
    const property = fc.asyncProperty(fiveCallers, async (plans) => {
      const world = await makeWorld(anna.ask);
      await Promise.all(
        callers.map(async (ask, index) => {
          for (const step of plans[index] ?? []) await take(world, ask, step);
        }),
      );
      await checkRows(world);
      await checkCounts();
    });
    await fc.assert(property, parameters);
  },
  patienceMs,
);
