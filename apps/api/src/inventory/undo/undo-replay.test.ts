import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { soak } from "../../testing/soak.ts";
import { type Answer, type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let ann: Person;
let workspaceId: string;

beforeAll(async () => {
  server = await startTestServer();
  ann = await server.signUp("Ann");
  const [row] = await server.database.sql`select id from workspaces
    where organization_id = ${ann.organization_id} and environment = 'live'`;
  workspaceId = row?.id;
});
afterAll(() => server.close());

type Asker = Pick<Person, "ask">;
type Fields = Record<string, unknown>;
/** What is there, by id; what is in the trash or gone is not. */
type State = Map<string, Fields>;
// biome-ignore lint/suspicious/noExplicitAny: a row of the log, looked into freely
type Logged = any;

const FIELDS = {
  items: ["name", "bin_id", "location_id", "quantity", "notes", "sku"],
  bins: ["name", "location_id", "description"],
  locations: ["name", "parent_id", "description"],
} as const;

async function stateNow(): Promise<State> {
  const state: State = new Map();
  const { sql } = server.database;
  for (const [table, fields] of Object.entries(FIELDS)) {
    const kept = table === "locations" ? sql`` : sql`and deleted_at is null`;
    const rows = await sql`select * from ${sql(table)} where workspace_id = ${workspaceId} ${kept}`;
    for (const row of rows)
      state.set(row.id, Object.fromEntries(fields.map((field) => [field, numberOr(row[field])])));
  }
  return state;
}

const numberOr = (value: unknown) =>
  typeof value === "string" && /^\d+\.\d{3}$/.test(value) ? Number(value) : value;

const log = async (after: number): Promise<Logged[]> =>
  server.database
    .sql`select * from events where workspace_id = ${workspaceId} and seq > ${after} order by seq`;

const revision = async (): Promise<number> =>
  Number((await server.database.sql`select revision from workspaces where id = ${workspaceId}`)[0]?.revision);

/** What would be there if only these events had happened. */
function replayed(before: State, events: Logged[]): State {
  const known: State = new Map([...before].map(([id, fields]) => [id, { ...fields }]));
  const gone = new Set<string>();
  for (const { type, subject_id: id, changes, data } of events) {
    const [noun, verb] = type.split(".") as [string, string];
    const fields = FIELDS[`${noun}s` as keyof typeof FIELDS];
    if (!fields) continue;
    if (verb === "created") known.set(id, Object.fromEntries(fields.map((field) => [field, data[field]])));
    const thing = known.get(id);
    if (thing) for (const field of fields) if (changes[field]) thing[field] = changes[field].new;
    if (verb === "deleted") gone.add(id);
    if (verb === "restored" || verb === "created") gone.delete(id);
    for (const moved of data.moved?.locations ?? [])
      Object.assign(known.get(moved) ?? {}, { parent_id: data.moved_to });
    for (const moved of [...(data.moved?.bins ?? []), ...(data.moved?.items ?? [])])
      Object.assign(known.get(moved) ?? {}, { location_id: data.moved_to });
  }
  for (const id of gone) known.delete(id);
  return known;
}

const n = fc.nat(50);
const step = fc.record({
  by: fc.constantFrom("ann", "script", "script", "robot"),
  what: fc.constantFrom(
    ...[
      "adjust",
      "adjust",
      "adjust",
      "adjust",
      "note",
      "sku",
      "move",
      "move",
      "split",
      "trash",
      "restore",
      "new item",
    ],
    ...["new bin", "move bin", "describe bin", "trash bin", "restore bin"],
    ...["new place", "rename place", "move place", "delete place", "empty place"],
  ),
  a: n,
  b: n,
  c: n,
});
type Step = { by: string; what: string; a: number; b: number; c: number };

/** The ids that steps choose from; what is gone stays in it, so that steps fail now and then, as scripts do. */
interface Ids {
  items: string[];
  bins: string[];
  places: string[];
}

const pick = (ids: string[], index: number): string => ids[index % ids.length] ?? "none";

async function take(by: Asker, { what, a, b, c }: Step, ids: Ids): Promise<void> {
  const item = pick(ids.items, a);
  const bin = pick(ids.bins, a);
  const place = pick(ids.places, a);
  const other = pick(ids.places, b);
  const to = c % 3 === 0 ? { bin_id: pick(ids.bins, b) } : { location_id: c % 3 === 1 ? other : null };
  const call = (method: "POST" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<Answer> =>
    by.ask(method, path, body === undefined ? {} : { body });
  const steps: Record<string, () => Promise<Answer>> = {
    adjust: () => call("POST", `items/${item}/adjust`, { count: c % 3 }),
    note: () => call("PATCH", `items/${item}`, { notes: `note ${c % 3}` }),
    sku: () => call("PATCH", `items/${item}`, { sku: `${b % 3}`, notes: `note ${c % 2}` }),
    move: () => call("PATCH", `items/${item}`, to),
    split: () => call("POST", `items/${item}/move`, { to_bin_id: pick(ids.bins, b), quantity: 1 }),
    trash: () => call("DELETE", `items/${item}`),
    restore: () => call("POST", `items/${item}/restore`),
    "new item": () => call("POST", "items", { name: `I${c}`, quantity: b, ...to }),
    "new bin": () => call("POST", "bins", { name: `B${c}`, location_id: other }),
    "move bin": () => call("PATCH", `bins/${bin}`, { location_id: c % 2 ? other : null }),
    "describe bin": () => call("PATCH", `bins/${bin}`, { description: `about ${c % 3}` }),
    "trash bin": () => call("DELETE", `bins/${bin}`),
    "restore bin": () => call("POST", `bins/${bin}/restore`),
    "new place": () => call("POST", "locations", { name: `P${c % 9}`, parent_id: other }),
    "rename place": () => call("PATCH", `locations/${place}`, { name: `P${c % 9}` }),
    "move place": () => call("PATCH", `locations/${place}`, { parent_id: other }),
    "delete place": () => call("DELETE", `locations/${place}`),
    "empty place": () => call("DELETE", `locations/${place}?move_to=${other}`),
  };
  const answer = await steps[what]?.();
  if (answer && answer.status >= 500) throw new Error(answer.text);
  if (what === "new item" && answer?.status === 201) ids.items.push(answer.body.id);
  if (what === "split" && answer?.body.moved_item) ids.items.push(answer.body.moved_item.id);
  if (what === "new bin" && answer?.status === 201) ids.bins.push(answer.body.id);
  if (what === "new place" && answer?.status === 201) ids.places.push(answer.body.id);
}

async function furnish(): Promise<Ids> {
  const make = async (path: string, body: Fields) =>
    (await ann.ask("POST", path, { body })).body.id as string;
  const library = await make("locations", { name: `Library ${await revision()}` });
  const places = [library];
  for (const name of ["A", "B", "C"]) places.push(await make("locations", { name, parent_id: library }));
  const bins: string[] = [];
  for (const name of ["D", "E"]) bins.push(await make("bins", { name, location_id: places[1] }));
  const items: string[] = [];
  for (const name of ["F", "G", "H"]) items.push(await make("items", { name, quantity: 4, bin_id: bins[0] }));
  return { items, bins, places };
}

const { parameters, patienceMs, limitMs } = soak(10);

const undo = async (body: unknown) => {
  const answer = await ann.ask("POST", "events/undo", { body });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body;
};

test(
  "undone is as if the key had never been, wherever no conflict is reported; and undoing that is as if it had not",
  async () => {
    const robot = await ann.key(["admin:*"]);
    const seen = { undone: 0, skipped: new Set<string>() };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40, size: "max" }), async (steps) => {
        const script = await ann.key(["admin:*"]);
        const askers: Record<string, Asker> = { ann, script, robot };
        const ids = await furnish();
        const [start, before] = [await revision(), await stateNow()];
        for (const one of steps) await take(askers[one.by] ?? ann, one, ids);
        const events = await log(start);
        const left = await stateNow();

        const dry = await undo({ api_key_id: script.id, dry_run: true });
        expect(await stateNow()).toEqual(left);
        const undone = await revision();
        const real = await undo({ api_key_id: script.id });
        expect(withoutTimes(real)).toEqual(withoutTimes({ ...dry, dry_run: false }));
        seen.undone += real.undone.length;
        for (const { reason } of real.skipped) seen.skipped.add(reason);

        const inConflict = new Set(real.skipped.map((one: Logged) => one.subject_id));
        const clean = (state: State) => new Map([...state].filter(([id]) => !inConflict.has(id)).sort());
        const others = events.filter(({ api_key_id }) => api_key_id !== script.id);
        expect(clean(await stateNow())).toEqual(clean(replayed(before, others)));

        const again = await undo({ api_key_id: script.id });
        expect(again.undone).toEqual([]);

        const own = (await log(undone)).filter(({ type }) => !/low_stock|restocked/.test(type));
        if (own.length === 0) return;
        const back = await undo({ event_seqs: own.map(({ seq }) => Number(seq)) });
        expect(back.skipped).toEqual([]);
        expect(new Map([...(await stateNow())].sort())).toEqual(new Map([...left].sort()));
      }),
      { ...parameters, ...(limitMs === 0 && { seed: 7 }), endOnFailure: true },
    );
    expect(seen.undone).toBeGreaterThan(25);
    expect([...seen.skipped]).toEqual(expect.arrayContaining(["changed_since"]));
  },
  patienceMs,
);

/** The moments differ between two runs; that there is one does not. */
const withoutTimes = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer), (key, value) =>
    key === "deleted_at" ? Object.keys(value ?? {}) : value,
  );
