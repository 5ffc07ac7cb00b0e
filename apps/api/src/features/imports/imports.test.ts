import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Answer, type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;
let nowMs = Date.now();
let turn = 0;

beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs });
});
afterAll(() => server.close());
beforeEach(async () => {
  anna = await server.signUp(`Anna ${++turn}`);
});

type Asking = Pick<Person, "ask">;
const csvHeaders = { "content-type": "text/csv; charset=utf-8" };
const importCsv = (raw: string, query = "", who: Asking = anna): Promise<Answer> =>
  who.ask("POST", `import${query}`, { raw, headers: csvHeaders });
const itemsOf = async (who: Asking = anna) => (await who.ask("GET", "items?sort=name")).body.data;

async function settled(id: string): Promise<Answer["body"]> {
  await server.deps.background.settled("import");
  return (await anna.ask("GET", `imports/${id}`)).body;
}

describe("POST /import with a CSV", () => {
  test.each([
    ["commas", "Name,Qty,Barcode,Location\nDrill,2,111;222,Home / Garage\n"],
    ["semicolons and a decimal comma", "Name;Qty;Barcode;Location\r\nDrill;2,0;111,222;Home/Garage"],
    [
      "tabs, a byte order mark and blank rows",
      "\ufeffname\tquantity\tbarcodes\tplace\n\nDrill\t2\t111;222\tHome / Garage\n\t\t\t\n",
    ],
  ])("takes %s, and the names that people give to columns", async (_what, raw) => {
    const answer = await importCsv(raw);
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toMatchObject({
      status: "done",
      rows_total: 1,
      created: 1,
      columns: ["name", "quantity", "barcodes", "location_path"],
    });
    const [drill] = (await anna.ask("GET", "items?include=location_path")).body.data;
    expect(drill).toMatchObject({ name: "Drill", quantity: 2, barcodes: ["111", "222"] });
    expect(drill.location_path.map(({ name }: { name: string }) => name)).toEqual(["Home", "Garage"]);
  });

  test("makes a place that is missing once, and takes one that is there, in whatever case", async () => {
    const home = (await anna.ask("POST", "locations", { body: { name: "Home" } })).body;
    await importCsv("name,location_path\nA,home / Shed\nB,HOME/shed\nC,Home");
    const places = (await anna.ask("GET", "locations")).body.data;
    expect(places.map(({ name }: { name: string }) => name)).toEqual(["Home", "Shed"]);
    expect(places[1].parent_id).toBe(home.id);
  });

  test("changes by id, external id or label, and what a column does not say stays", async () => {
    const one = (await anna.ask("POST", "items", { body: { name: "One", notes: "kept", tags: ["x"] } })).body;
    await anna.ask("POST", "items", { body: { name: "Two", external_id: "two", sku: "gone" } });
    const bin = (await anna.ask("POST", "bins", { body: { name: "Red" } })).body;
    const answer = await importCsv(
      `type,id,external_id,code,name,quantity,sku\nitem,${one.id},,,,7,\nitem,,two,,Two!,,\nbin,,,${bin.code},Blue,,\n`,
    );
    expect(answer.body, answer.text).toMatchObject({ created: 0, updated: 3 });
    const [first, second] = await itemsOf();
    expect(first).toMatchObject({ id: one.id, name: "One", quantity: 7, notes: "kept", tags: ["x"] });
    expect(second).toMatchObject({ name: "Two!", quantity: 1, sku: null });
    expect((await anna.ask("GET", `bins/${bin.id}`)).body.name).toBe("Blue");
  });

  test("puts items into bins of the same file by their label, printed or not", async () => {
    const { data } = (await anna.ask("POST", "codes", { body: { count: 1 } })).body;
    const raw = `type,name,code,bin_code\nitem,Screw,,${data[0].code}\nbin,Box,${data[0].code},\n`;
    expect((await importCsv(raw)).body).toMatchObject({ created: 2 });
    const bin = (await anna.ask("GET", `bins/${data[0].code}`)).body;
    expect((await itemsOf())[0].bin_id).toBe(bin.id);
  });

  test("keeps fields of one's own, with their types", async () => {
    await importCsv("name,custom.volts,custom.colour,custom.spare\nLamp,12,red,\n");
    expect((await itemsOf())[0].custom_fields).toEqual({ volts: 12, colour: "red" });
  });

  test("writes the events of what it did, then one that it is complete", async () => {
    const { body } = await importCsv("name,min_quantity\nLow,5", "?filename=stock.csv");
    const events = (await anna.ask("GET", `events?after=${body.first_seq - 1}`)).body.data;
    expect(events.map(({ seq, type }: { seq: number; type: string }) => [seq, type])).toEqual([
      [body.first_seq, "item.created"],
      [body.first_seq + 1, "item.low_stock"],
      [body.last_seq, "import.completed"],
    ]);
    expect(events[2]).toMatchObject({ subject_id: body.id, subject_name: "stock.csv" });
  });
});

