import { get, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;
let origin: string;
const noon = Date.parse("2026-03-04T12:00:00Z");

beforeAll(async () => {
  server = await startTestServer({ now: () => noon });
  anna = await server.signUp("Anna");
  origin = await server.listen();
});
afterAll(() => server.close());

const linesOf = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

/** A workspace with so much in it that no buffer takes it whole: about 25 MB, where no index has to read it. */
async function heavyweight(): Promise<Person> {
  const person = await server.signUp("Heavyweight");
  const first = (await person.ask("POST", "items", { body: { name: "First" } })).body;
  await server.database.sql`
    insert into items (id, workspace_id, name, quantity, custom_fields, created_at, updated_at)
    select 'item_' || lpad(n::text, 26, '0'), workspace_id, 'Item', 1,
      jsonb_build_object('long', repeat('words and ', 500)), created_at, updated_at
    from items, generate_series(1, 5000) as n where id = ${first.id}`;
  return person;
}

const download = (person: Person, query = "") =>
  fetch(`${origin}/api/v1/export${query}`, { headers: { cookie: person.cookie } });

/** Asks for an export and reads nothing of it. */
const hold = (person: Person) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    get(`${origin}/api/v1/export`, { agent: false, headers: { cookie: person.cookie } }, resolve).on(
      "error",
      reject,
    );
  });

describe("GET /export", () => {
  test("NDJSON: type first, places before what is in them, and a last line that counts the others", async () => {
    const home = (await anna.ask("POST", "locations", { body: { name: "Home" } })).body;
    const shelf = (await anna.ask("POST", "locations", { body: { name: "A shelf", parent_id: home.id } }))
      .body;
    const bin = (await anna.ask("POST", "bins", { body: { name: "Box", location_id: shelf.id } })).body;
    const item = (await anna.ask("POST", "items", { body: { name: "Nut", bin_id: bin.id } })).body;
    const gone = (await anna.ask("POST", "items", { body: { name: "Gone" } })).body;
    await anna.ask("DELETE", `items/${gone.id}`);
    const answer = await anna.ask("GET", "export");
    expect(answer.headers).toMatchObject({
      "content-type": "application/x-ndjson; charset=utf-8",
      "content-disposition": 'attachment; filename="stowage-2026-03-04.ndjson"',
    });
    const lines = linesOf(answer.text);
    expect(lines.map(({ id, type }) => id ?? type)).toEqual([home.id, shelf.id, bin.id, item.id, "end"]);
    expect(lines.at(-1)).toEqual({ type: "end", count: 4 });
    const { deleted_at: _kept, ...whole } = item;
    expect(lines[3]).toEqual({ type: "item", ...whole });
    expect(answer.text.startsWith('{"type":"location","id":')).toBe(true);
  });

  test("CSV: a header, quoted as RFC 4180 says, with a byte order mark for spreadsheets", async () => {
    await anna.ask("POST", "bins", { body: { name: 'Say "hi",\n=1', tags: ["a", "b;c"] } });
    const { text, headers } = await anna.ask("GET", "export?format=csv&type=bins");
    expect(headers["content-disposition"]).toBe('attachment; filename="stowage-bins-2026-03-04.csv"');
    const [head = "", ...rows] = text.split("\r\n");
    expect(head.startsWith("\ufefftype,id,code,name,location_id,location_path,")).toBe(true);
    expect(rows[0]).toContain("Home / A shelf");
    expect(rows[1]).toContain('"Say ""hi"", =1"');
    expect(rows[1]).toContain(String.raw`"a; b\;c"`.slice(1, -1));
  });

  test("each environment and organization has its own", async () => {
    const live = linesOf((await anna.ask("GET", "export")).text);
    const test = linesOf((await anna.ask("GET", "export", { headers: { "x-environment": "test" } })).text);
    const ids = new Set(live.map(({ id }) => id).filter(Boolean));
    expect(test.some(({ id }) => ids.has(id))).toBe(false);
    const stranger = await server.signUp("Stranger");
    expect((await stranger.ask("GET", "export")).text).toBe('{"type":"end","count":0}\n');
  });

  test("K26: a bounded key gets what is within its places, in each format", async () => {
    const owner = await server.signUp("Owner");
    const make = async (noun: string, body: object) => (await owner.ask("POST", noun, { body })).body;
    const mine = await make("locations", { name: "Mine" });
    const other = await make("locations", { name: "Secret" });
    const item = await make("items", { name: "Seen", location_id: mine.id });
    await make("items", { name: "Secret thing", location_id: other.id });
    await make("codes", { count: 2, batch: "secret sheet" });
    const project = await make("projects", { name: "Secret project", status: "active" });
    await make(`projects/${project.id}/reservations`, { item_id: item.id, quantity: 1 });
    const bound = await owner.key(["admin:*"], { location_ids: [mine.id] });
    const answers = await Promise.all(
      ["", "?format=csv&type=items"].map((query) => bound.ask("GET", `export${query}`)),
    );
    for (const { text } of answers) {
      expect(text).toContain("Seen");
      expect(text.toLowerCase()).not.toContain("secret");
    }
    expect(linesOf(answers[0]?.text ?? "").map(({ type }) => type)).toEqual(["location", "item", "end"]);
    const rest = await Promise.all(
      ["projects", "tasks", "bins"].map((type) => bound.ask("GET", `export?format=csv&type=${type}`)),
    );
    for (const { text } of rest) expect(text.trimEnd().split("\r\n")).toHaveLength(1);
  });

  test("every read scope is needed", async () => {
    const key = await anna.key(["items:read", "bins:read"]);
    expect((await key.ask("GET", "export")).body.code).toBe("insufficient_scope");
  });
});

describe("a large export", () => {
  let person: Person;
  beforeAll(async () => {
    person = await heavyweight();
  });

  test("is whole, and of one moment: what is written meanwhile is not in it", async () => {
    const response = await download(person);
    await person.ask("POST", "items", { body: { name: "Meanwhile" } });
    const lines = linesOf(await response.text());
    expect(lines.at(-1)).toEqual({ type: "end", count: 5_001 });
    expect(lines.filter(({ name }) => name === "Meanwhile")).toEqual([]);
  });

  test("that loses its database on the way is broken off, never a file that looks complete", async () => {
    const response = await download(person);
    const reader = response.body?.getReader();
    await reader?.read();
    let isEnded = false;
    while (!isEnded) {
      await sleep(20); // until it waits for the reader
      const [ended] = await server.database.sql`
        select pg_terminate_backend(pid) as is_ended from pg_stat_activity
        where datname = current_database() and state = 'idle in transaction' and query like 'fetch forward%'`;
      isEnded = ended?.is_ended === true;
    }
    await expect(
      (async () => {
        while (!(await reader?.read())?.done);
      })(),
    ).rejects.toThrow();
  });

  test("gives its place to the next when the reader hangs up; two at once are enough for one server", async () => {
    const held = await Promise.all([hold(person), hold(person)]);
    expect(held.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    const third = await download(person);
    expect([third.status, ((await third.json()) as { code: string }).code]).toEqual([429, "rate_limited"]);
    expect(Number(third.headers.get("retry-after"))).toBeGreaterThan(0);
    for (const response of held) response.destroy();
    let status = 429;
    while (status === 429) {
      await sleep(20); // the hang-up travels through the kernel
      const next = await download(anna);
      await next.text();
      status = next.status;
    }
    expect(status).toBe(200);
  });
});
