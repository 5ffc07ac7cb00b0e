import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { queryOf } from "../testing/ask-every-way.ts";
import { leastInput } from "../testing/least-input.ts";
import { type Person, startTestServer, type TestKey, type TestServer } from "../testing/test-server.ts";
import { procedureList } from "../trpc/procedure-list.ts";
import { appRouter } from "../trpc/router.ts";

// Whatever a bounded key reads, by every route there is: names of things elsewhere begin with "Elsewhere".

let server: TestServer;
let anna: Person;
let bound: TestKey;
const ids: Record<string, string> = {};
const elsewhere: string[] = [];

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  await outside("garden", "locations", {});
  await inside("shed", "locations", { parent_id: ids.garden });
  await inside("shelf", "locations", { parent_id: ids.shed });
  await outside("house", "locations", {});
  await inside("box", "bins", { location_id: ids.shelf });
  await outside("crate", "bins", { location_id: ids.house });
  await inside("nut", "items", {
    bin_id: ids.box,
    tags: ["t"],
    barcodes: ["4006381333931"],
    min_quantity: 3,
  });
  await inside("bolt", "items", { location_id: ids.shed, expires_on: "2020-01-01" });
  const same = { tags: ["t"], barcodes: ["4006381333931"], expires_on: "2020-01-01", min_quantity: 3 };
  await outside("lamp", "items", { bin_id: ids.crate, ...same });
  await outside("inbox", "items", same);
  await outside("trash", "items", { location_id: ids.house, ...same });
  await anna.ask("DELETE", `items/${ids.trash}`);
  await inside("gone", "items", { location_id: ids.shed });
  await anna.ask("DELETE", `items/${ids.gone}`);
  await outside("project", "projects", { status: "active", tags: ["t"] });
  for (const thing of ["nut", "lamp"]) expect((await reserve(ids[thing], 2)).status).toBeLessThan(300);
  await inside("task", "tasks", { subject_type: "item", subject_id: ids.nut, project_id: ids.project });
  await outside("chore", "tasks", { subject_type: "bin", subject_id: ids.crate, due_on: "2020-01-01" });
  await outside("errand", "tasks", {});
  const actions = [{ type: "webhook", url: "http://127.0.0.1:9/" }];
  await make("triggers", "triggers", { event_types: ["item.low_stock"], actions }, "Elsewhere ");
  ids.deliveries = (await anna.ask("POST", `triggers/${ids.triggers}/test`)).body.deliveries[0].id;
  // What came from elsewhere, and what has been there.
  await inside("mover", "items", { bin_id: ids.crate });
  await anna.ask("PATCH", `items/${ids.mover}`, { body: { bin_id: ids.box } });
  await inside("case", "bins", { location_id: ids.house });
  await anna.ask("PATCH", `bins/${ids.case}`, { body: { location_id: ids.shelf } });
  await inside("left", "items", { location_id: ids.shed, quantity: 5 });
  await anna.ask("POST", `items/${ids.left}/move`, { body: { to_bin_id: ids.crate, quantity: 2 } });
  await anna.ask("POST", "import", { body: { content: "name\nElsewhere brought in", format: "csv" } });
  const { data: blanks } = (await anna.ask("POST", "codes", { body: { count: 3 } })).body;
  for (const [nth, [type, name]] of [
    ["bin", "box"],
    ["bin", "crate"],
    ["item", "lamp"],
  ].entries())
    await anna.ask("POST", `codes/${blanks[nth].code}/claim`, {
      body: { target_type: type, target_id: ids[name ?? ""] },
    });
  ids.codes = blanks[0].code;
  ids["crate's code"] = blanks[1].code;
  bound = await anna.key(undefined, { location_ids: [ids.shed ?? ""] });
  const brought = { body: { content: "name,location_path\nwasher,shed", format: "csv" } };
  const imported = await bound.ask("POST", "import", brought);
  ids.imports = imported.body.id ?? "";
});
afterAll(() => server.close());

async function make(name: string, noun: string, body: object, word: string): Promise<void> {
  const made = await anna.ask("POST", noun, {
    body: { [noun === "tasks" ? "title" : "name"]: `${word}${name}`, ...body },
  });
  expect(made.status, made.text).toBe(201);
  ids[name] = made.body.id;
}
const inside = (name: string, noun: string, body: object) => make(name, noun, body, "");
async function outside(name: string, noun: string, body: object): Promise<void> {
  await make(name, noun, body, "Elsewhere ");
  elsewhere.push(ids[name] ?? "");
}
const reserve = (item_id: string | undefined, quantity: number) =>
  anna.ask("POST", `projects/${ids.project}/reservations`, { body: { item_id, quantity } });

/** Routes about people, keys and the caller itself; they are in no place. */
const IN_NO_PLACE =
  /^\/(api-keys|users|organizations|invitations|instance|auth|account|notifications|whoami|rate-limit)/;