describe("NDJSON", () => {
  test("an export without its last line, or with lines missing, is refused: it was cut off", async () => {
    await importCsv("name\nA\nB\nC");
    const { text } = await anna.ask("GET", "export");
    const lines = text.trimEnd().split("\n");
    const send = (some: string[]) =>
      anna.ask("POST", "import", {
        raw: some.join("\n"),
        headers: { "content-type": "application/x-ndjson" },
      });
    for (const some of [lines.slice(0, -1), lines.slice(1), [...lines.slice(0, 2), lines.at(-1) ?? ""]])
      expect((await send(some)).body.errors[0].code).toBe("cut_off");
    expect((await send([...lines, lines[0] ?? ""])).body.errors[0].code).toBe("after_end");
    expect((await send([...lines.slice(0, -1), (lines.at(-1) ?? "").slice(0, 9)])).status).toBe(422);
    expect((await send(lines)).body.status).toBe("done");
  });

  test("lines that are no objects, of no kind, or with unknown members are named", async () => {
    const raw = '[1]\n{"type":"thing"}\n{"type":"item","name":"A","qty":1}\nnot json\n';
    const { body } = await anna.ask("POST", "import?dry_run=true", {
      raw,
      headers: { "content-type": "application/x-ndjson" },
    });
    expect(body.errors).toEqual([
      expect.objectContaining({ line: 1, code: "malformed_json" }),
      expect.objectContaining({ line: 2, column: "type" }),
      expect.objectContaining({ line: 3, column: "qty", message: "Unknown field; did you mean quantity?" }),
      expect.objectContaining({ line: 4, code: "malformed_json" }),
    ]);
  });

  test("on tRPC the same file gives the same answer", async () => {
    const input = { content: '{"type":"item","name":"A"}', format: "ndjson" };
    const { body } = await anna.ask("POST", "/trpc/imports.create", { body: input });
    expect(body.result.data).toMatchObject({ status: "done", created: 1 });
  });
});

describe("who may import what", () => {
  test("every write scope is needed", async () => {
    const { key } = await anna.key(["items:write", "bins:write"]);
    const answer = await server.ask("POST", "import", { key, raw: "name\nA", headers: csvHeaders });
    expect(answer.body).toMatchObject({ code: "insufficient_scope" });
  });

  test("K26: a bounded key imports into its places alone, and sees its own imports alone", async () => {
    const mine = (await anna.ask("POST", "locations", { body: { name: "Mine" } })).body;
    const other = (await anna.ask("POST", "locations", { body: { name: "Other" } })).body;
    const hidden = (await anna.ask("POST", "items", { body: { name: "Hidden", location_id: other.id } }))
      .body;
    const theirs = (await importCsv("name\nInbox")).body;
    const bound = await anna.key(["admin:*"], { location_ids: [mine.id] });
    const done = await importCsv("name,location_path\nA,Mine\nB,Mine / Shelf", "", bound);
    expect(done.body, done.text).toMatchObject({ created: 2 });
    for (const row of ["C,", "C,Other", "C,Elsewhere"])
      expect((await importCsv(`name,location_path\n${row}`, "", bound)).status, row).toBe(422);
    expect((await importCsv(`name,location_id\nC,${other.id}`, "", bound)).status).toBe(422);
    // Its id is not free, so what comes with it is another thing.
    await importCsv(`id,name,location_id\n${hidden.id},Copy,${mine.id}`, "", bound);
    expect((await anna.ask("GET", `items/${hidden.id}`)).body.name).toBe("Hidden");
    const seen = (await bound.ask("GET", "imports")).body.data;
    expect(seen).not.toContainEqual(expect.objectContaining({ id: theirs.id }));
    expect((await bound.ask("GET", `imports/${theirs.id}`)).status).toBe(404);
    expect((await bound.ask("GET", `imports/${done.body.id}`)).status).toBe(200);
  });
});

