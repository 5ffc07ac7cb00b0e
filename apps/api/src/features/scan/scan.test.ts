import { codeFromPayload } from "@stowage/contract/codes";
import { PRESETS } from "@stowage/contract/presets";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Asker, labelOnto, makeThing } from "../../testing/labelling.ts";
import { type Person, startTestServer, type TestKey, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;
let scanner: TestKey;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  scanner = await anna.key([...PRESETS.scanner.scopes]);
});
afterAll(() => server.close());

const make = (noun: string, body: object = {}) => makeThing(anna, noun, body);
const labelOn = (type: string, id: string) => labelOnto(anna, type, id);
const scan = (body: object, who: Asker = scanner) => who.ask("POST", "scan", { body });
const quantityOf = async (id: string) => (await anna.ask("GET", `items/${id}`)).body.quantity;
let barcodes = 4_000_000_000_000;
const barcode = () => String(barcodes++);

describe("what a code can be", () => {
  test("a label's code in any spelling, and its address whatever the host", async () => {
    const item = await make("items", { name: "Vice", quantity: 3 });
    const code = await labelOn("item", item.id);
    for (const text of [
      code,
      code.toLowerCase(),
      `${code.slice(0, 3)} ${code.slice(3)}`,
      `http://stowage.test/c/${code}`,
      `HTTPS://OLD.example.org:8443/stowage/c/${code.toLowerCase()}/?x=1`,
    ]) {
      const { status, body } = await scan({ code: text });
      expect([text, status]).toEqual([text, 200]);
      expect(body).toEqual({
        code,
        action: "lookup",
        target: { type: "item", id: item.id, name: "Vice" },
        item: (await anna.ask("GET", `items/${item.id}`)).body,
        quantity: 3,
      });
    }
  });

  test("a bin's and a place's label", async () => {
    const [bin, place] = [await make("bins"), await make("locations")];
    const onPlace = await labelOn("location", place.id);
    expect((await scan({ code: bin.code })).body).toEqual({
      code: bin.code,
      action: "lookup",
      target: { type: "bin", id: bin.id, name: bin.name },
    });
    expect((await scan({ code: onPlace })).body.target).toEqual({
      type: "location",
      id: place.id,
      name: place.name,
    });
  });

  test("a barcode, however the reader spells a UPC, then a SKU; a label goes before both", async () => {
    const byBarcode = await make("items", { barcodes: ["036000291452"], sku: "SC-1" });
    for (const code of ["036000291452", "0036000291452", "SC-1"])
      expect((await scan({ code })).body.target.id, code).toBe(byBarcode.id);
    const labelled = await make("items");
    const label = await labelOn("item", labelled.id);
    await make("items", { barcodes: [label] });
    expect((await scan({ code: label })).body.target.id).toBe(labelled.id);
    const sku = await make("items", { sku: "X-9" });
    const other = await make("items", { barcodes: ["X-9"] });
    expect((await scan({ code: "X-9" })).body.target.id).toBe(other.id);
    await anna.ask("DELETE", `items/${other.id}`);
    expect((await scan({ code: "X-9" })).body.target.id).toBe(sku.id);
  });

  test("a barcode on several items is a conflict that names them, and nothing is counted", async () => {
    const code = barcode();
    const twins = [
      await make("items", { name: "Left", barcodes: [code] }),
      await make("items", { name: "Right", barcodes: [code] }),
    ];
    for (const action of ["lookup", "add"]) {
      const { status, body } = await scan({ code, action });
      expect([status, body.code]).toEqual([409, "conflict"]);
      for (const { id, name } of twins) expect(body.detail).toContain(`${name} (${id})`);
    }
    for (const { id } of twins) expect(await quantityOf(id)).toBe(1);
  });

  test("an unknown code suggests to create, a blank label to claim, a mistyped address is refused", async () => {
    const unknown = await scan({ code: "no such code" });
    expect([unknown.status, unknown.body.code, unknown.body.suggest]).toEqual([404, "not_found", "create"]);
    const { body } = await anna.ask("POST", "codes", { body: { count: 1 } });
    const blank = await scan({ code: body.data[0].code, action: "add" });
    expect([blank.status, blank.body.suggest]).toEqual([404, "claim"]);
    const mistyped = await scan({ code: "http://stowage.test/c/AAAAAAA" });
    expect([mistyped.status, mistyped.body.errors?.[0].pointer]).toEqual([422, "/code"]);
    const foreign = await scan({ code: `http://x.test/c/${codeFromPayload("ZZZZZZ")}`, action: "create" });
    expect([foreign.status, foreign.body.suggest]).toEqual([404, undefined]);
  });

  test.each([
    {},
    { code: "" },
    { code: "x".repeat(301) },
    { code: 7 },
    { code: "x", action: "eat" },
    { code: "x", quantity: -1 },
  ])("%j is refused", async (body) => {
    expect((await scan(body)).status).toBe(422);
  });
});

