import { codeFromPayload } from "@stowage/contract/codes";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Asker, claimLabel, makeThing, reserveBlank } from "../../testing/labelling.ts";
import { type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;
let stranger: Person;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  stranger = await server.signUp("Stranger");
});
afterAll(() => server.close());

const make = (noun: string, body: object = {}, who: Asker = anna) => makeThing(who, noun, body);
const blank = () => reserveBlank(anna);
const claim = (code: string, type: string, id: string, who: Asker = anna) => claimLabel(who, code, type, id);
const inTest = { headers: { "x-environment": "test" } };

describe("who sees a label", () => {
  test("another organization's label is 404 for every verb, and not in its lists", async () => {
    const code = await blank();
    const item = await make("items", {}, stranger);
    expect((await stranger.ask("GET", `codes/${code}`)).status).toBe(404);
    expect((await claim(code, "item", item.id, stranger)).status).toBe(404);
    expect((await stranger.ask("POST", "labels", { body: { codes: [code] } })).status).toBe(404);
    const { body } = await stranger.ask("GET", "codes?limit=200");
    expect(body.data.map((label: { code: string }) => label.code)).not.toContain(code);
    expect((await stranger.ask("GET", "labels/batches")).body.data).toEqual([]);
  });

  test("K25: a label on live things is in the other environment for test callers", async () => {
    const bin = await make("bins");
    const answer = await anna.ask("GET", `codes/${bin.code}`, inTest);
    expect([answer.status, answer.body.code]).toEqual([404, "environment_mismatch"]);
    const testKey = await anna.key(undefined, { environment: "test" });
    const item = await make("items", {}, testKey);
    expect((await claim(bin.code, "item", item.id, testKey)).status).toBe(404);
    const listed = await testKey.ask("GET", `codes?target_id=${bin.id}`);
    expect(listed.body.data).toEqual([]);
  });

  test("a blank label may be used in either environment", async () => {
    const code = await blank();
    expect((await anna.ask("GET", `codes/${code}`, inTest)).body.target).toBeNull();
  });

  test("K26: to a bounded key a label elsewhere is as one that nobody made", async () => {
    const place = await make("locations");
    const [inside, outside] = [await make("bins", { location_id: place.id }), await make("bins")];
    const bound = await anna.key(["bins:read", "bins:write", "items:write"], { location_ids: [place.id] });
    expect((await bound.ask("GET", `codes/${inside.code}`)).body.target.id).toBe(inside.id);
    const hidden = await bound.ask("GET", `codes/${outside.code}`);
    const absent = await bound.ask("GET", `codes/${codeFromPayload("YYYYYY")}`);
    expect([hidden.status, hidden.body.code]).toEqual([absent.status, absent.body.code]);
    expect(hidden.body.detail.replace(outside.code, "")).toBe(
      absent.body.detail.replace(codeFromPayload("YYYYYY"), ""),
    );
    expect((await claim(outside.code, "bin", inside.id, bound)).status).toBe(404);
    expect((await claim(await blank(), "bin", outside.id, bound)).status).toBe(404);
    const listed = await bound.ask("GET", "codes?claimed=true&limit=200");
    expect(listed.body.data.map((label: { target_id: string }) => label.target_id)).toEqual([inside.id]);
  });
});

describe("K27: explain agrees on routes with a code", () => {
  const explained = async (key: Asker, method: "GET" | "POST", path: string) =>
    (await key.ask("POST", "api-keys/explain", { body: { method, path } })).body.checks.find(
      (check: { ok: boolean }) => !check.ok,
    )?.code ?? null;

  test("for labels within reach, elsewhere, in the other environment, in the trash, blank, unknown and mistyped", async () => {
    const place = await make("locations");
    const [inside, outside, gone] = [
      await make("bins", { location_id: place.id }),
      await make("bins"),
      await make("bins"),
    ];
    await anna.ask("DELETE", `bins/${gone.id}`);
    const testKey = await anna.key(undefined, { environment: "test" });
    const elsewhere = await make("bins", {}, testKey);
    const refs = [inside.code, outside.code, gone.code, elsewhere.code, await blank(), "0000000", "mistyped"];
    const keys = [
      await anna.key(["bins:read", "bins:write"]),
      await anna.key(["items:read"]),
      await anna.key(["bins:read", "bins:write"], { location_ids: [place.id] }),
      testKey,
    ];
    for (const key of keys)
      for (const ref of refs) {
        const real = await key.ask("GET", `codes/${ref}`);
        const code = [403, 404].includes(real.status) ? real.body.code : null;
        expect([ref, await explained(key, "GET", `/api/v1/codes/${ref}`)]).toEqual([ref, code]);
        const item = { body: { target_type: "item", target_id: "missing" } };
        const tried = await key.ask("POST", `codes/${ref}/claim`, item);
        const said = await explained(key, "POST", `/api/v1/codes/${ref}/claim`);
        if (said !== null) expect([ref, tried.body.code]).toEqual([ref, said]);
      }
  });
});