describe("an import in the background", () => {
  test("answers at once, tells its progress, and leaves no file behind", async () => {
    const rows = Array.from({ length: 1_200 }, (_, index) => `Item ${index}`);
    const begun = await importCsv(["name", ...rows].join("\n"), "?wait=false");
    expect(begun.body).toMatchObject({ status: "pending", created: 0 });
    expect(await settled(begun.body.id)).toMatchObject({ status: "done", rows_done: 1_200, created: 1_200 });
    const [kept] = await server.database.sql`select content from imports where id = ${begun.body.id}`;
    expect(kept?.content).toBeNull();
  });

  test("keeps its errors where they can be read", async () => {
    const { id } = (await importCsv("name,quantity\nA,x", "?wait=false")).body;
    expect(await settled(id)).toMatchObject({ status: "failed", errors: [{ line: 2, column: "quantity" }] });
    expect(server.deps.background.failures).toBe(0);
  });

  test("a second one is refused while it works, and its own resume too", async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => `Item ${index}`);
    const { id } = (await importCsv(["name", ...rows].join("\n"), "?wait=false")).body;
    const second = await importCsv("name\nB");
    const resumed = await anna.ask("POST", `imports/${id}/resume`);
    expect([second.status, second.body.code]).toEqual([409, "conflict"]);
    expect([resumed.status, resumed.body.code]).toEqual([409, "conflict"]);
    expect(await settled(id)).toMatchObject({ status: "done", created: 2_000 });
    expect((await anna.ask("POST", `imports/${id}/resume`)).body.code).toBe("conflict");
    expect((await itemsOf()).length).toBe(50);
  });

  test("one that a stopped server left is resumed, and done once", async () => {
    const { id } = (await importCsv("name\nA", "?wait=false")).body;
    await settled(id);
    await server.database.db.execute(sql`
      update imports set status = 'running', content = ${"name\nLeft"} where id = ${id}`);
    const both = await Promise.all([1, 2].map(() => anna.ask("POST", `imports/${id}/resume`)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await settled(id)).toMatchObject({ status: "done", created: 1 });
    expect((await itemsOf()).filter(({ name }: { name: string }) => name === "Left")).toHaveLength(1);
  });

  test("a repetition with the same Idempotency-Key imports once", async () => {
    const send = () =>
      anna.ask("POST", "import", {
        raw: "name\nOnce",
        headers: { ...csvHeaders, "idempotency-key": "import-1" },
      });
    const first = await send();
    const again = await send();
    expect(again.body.id, again.text).toBe(first.body.id);
    expect(await itemsOf()).toHaveLength(1);
  });
});

describe("POST /imports/{id}/undo", () => {
  test("puts all of it back, after a dry run that changes nothing", async () => {
    const kept = (await anna.ask("POST", "items", { body: { name: "Kept", quantity: 3 } })).body;
    const done = (await importCsv(`id,name,quantity,location_path\n${kept.id},Kept,9,\n,New,1,Home`)).body;
    const dry = await anna.ask("POST", `imports/${done.id}/undo`, { body: { dry_run: true } });
    expect(dry.body, dry.text).toMatchObject({ undone_total: 3, skipped_total: 0, dry_run: true });
    expect((await anna.ask("GET", `items/${kept.id}`)).body.quantity).toBe(9);
    expect((await anna.ask("POST", `imports/${done.id}/undo`)).body).toMatchObject({ undone_total: 3 });
    expect(await itemsOf()).toEqual([expect.objectContaining({ name: "Kept", quantity: 3 })]);
    expect((await anna.ask("GET", "locations")).body.data).toEqual([]);
    expect((await anna.ask("GET", `imports/${done.id}`)).body.status).toBe("undone");
    expect((await anna.ask("POST", `imports/${done.id}/undo`)).body.code).toBe("conflict");
  });

  test("leaves what others changed since, and says so", async () => {
    const done = (await importCsv("name\nA\nB")).body;
    const [one] = await itemsOf();
    await anna.ask("PATCH", `items/${one.id}`, { body: { notes: "mine" } });
    const { body } = await anna.ask("POST", `imports/${done.id}/undo`);
    expect(body).toMatchObject({ undone_total: 1, skipped_total: 1 });
    expect(body.skipped[0]).toMatchObject({ reason: "changed_since", subject_id: one.id });
  });

  test("takes the scopes of what it deletes", async () => {
    const done = (await importCsv("name\nA")).body;
    const writer = await anna.key([
      "locations:write",
      "bins:write",
      "items:write",
      "tasks:write",
      "projects:write",
    ]);
    const refused = await writer.ask("POST", `imports/${done.id}/undo`);
    expect(refused.body).toMatchObject({ code: "insufficient_scope", missing_scopes: ["items:delete"] });
    expect(await itemsOf()).toHaveLength(1);
  });
});

test("imports go after 30 days", async () => {
  const { id } = (await importCsv("name\nA")).body;
  const { removeOldImports } = await import("../../workers/retention.ts");
  await removeOldImports(server.deps);
  expect((await anna.ask("GET", `imports/${id}`)).status).toBe(200);
  const then = nowMs;
  nowMs += 31 * 86_400_000;
  await removeOldImports(server.deps);
  nowMs = then;
  expect((await anna.ask("GET", `imports/${id}`)).status).toBe(404);
});
