import { newId } from "@stowage/db/new-id";
import { triggers } from "@stowage/db/schema/triggers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";
import { startTriggering, TASK } from "../../testing/triggering.ts";

/** Another server on the same database. */
let beside: TestServer;
let nowMs = Date.parse("2026-03-01T08:00:00.000Z");
const { server, anna, key, send, make, change, counts } = await startTriggering({ now: () => nowMs });
beforeAll(async () => {
  beside = await startTestServer({ now: () => nowMs, database: server.database });
});
afterAll(async () => {
  await beside.close();
  await server.close();
});
const askBeside =
  ({ cookie }: Person): Person["ask"] =>
  (method, path, ask) =>
    beside.ask(method, path, { cookie, ...ask });

describe("the list", () => {
  test("each filter and sort, page by page", async () => {
    const zoe = await server.signUp("Zoe");
    for (const [name, enabled] of [
      ["beta", true],
      ["Alpha", false],
      ["gamma ray", true],
    ] as const) {
      nowMs += 1_000;
      await make({ name, enabled }, zoe);
    }
    const names = async (query: string) => {
      const { status, body, text } = await zoe.ask("GET", `triggers?${query}`);
      expect(status, text).toBe(200);
      return body.data.map(({ name }: { name: string }) => name);
    };
    expect(await names("")).toEqual(["Alpha", "beta", "gamma ray"]);
    expect(await names("sort=-name")).toEqual(["gamma ray", "beta", "Alpha"]);
    expect(await names("sort=-created_at")).toEqual(["gamma ray", "Alpha", "beta"]);
    expect(await names("enabled=true&q=A")).toEqual(["beta", "gamma ray"]);
    expect(await names("enabled=false")).toEqual(["Alpha"]);
    const first = (await zoe.ask("GET", "triggers?limit=2&include_total=true")).body;
    expect([first.total, first.data.length]).toEqual([3, 2]);
    expect(await names(`limit=2&cursor=${first.next_cursor}`)).toEqual(["gamma ray"]);
  });

  test("a workspace holds so many and no more, even when two come at once, to two servers", async () => {
    const max = await server.signUp("Max");
    await make({}, max);
    const { rows } = await counts(max);
    const [row] = rows;
    if (!row) throw new Error("just made");
    const more = Array.from({ length: 198 }, () => ({ ...row, id: newId("trigger") }));
    await server.database.db.insert(triggers).values(more);
    const viaBeside = { ask: askBeside(max) };
    const answers = await Promise.all([send({}, max), send({ enabled: false }, viaBeside)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(answers.find(({ status }) => status === 422)?.body.code).toBe("limit_reached");
  });
});

describe("who may", () => {
  test("members and viewers read; they make, change and test none", async () => {
    const { id } = await make();
    for (const role of ["member", "viewer"] as const) {
      const who = await addMember(server, anna, `Some ${role}`, role);
      expect((await who.ask("GET", "triggers")).body.data.length).toBeGreaterThan(0);
      expect((await who.ask("GET", `triggers/${id}/deliveries`)).status).toBe(200);
      for (const answer of [
        await send({}, who),
        await change(id, { name: "Mine" }, who),
        await who.ask("DELETE", `triggers/${id}`),
        await who.ask("POST", `triggers/${id}/rotate`),
        await who.ask("POST", `triggers/${id}/test`),
        await who.ask("POST", "triggers/preview", { body: { event_types: ["*"] } }),
      ])
        expect([answer.status, answer.body.code]).toEqual([403, "role_forbidden"]);
    }
  });

  test("what makes tasks takes the right to make tasks; renaming and turning off do not", async () => {
    const narrow = await anna.key(["triggers:read", "triggers:write"]);
    expect((await send({}, narrow)).status).toBe(201);
    const lacking = await send({ actions: [TASK] }, narrow);
    expect([lacking.body.code, lacking.body.missing_scopes]).toEqual(["insufficient_scope", ["tasks:write"]]);
    const { id } = await make({ actions: [TASK] });
    expect((await change(id, { name: "Renamed", enabled: false }, narrow)).status).toBe(200);
    for (const body of [
      { enabled: true },
      { event_types: ["*"] },
      { throttle_seconds: 1 },
      { actions: [TASK] },
    ])
      expect((await change(id, body, narrow)).body.code).toBe("insufficient_scope");
    const wide = await anna.key(["triggers:write", "tasks:write"]);
    expect((await change(id, { enabled: true, event_types: ["item.*"] }, wide)).status).toBe(200);
  });

  test("K26: a key that is bound to places makes none, sees none and finds none", async () => {
    const place = (await key.ask("POST", "locations", { body: { name: "Shed" } })).body.id;
    const bound = await anna.key(["admin:*"], { location_ids: [place] });
    const { id } = await make();
    expect((await send({}, bound)).body.code).toBe("role_forbidden");
    const preview = await bound.ask("POST", "triggers/preview", { body: { event_types: ["*"] } });
    expect(preview.body.code).toBe("role_forbidden");
    expect((await bound.ask("GET", "triggers?include_total=true")).body).toMatchObject({
      data: [],
      total: 0,
    });
    for (const answer of [
      await bound.ask("GET", `triggers/${id}`),
      await change(id, { name: "x" }, bound),
      await bound.ask("DELETE", `triggers/${id}`),
      await bound.ask("POST", `triggers/${id}/rotate`),
      await bound.ask("POST", `triggers/${id}/test`),
      await bound.ask("GET", `triggers/${id}/deliveries`),
    ])
      expect([answer.status, answer.body.code]).toEqual([404, "not_found"]);
  });

  test("K25: triggers of another organization or environment are not there", async () => {
    const eve = await server.signUp("Eve");
    const sandbox = await anna.key(["admin:*"], { environment: "test" });
    const { id } = await make();
    expect((await eve.ask("GET", `triggers/${id}`)).body.code).toBe("not_found");
    expect((await sandbox.ask("GET", `triggers/${id}`)).body.code).toBe("environment_mismatch");
    expect((await sandbox.ask("GET", "triggers")).body.data).toEqual([]);
    const inTest = await make({}, sandbox);
    expect((await key.ask("GET", `triggers/${inTest.id}`)).status).toBe(404);
    expect((await counts(anna, "test")).counted).toBe(1);
  });
});
