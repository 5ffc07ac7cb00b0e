import { codeFromPayload } from "@stowage/contract/codes";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Asker, claimLabel, makeThing, reserveBlank, reserveBlanks } from "../../testing/labelling.ts";
import { type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

const make = (noun: string, body: object = {}, who: Asker = anna) => makeThing(who, noun, body);
const blanks = (count: number, more: object = {}, who: Asker = anna) => reserveBlanks(who, count, more);
const blank = () => reserveBlank(anna);
const claim = (code: string, type: string, id: string, who: Asker = anna) => claimLabel(who, code, type, id);

describe("reserving", () => {
  test("a thousand blank labels differ, are listed under their batch, and are one event", async () => {
    const made = await blanks(1_000, { batch: "Spring sheet" });
    expect(new Set(made).size).toBe(1_000);
    const page = await anna.ask("GET", "codes?batch_id=Spring%20sheet&limit=200&include_total=true");
    expect(page.body.total).toBe(1_000);
    expect(page.body.data[0]).toMatchObject({ target_type: null, target_id: null, batch_id: "Spring sheet" });
    const { body } = await anna.ask("GET", "events?type=code.reserved&limit=1");
    expect(body.data[0]).toMatchObject({
      subject_name: "Spring sheet",
      data: { count: 1_000, batch_id: "Spring sheet" },
    });
  });

  test("without a name a batch gets one of its own", async () => {
    const names = [];
    for (let sheet = 0; sheet < 2; sheet++) {
      const { body } = await anna.ask("POST", "codes", { body: { count: 2 } });
      names.push(body.data[0].batch_id);
    }
    expect(new Set(names).size).toBe(2);
  });

  test.each([0, 1_001, 1.5, "5", null])("%j labels are refused", async (count) => {
    expect((await anna.ask("POST", "codes", { body: { count } })).status).toBe(422);
  });

  test("reserving answers the same under the same idempotency key", async () => {
    const headers = { "idempotency-key": "a-sheet" };
    const first = await anna.ask("POST", "codes", { body: { count: 3, batch: "once" }, headers });
    const again = await anna.ask("POST", "codes", { body: { count: 3, batch: "once" }, headers });
    expect(again.body).toEqual(first.body);
  });
});

describe("looking up", () => {
  test("a label answers in any spelling, and says what it stands on", async () => {
    const bin = await make("bins", { name: "Red box" });
    const code: string = bin.code;
    for (const typed of [code, code.toLowerCase(), `${code.slice(0, 3)}-${code.slice(3)}`, ` ${code} `])
      expect((await anna.ask("GET", `codes/${encodeURIComponent(typed)}`)).body).toMatchObject({
        code,
        target: { type: "bin", id: bin.id, name: "Red box" },
      });
  });

  test("a blank label has no target", async () => {
    const { status, body } = await anna.ask("GET", `codes/${await blank()}`);
    expect([status, body.target, body.target_type]).toEqual([200, null, null]);
  });

  test("any one wrong symbol is refused as mistyped, and an unknown code is not there", async () => {
    const code = await blank();
    for (let at = 0; at < code.length; at++) {
      const other = code.charAt(at) === "7" ? "8" : "7";
      const answer = await anna.ask("GET", `codes/${code.slice(0, at)}${other}${code.slice(at + 1)}`);
      expect([answer.status, answer.body.code]).toEqual([422, "validation_failed"]);
      expect(answer.body.errors[0]).toMatchObject({
        location: "path",
        pointer: "/code",
        code: "mistyped_code",
      });
    }
    const unknown = await anna.ask("GET", `codes/${codeFromPayload("ZZZZZZ")}`);
    expect([unknown.status, unknown.body.code]).toEqual([404, "not_found"]);
  });

  test("what is in the trash is said to be there, to those who could see it", async () => {
    const bin = await make("bins", { name: "Old box" });
    await anna.ask("DELETE", `bins/${bin.id}`);
    const { status, body } = await anna.ask("GET", `codes/${bin.code}`);
    expect([status, body.code]).toEqual([404, "not_found"]);
    expect(body.detail).toContain("Old box, which is in the trash");
  });

  test("a label whose place was deleted for good is blank again", async () => {
    const place = await make("locations");
    const code = await blank();
    await claim(code, "location", place.id);
    expect((await anna.ask("DELETE", `locations/${place.id}`)).status).toBe(200);
    expect((await anna.ask("GET", `codes/${code}`)).body).toMatchObject({ target: null, target_id: null });
    const listed = await anna.ask("GET", "codes?claimed=false&limit=1");
    expect(listed.body.data[0]).toMatchObject({ code, target_type: null, target_id: null });
    const item = await make("items");
    expect((await claim(code, "item", item.id)).status).toBe(200);
  });
});

describe("lists", () => {
  test("paging by time meets each label once, and the filters halve them", async () => {
    const who = await server.signUp("Pager");
    const made = [...(await blanks(5, { batch: "a" }, who)), ...(await blanks(4, { batch: "b" }, who))];
    const bin = await make("bins", {}, who);
    const seen: string[] = [];
    for (let cursor = ""; ; ) {
      const { body } = await who.ask("GET", `codes?limit=3${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.data.map(({ code }: { code: string }) => code));
      if (body.next_cursor === null) break;
      cursor = body.next_cursor;
    }
    expect(seen.sort()).toEqual([...made, bin.code].sort());
    const count = async (query: string) =>
      (await who.ask("GET", `codes?include_total=true&${query}`)).body.total;
    expect([await count("claimed=true"), await count("claimed=false"), await count("batch_id=b")]).toEqual([
      1, 9, 4,
    ]);
    expect(await count(`target_id=${bin.id}`)).toBe(1);
    expect((await who.ask("GET", "codes?cursor=bm9uc2Vuc2U")).status).toBe(422);
  });

  test("batches are counted, the newest first, and paged", async () => {
    const who = await server.signUp("Batcher");
    const [first = ""] = await blanks(3, { batch: "one" }, who);
    await blanks(2, { batch: "two" }, who);
    await blanks(1, { batch: "three" }, who);
    const item = await make("items", {}, who);
    await claim(first, "item", item.id, who);
    const page = await who.ask("GET", "labels/batches?limit=2");
    const rest = await who.ask("GET", `labels/batches?limit=2&cursor=${page.body.next_cursor}`);
    const counts = [...page.body.data, ...rest.body.data].map(({ batch_id, total, claimed }) => [
      batch_id,
      total,
      claimed,
    ]);
    expect(counts).toEqual([
      ["three", 1, 0],
      ["two", 2, 0],
      ["one", 3, 1],
    ]);
    expect(rest.body.next_cursor).toBeNull();
  });
});
