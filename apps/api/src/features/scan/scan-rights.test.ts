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

describe("who may", () => {
  test("looking up needs items:read alone, and changing items:write", async () => {
    const reader = await anna.key(["items:read"]);
    const code = barcode();
    const { id } = await make("items", { barcodes: [code] });
    expect((await scan({ code }, reader)).status).toBe(200);
    for (const action of ["add", "remove", "count", "move", "create"]) {
      const { status, body } = await scan({ code, action, quantity: 1 }, reader);
      expect([action, status, body.missing_scopes]).toEqual([action, 403, ["items:write"]]);
    }
    expect(await quantityOf(id)).toBe(1);
  });

  test("another organization's labels and barcodes are unknown, and so are those of the other environment", async () => {
    const stranger = await server.signUp("Stranger");
    const code = barcode();
    const item = await make("items", { barcodes: [code] });
    const label = await labelOn("item", item.id);
    for (const who of [stranger, await stranger.key(["items:read"])])
      for (const text of [code, label]) {
        const { status, body } = await scan({ code: text }, who);
        expect([status, body.code, body.suggest]).toEqual([404, "not_found", "create"]);
      }
    const inTest = await anna.key(["items:read"], { environment: "test" });
    expect((await scan({ code }, inTest)).body.suggest).toBe("create");
    expect((await scan({ code: label }, inTest)).body.code).toBe("environment_mismatch");
  });

  test("K26: a bounded key meets neither labels nor barcodes elsewhere, nor moves anything there", async () => {
    const [place, elsewhere] = [await make("locations"), await make("locations")];
    const bound = await anna.key(["items:read", "items:write"], { location_ids: [place.id] });
    const code = barcode();
    const outside = await make("items", { barcodes: [code], location_id: elsewhere.id });
    const inside = await make("items", { barcodes: [code], location_id: place.id });
    // Only one of the two is there for it.
    expect((await scan({ code, action: "add" }, bound)).body.target.id).toBe(inside.id);
    expect((await scan({ code: await labelOn("item", outside.id) }, bound)).body).toMatchObject({
      code: "not_found",
      suggest: "create",
    });
    const to_code = await labelOn("location", elsewhere.id);
    expect((await scan({ code, action: "move", to_code }, bound)).status).toBe(404);
    expect((await scan({ code: barcode(), action: "create" }, bound)).status).toBe(422);
    const made = await scan(
      { code: barcode(), action: "create", to_code: await labelOn("location", place.id) },
      bound,
    );
    expect(made.body.item.location_id).toBe(place.id);
  });

  test("tRPC answers the same as REST", async () => {
    const code = barcode();
    await make("items", { barcodes: [code] });
    const viaRest = await scan({ code });
    const viaTrpc = await scanner.ask("POST", "/trpc/scan.scan", { body: { code } });
    expect(viaTrpc.body.result.data).toEqual(viaRest.body);
  });
});
