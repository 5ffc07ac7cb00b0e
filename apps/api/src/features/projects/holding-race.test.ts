import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestKey, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;
let key: TestKey;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  key = await anna.key(["admin:*"]);
});
afterAll(() => server.close());

/** A small generator with a seed, so that a failure can be had again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Items whose `reserved` is not what active projects hold of them, by the rows themselves. */
const untrue = () =>
  server.database.db.execute(sql`
    select items.id, items.reserved, coalesce(sum(greatest(r.quantity - r.consumed, 0))
      filter (where p.status = 'active'), 0) as held
    from items left join reservations r on r.item_id = items.id left join projects p on p.id = r.project_id
    group by items.id having items.reserved <> coalesce(sum(greatest(r.quantity - r.consumed, 0))
      filter (where p.status = 'active'), 0) or items.available <> items.quantity - items.reserved`);

/** Items whose quantity is not what their events add up to. */
const uncounted = () =>
  server.database.db.execute(sql`
    select items.id from items join events on events.subject_id = items.id
    where events.type in ('item.created', 'item.quantity_changed')
    group by items.id, items.quantity
    having items.quantity <> sum(coalesce((events.data->>'quantity')::numeric,
      (events.changes->'quantity'->>'new')::numeric - (events.changes->'quantity'->>'old')::numeric))`);

test("whatever many do at once, what is reserved is what active projects hold, and no count is lost", async () => {
  const random = randomFrom(20_260_301);
  const made = async (noun: string, body: object) =>
    (await key.ask("POST", noun, { body })).body.id as string;
  const items = await Promise.all(
    [1, 2, 3].map((nth) => made("items", { name: `Item ${nth}`, quantity: 60 })),
  );
  const projects = await Promise.all([1, 2, 3].map((nth) => made("projects", { name: `Project ${nth}` })));
  const of = <One>(list: readonly One[]): One => list[random(list.length)] as One; // lists are never empty
  const statuses = ["planned", "active", "active", "done"];
  const doings: (() => Promise<{ status: number; text: string }>)[] = [
    () =>
      key.ask("POST", `projects/${of(projects)}/reservations`, {
        body: { item_id: of(items), quantity: 1 + random(40) / 8 },
      }),
    () => key.ask("DELETE", `projects/${of(projects)}/reservations/${of(items)}`),
    () => key.ask("POST", `projects/${of(projects)}/consume`),
    () =>
      key.ask("POST", `projects/${of(projects)}/consume`, {
        body: { items: [{ item_id: of(items), quantity: 0.5 }] },
      }),
    () => key.ask("PATCH", `projects/${of(projects)}`, { body: { status: of(statuses) } }),
    () => key.ask("POST", `items/${of(items)}/adjust`, { body: { delta: random(9) - 3 } }),
    () => key.ask("PATCH", `items/${of(items)}`, { body: { notes: `Note ${random(1_000)}` } }),
  ];
  for (let round = 0; round < 12; round++) {
    const answers = await Promise.all(Array.from({ length: 24 }, () => of(doings)()));
    for (const { status, text } of answers) expect([200, 404, 409], text).toContain(status);
    expect([...(await untrue())]).toEqual([]);
    expect([...(await uncounted())]).toEqual([]);
  }
  await Promise.all(projects.map((id) => key.ask("DELETE", `projects/${id}`)));
  const { data } = (await key.ask("GET", "items")).body;
  expect(data.map(({ reserved }: { reserved: number }) => reserved)).toEqual([0, 0, 0]);
});
