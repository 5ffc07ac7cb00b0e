import { Writable } from "node:stream";
import { type CommandLine, commandLine } from "@stowage/cli/testing/command-line";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let origin: string;
let anna: Person;
let stowage: CommandLine;
let binId: string;

beforeAll(async () => {
  server = await startTestServer();
  origin = await server.listen();
  anna = await server.signUp("Anna");
  const { key } = await anna.key(["admin:*"]);
  stowage = commandLine({ STOWAGE_URL: origin, STOWAGE_API_KEY: key });
  const garage = (await anna.ask("POST", "locations", { body: { name: "Garage" } })).body;
  binId = (await anna.ask("POST", "bins", { body: { name: "Red box", location_id: garage.id } })).body.id;
});
afterAll(async () => {
  stowage.remove();
  await server.close();
});

async function item(name: string, more: object = {}): Promise<string> {
  const { status, body, text } = await anna.ask("POST", "items", { body: { name, bin_id: binId, ...more } });
  if (status !== 201) throw new Error(text);
  return body.id;
}
const quantityOf = async (id: string) => (await anna.ask("GET", `items/${id}`)).body.quantity;

describe("lists", () => {
  test("a table in a terminal, with places and low stock; the API's JSON in a pipe; lines when asked", async () => {
    await item("Fuse 10 A", { quantity: 1, min_quantity: 5, unit: "pcs", tags: ["fuses"] });
    await item("Fuse 16 A", { quantity: 40, tags: ["fuses"] });
    const words = ["items", "list", "--tag", "fuses", "--sort", "name"];
    const table = await stowage.run(words, { isTerminal: true, env: { NO_COLOR: "1" } });
    expect(table).toMatchObject({ code: 0, err: "" });
    const [titles, low] = table.out.split("\n");
    expect(titles).toMatch(/^Name +Quantity {2}Unit {2}Low {2}Place/);
    expect(low).toMatch(/^Fuse 10 A +1 {2}pcs {3}low {2}Garage \/ Red box {2}fuses/);
    const piped = await stowage.run(words);
    expect(piped.json.data.map(({ name }: { name: string }) => name)).toEqual(["Fuse 10 A", "Fuse 16 A"]);
    expect(piped.json.next_cursor).toBeNull();
    const lines = (await stowage.run([...words, "--ndjson"])).out.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).name)).toEqual(["Fuse 10 A", "Fuse 16 A"]);
    const narrowed = await stowage.run([...words, "--fields", "name,quantity", "--json"]);
    expect(Object.keys(narrowed.json.data[0]).sort()).toEqual(["id", "name", "quantity"]);
  });

  test("pages are one list, up to the limit or to the end, and more of it is said", async () => {
    const created = await anna.ask("POST", "items/bulk", {
      body: {
        atomic: true,
        operations: Array.from({ length: 230 }, (_, n) => ({
          op: "create",
          data: { name: `Peg ${n}`, tags: ["pegs"] },
        })),
      },
    });
    expect(created.status).toBe(200);
    const some = await stowage.run(["items", "list", "--tag", "pegs", "--limit", "210"]);
    expect(some.json.data).toHaveLength(210);
    expect(some.err).toContain("first 210");
    const all = await stowage.run(["items", "list", "--tag", "pegs", "--all", "--ndjson"]);
    expect(new Set(all.out.trimEnd().split("\n")).size).toBe(230);
    expect(all.err).toBe("");
  });

  test("a hostile name moves no cursor, forges no line and turns no text around", async () => {
    const id = await item("evil\u001b[2J\u001b]0;x\u0007\u009b31m\u202egnp");
    for (const words of [
      ["items", "get", id],
      ["items", "list", "--q", "evil"],
      ["search", "evil"],
      ["items", "adjust", id, "+1"],
    ]) {
      const { out } = await stowage.run(words, { isTerminal: true, env: { NO_COLOR: "1" } });
      expect(out).toContain("evil");
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
    const refused = await stowage.run(["items", "get", "nothing\u001b[31m like this"]);
    expect(refused.err).not.toContain("\u001b");
  });

  test("who reads no further ends it without a word", async () => {
    const gone = new Writable({
      write: (_bytes, _encoding, done) => done(Object.assign(new Error("EPIPE"), { code: "EPIPE" })),
    });
    expect(await stowage.run(["items", "list", "--all", "--ndjson"], { stdout: gone })).toMatchObject({
      code: 0,
      err: "",
    });
  });
});

