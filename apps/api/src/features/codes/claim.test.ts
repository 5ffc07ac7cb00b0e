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

describe("claiming", () => {
  test("a blank label goes onto a bin, an item and a place; the event says so", async () => {
    for (const type of ["bin", "item", "location"]) {
      const thing = await make(`${type}s`);
      const code = await blank();
      const { status, body } = await claim(code.toLowerCase(), type, thing.id);
      expect(status).toBe(200);
      expect(body).toMatchObject({ code, target: { type, id: thing.id, name: thing.name } });
      expect((await anna.ask("GET", `codes/${code}`)).body).toEqual(body);
      const { body: events } = await anna.ask("GET", "events?type=code.claimed&limit=1");
      expect(events.data[0]).toMatchObject({
        subject_id: code,
        data: { target_type: type, target_id: thing.id },
      });
    }
  });

  test("a bin goes by its newest label, and older ones still lead to it", async () => {
    const bin = await make("bins");
    const code = await blank();
    await claim(code, "bin", bin.id);
    const now = (await anna.ask("GET", `bins/${bin.id}`)).body;
    expect([now.code, now.version]).toEqual([code, bin.version + 1]);
    for (const label of [code, bin.code]) {
      expect((await anna.ask("GET", `codes/${label}`)).body.target.id).toBe(bin.id);
      expect((await anna.ask("GET", `bins/${label}`)).body.id).toBe(bin.id);
    }
    const { body } = await anna.ask("GET", `events?subject_id=${bin.id}&limit=1`);
    expect(body.data[0]).toMatchObject({
      type: "bin.updated",
      changes: { code: { old: bin.code, new: code } },
    });
  });

  test("doing it again changes nothing; a label on something else is a conflict that names it", async () => {
    const [one, other] = [await make("items", { name: "Vice" }), await make("items")];
    const code = await blank();
    await claim(code, "item", one.id);
    const lastSeq = async () => (await anna.ask("GET", "events?limit=1")).body.data[0].seq as number;
    const before = await lastSeq();
    expect((await claim(code, "item", one.id)).status).toBe(200);
    expect(await lastSeq()).toBe(before);
    const refused = await claim(code, "item", other.id);
    expect([refused.status, refused.body.code]).toEqual([409, "conflict"]);
    expect(refused.body.detail).toContain("Vice");
  });

  test("of many who claim one label at once, from both environments, exactly one succeeds", async () => {
    const live = await Promise.all(Array.from({ length: 8 }, () => make("items")));
    const testKey = await anna.key(undefined, { environment: "test" });
    const tests = await Promise.all(Array.from({ length: 8 }, () => make("items", {}, testKey)));
    for (let round = 0; round < 5; round++) {
      const code = await blank();
      const answers = await Promise.all([
        ...live.map(({ id }) => claim(code, "item", id)),
        ...tests.map(({ id }) => claim(code, "item", id, testKey)),
      ]);
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      // Who lost in the winner's environment is told what has it; in the other one, it is not there.
      expect(statuses.filter((status) => status === 409)).toHaveLength(7);
      expect(statuses.filter((status) => status === 404)).toHaveLength(8);
    }
  });

  test.each(["bin", "item", "location"])(
    "a %s that is not there is 404, and the label stays blank",
    async (type) => {
      const code = await blank();
      const theirs = await make(`${type}s`, {}, stranger);
      for (const id of [theirs.id, "missing"]) {
        const answer = await claim(code, type, id);
        expect([answer.status, answer.body.code]).toEqual([404, "not_found"]);
      }
      expect((await anna.ask("GET", `codes/${code}`)).body.target).toBeNull();
    },
  );

  test("a key without bins:write puts no label on anything", async () => {
    const item = await make("items");
    const reader = await anna.key(["bins:read", "items:write"]);
    const answer = await claim(await blank(), "item", item.id, reader);
    expect([answer.status, answer.body.missing_scopes]).toEqual([403, ["bins:write"]]);
  });
});