const reads = procedureList(appRouter).filter(
  ({ rest }) => rest?.method === "GET" && !IN_NO_PLACE.test(rest.path),
);

/** What an id of each noun is filled with: something inside. */
const ID_OF: Record<string, string> = { locations: "shed", bins: "box", items: "nut", tasks: "task" };

/** What more is asked of a route, beyond its plain form. */
const ASKED: Record<string, string[]> = {
  "/items": [
    "include=bin,location_path",
    "deleted=true",
    "low_stock=true",
    "inbox=true",
    "q=elsewhere",
    "tag=t",
    "barcode=4006381333931",
    "expiring_before=2030-01-01",
    "sort=name&include_total=true",
    "limit=1",
  ],
  "/items/{id}": ["include=bin,location_path"],
  "/bins": ["include=location_path", "deleted=true", "q=elsewhere", "sort=-name&include_total=true"],
  "/bins/{id}": ["include=location_path"],
  "/bins/{id}/items": ["include=bin,location_path", "q=elsewhere"],
  "/locations": ["q=elsewhere", "sort=name&include_total=true"],
  "/search": ["q=elsewhere", "q=e", "q=elswhere", "q=lamp", "q=4006381333931"],
  "/tasks": ["status=open", "sort=title", "include_total=true", "q=elsewhere"],
  "/projects": ["q=elsewhere", "include_total=true", "status=active"],
  "/triggers": ["q=elsewhere", "include_total=true", "enabled=true"],
  "/events": ["after=0", "type=item.*", "type=project.*", "type=code.*", "type=import.*"],
  "/events/stream": ["limit_seconds=0&after=0", "limit_seconds=0&after=0&type=item.*"],
  "/codes": ["claimed=true", "include_total=true"],
  "/export": ["format=ndjson", "format=csv&type=items", "format=csv&type=bins", "format=csv&type=locations"],
};
const REQUIRED = ["/search", "/export", "/events/stream"];

const questions = reads.flatMap((entry) => {
  const path = entry.rest?.path ?? "";
  const plain = REQUIRED.includes(path) ? [] : [`${path}${queryOf(entry, leastInput(entry))}`];
  return [...plain, ...(ASKED[path] ?? []).map((query) => `${path}?${query}`)];
});

function filled(path: string): string {
  const noun = path.split("/")[1] ?? "";
  return path.replace("{id}", ids[ID_OF[noun] ?? noun] ?? "missing").replace("{code}", ids.codes ?? "");
}

describe("K26: whatever a bounded key reads, it tells nothing of what lies outside its places", () => {
  test("there is something to walk, and each question is one of a route there is", () => {
    expect(reads.length).toBeGreaterThan(20);
    const paths = reads.map(({ rest }) => rest?.path);
    expect(Object.keys(ASKED).filter((path) => !paths.includes(path))).toEqual([]);
  });

  test.each(questions)("GET %s", async (path) => {
    const answer = await bound.ask("GET", filled(path).slice(1));
    const isInNoPlace = /^\/(projects|triggers|deliveries)\//.test(path);
    const hint = `${answer.text}: if the noun is new, make one inside and one elsewhere in the first beforeAll`;
    expect([200, ...(isInNoPlace ? [404] : [])], hint).toContain(answer.status);
    expect(answer.text).not.toMatch(/elsewhere/i);
    if (path.startsWith("/events")) return; // where a thing was before is part of its story, as an id
    const pointedTo = [ids.garden, ids.project]; // the shed stands in the one, and the task is for the other
    const named = elsewhere.filter((id) => !pointedTo.includes(id) && answer.text.includes(id));
    expect(named, answer.text).toEqual([]);
  });
});

test("K26: a label on what lies outside is not there, for looking up, scanning, printing or claiming", async () => {
  const code = ids["crate's code"] ?? "";
  const tries = [
    await bound.ask("GET", `codes/${code}`),
    await bound.ask("POST", "scan", { body: { code, action: "lookup" } }),
    await bound.ask("POST", "scan", { body: { code: ids.nut, action: "move", to_code: code } }),
    await bound.ask("POST", "labels", { body: { codes: [code] } }),
    await bound.ask("POST", `codes/${code}/claim`, { body: { target_type: "bin", target_id: ids.box } }),
  ];
  for (const { status, text } of tries) {
    expect([404, 409], text).toContain(status);
    expect(text).not.toMatch(/elsewhere/i);
  }
});

test("K26: counts are of what is inside: summary, totals and libraries", async () => {
  const { body } = await bound.ask("GET", "summary");
  const total = async (noun: string) => (await bound.ask("GET", `${noun}?include_total=true`)).body.total;
  expect([body.locations, body.bins, body.items]).toEqual([
    await total("locations"),
    await total("bins"),
    await total("items"),
  ]);
  const everything = (await anna.ask("GET", "summary")).body;
  expect(everything.items).toBeGreaterThan(body.items);
  expect([body.expired, body.open_tasks, body.overdue_tasks]).toEqual([1, 1, 0]);
});