describe("what it does", () => {
  test("add and remove, by one or by a quantity, with the event that records it", async () => {
    const code = barcode();
    const { id } = await make("items", { barcodes: [code], quantity: 5 });
    expect((await scan({ code, action: "add" })).body.quantity).toBe(6);
    expect((await scan({ code, action: "add", quantity: 2.5 })).body.quantity).toBe(8.5);
    const { body } = await scan({ code, action: "remove", quantity: 3 });
    expect(body).toMatchObject({ code, action: "remove", quantity: 5.5, item: { id, quantity: 5.5 } });
    const { body: events } = await anna.ask("GET", `events?subject_id=${id}&limit=1`);
    expect(events.data[0]).toMatchObject({ seq: body.event_seq, api_key_id: scanner.id });
  });

  test("never below nothing: the answer says how much there is", async () => {
    const code = barcode();
    const { id } = await make("items", { barcodes: [code], quantity: 2 });
    const { status, body } = await scan({ code, action: "remove", quantity: 3 });
    expect([status, body.code, body.current_quantity]).toEqual([409, "insufficient_stock", 2]);
    expect(await quantityOf(id)).toBe(2);
  });

  test("count says what is there; the same again records nothing; without a quantity it is refused", async () => {
    const code = barcode();
    await make("items", { barcodes: [code] });
    expect((await scan({ code, action: "count", quantity: 12 })).body).toMatchObject({ quantity: 12 });
    expect((await scan({ code, action: "count", quantity: 12 })).body.event_seq).toBeNull();
    const refused = await scan({ code, action: "count" });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, "/quantity"]);
  });

  test("fifty handhelds that scan one item at once lose no count", async () => {
    const code = barcode();
    const { id } = await make("items", { barcodes: [code], quantity: 0 });
    await Promise.all(Array.from({ length: 50 }, () => scan({ code, action: "add", quantity: 2 })));
    expect(await quantityOf(id)).toBe(100);
  });

  test("move puts an item, or a part of it, where to_code stands", async () => {
    const [bin, place] = [await make("bins"), await make("locations")];
    const code = barcode();
    const { id } = await make("items", { barcodes: [code], quantity: 10 });
    const whole = await scan({ code, action: "move", to_code: bin.code });
    expect(whole.body.item).toMatchObject({ id, bin_id: bin.id, quantity: 10 });
    const label = await labelOn("item", id);
    const part = await scan({
      code: label,
      action: "move",
      quantity: 4,
      to_code: await labelOn("location", place.id),
    });
    expect(part.body).toMatchObject({ quantity: 4, item: { location_id: place.id, bin_id: null } });
    expect(part.body.target.id).not.toBe(id);
    expect(await quantityOf(id)).toBe(6);
  });

  test("move without to_code, onto an item's label, or to a label of nobody, is refused and changes nothing", async () => {
    const code = barcode();
    const { id } = await make("items", { barcodes: [code] });
    const onItem = await labelOn("item", id);
    const missing = await scan({ code, action: "move" });
    expect([missing.status, missing.body.errors[0].pointer]).toEqual([422, "/to_code"]);
    expect((await scan({ code, action: "move", to_code: onItem })).status).toBe(422);
    expect((await scan({ code, action: "move", to_code: codeFromPayload("ZZZZZZ") })).status).toBe(404);
    expect((await anna.ask("GET", `items/${id}`)).body.version).toBe(1);
  });

  test("moving a bin needs bins:write, and a place for it to go", async () => {
    const [bin, other, place] = [await make("bins"), await make("bins"), await make("locations")];
    const to_code = await labelOn("location", place.id);
    const refused = await scan({ code: bin.code, action: "move", to_code });
    expect([refused.status, refused.body.missing_scopes]).toEqual([403, ["bins:write"]]);
    const mover = await anna.key(["items:read", "items:write", "bins:write"]);
    const moved = await scan({ code: bin.code, action: "move", to_code }, mover);
    expect(moved.body).toMatchObject({ action: "move", target: { type: "bin", id: bin.id } });
    expect(moved.body.event_seq).toBeGreaterThan(0);
    expect((await anna.ask("GET", `bins/${bin.id}`)).body.location_id).toBe(place.id);
    expect((await scan({ code: bin.code, action: "move", to_code }, mover)).body.event_seq).toBeNull();
    expect((await scan({ code: bin.code, action: "move", to_code: other.code }, mover)).status).toBe(422);
    expect((await scan({ code: to_code, action: "move", to_code: bin.code }, mover)).status).toBe(422);
  });

  test("create makes an item with what was scanned as its barcode, in its place, and not twice", async () => {
    const bin = await make("bins");
    const code = barcode();
    const { body } = await scan({ code, action: "create", name: "Oil", quantity: 2, to_code: bin.code });
    expect(body).toMatchObject({
      action: "create",
      quantity: 2,
      item: { name: "Oil", barcodes: [code], bin_id: bin.id, quantity: 2 },
    });
    const { body: events } = await anna.ask("GET", `events?subject_id=${body.item.id}`);
    expect(events.data[0]).toMatchObject({ type: "item.created", seq: body.event_seq });
    const again = await scan({ code, action: "create" });
    expect([again.status, again.body.code]).toEqual([409, "conflict"]);
    expect((await scan({ code: barcode(), action: "create" })).body.item).toMatchObject({ quantity: 1 });
    expect((await scan({ code: "x".repeat(129), action: "create" })).status).toBe(422);
  });

  test("of many who create from one barcode at once, exactly one does", async () => {
    const code = barcode();
    const answers = await Promise.all(Array.from({ length: 10 }, () => scan({ code, action: "create" })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)]);
  });

  test("a bin's label looks the bin up where one counts", async () => {
    const bin = await make("bins");
    for (const action of ["add", "remove", "count"])
      expect((await scan({ code: bin.code, action })).body).toMatchObject({
        action: "lookup",
        target: { id: bin.id },
      });
  });

  test("under one idempotency key a repeated scan counts once", async () => {
    const code = barcode();
    const { id } = await make("items", { barcodes: [code], quantity: 0 });
    const request = { body: { code, action: "add" }, headers: { "idempotency-key": `scan-${code}` } };
    const answers = [await scanner.ask("POST", "scan", request), await scanner.ask("POST", "scan", request)];
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(await quantityOf(id)).toBe(1);
  });
});