describe("things by id, label and name", () => {
  test("an item is adjusted by what it is called, what is on its label, and what came of a count", async () => {
    const id = await item("Wing nut", { quantity: 10, barcodes: ["4006381333931"] });
    for (const [ref, change, quantity] of [
      [id, "+2.5", 12.5],
      ["wing NUT", "-2", 10.5],
      ["4006381333931", "=7", 7],
    ] as const) {
      const { code, json } = await stowage.run(["items", "adjust", ref, change, "--reason", "stock-taking"]);
      expect([code, json.quantity]).toEqual([0, quantity]);
    }
    expect((await stowage.run(["items", "adjust", "Wing nut", "3"])).code).toBe(2);
    expect((await stowage.run(["items", "adjust", "Wing nut", "-100"])).err).toContain("insufficient_stock");
    expect(await quantityOf(id)).toBe(7);
  });

  test("a name that several have, or only nearly one, changes nothing and names them", async () => {
    const [one, other] = [await item("Twin", { quantity: 4 }), await item("twin", { quantity: 4 })];
    const twins = await stowage.run(["items", "adjust", "Twin", "-1"]);
    expect(twins.code).toBe(1);
    for (const id of [one, other]) expect(twins.err).toContain(id);
    const nearly = await stowage.run(["items", "remove", "Twinn", "--yes"]);
    expect(nearly).toMatchObject({ code: 1 });
    expect(nearly.err).toContain("(not_found)");
    expect([await quantityOf(one), await quantityOf(other)]).toEqual([4, 4]);
  });

  test("what the document says of an input are the options: made, changed, emptied, moved", async () => {
    const words = [
      "items",
      "create",
      "Lamp",
      "--bin",
      "Red box",
      "--quantity",
      "2",
      "--tag",
      "light",
      "--tag",
      "e27",
    ];
    const { json: lamp } = await stowage.run([
      ...words,
      "--custom-field",
      "watt:=60",
      "--sku",
      "L-60",
      "--barcode",
      "123456",
    ]);
    expect(lamp).toMatchObject({
      name: "Lamp",
      bin_id: binId,
      quantity: 2,
      tags: ["light", "e27"],
      sku: "L-60",
    });
    expect(lamp).toMatchObject({ custom_fields: { watt: 60 }, barcodes: ["123456"] });
    const changed = await stowage.run(["items", "update", "Lamp", "--notes", "warm", "--clear", "sku"]);
    expect(changed.json).toMatchObject({ notes: "warm", sku: null, tags: ["light", "e27"] });
    const moved = await stowage.run(["items", "move", "Lamp", "--to-location", "Garage"]);
    expect(moved.json.item).toMatchObject({ bin_id: null });
    const input = await stowage.run(["bins", "create", "--input", "-", "--color", "#2f6fde"], {
      stdin: '{"name":"From a file"}',
    });
    expect(input.json).toMatchObject({ name: "From a file", color: "#2f6fde" });
  });

  test("nothing is deleted unasked: in a pipe only with --yes", async () => {
    const id = await item("Rest");
    expect(await stowage.run(["items", "remove", id])).toMatchObject({ code: 2, out: "" });
    expect((await anna.ask("GET", `items/${id}`)).status).toBe(200);
    const { json } = await stowage.run(["items", "remove", id, "--yes"]);
    expect(json.id).toBe(id);
    const undone = await stowage.run(["undo", "--yes"]);
    expect(undone.json.undone).toMatchObject([{ subject_id: id }]);
    expect((await anna.ask("GET", `items/${id}`)).body.deleted_at).toBeNull();
  });
});

describe("a scanner", () => {
  test("each line is done, one wrong code does not end the round, and lines say what to do", async () => {
    const id = await item("Bolt", { quantity: 5, barcodes: ["900100"] });
    const shelf = (await anna.ask("POST", "bins", { body: { name: "Shelf 7" } })).body;
    const stdin = `900100\r\n3*900100\nunknown-99\n\n:take\n900100\n:count\n2*900100\n:to ${shelf.code}\n:move\n900100\n`;
    const { code, out } = await stowage.run(["scan", "--action", "add"], { stdin });
    const answers = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers.map((one) => one.quantity ?? one.error.code)).toEqual([6, 9, "not_found", 8, 2, 2]);
    expect(code).toBe(1);
    expect((await anna.ask("GET", `items/${id}`)).body).toMatchObject({ quantity: 2, bin_id: shelf.id });
  });

  test("a count without its number, or a move to nowhere, is refused before anything is sent", async () => {
    const id = await item("Rivet", { quantity: 5, barcodes: ["900200"] });
    expect((await stowage.run(["scan", "--action", "count"], { stdin: "900200\n" })).code).toBe(2);
    expect((await stowage.run(["scan", "--action", "move"], { stdin: "900200\n" })).code).toBe(2);
    expect(await quantityOf(id)).toBe(5);
  });
});
