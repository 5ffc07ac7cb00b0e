import { triggers } from "@stowage/db/schema/triggers";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { refusal, startTriggering, TASK, WEBHOOK } from "../../testing/triggering.ts";

const AT = "2026-03-01T08:00:00.000Z";
const { server, anna, key, send, make, change, eventsOf, counts } = await startTriggering({
  now: () => Date.parse(AT),
});
afterAll(() => server.close());

describe("a trigger", () => {
  test("is made, read, changed and deleted, each with its event and the next version", async () => {
    const answer = await send({
      name: "  Pantry ",
      conditions: [{ field: "tags", op: "contains", value: "a" }],
    });
    expect([answer.status, answer.headers.location, answer.headers.etag]).toEqual([
      201,
      `/api/v1/triggers/${answer.body.id}`,
      '"v1"',
    ]);
    const { id } = answer.body;
    expect(answer.body).toMatchObject({
      name: "Pantry",
      enabled: true,
      disabled_reason: null,
      throttle_seconds: 0,
      fired_count: 0,
      last_fired_at: null,
      created_by: anna.user_id,
      version: 1,
    });
    const changed = await change(id, { name: "Cellar", throttle_seconds: 60 });
    expect(changed.body).toMatchObject({ name: "Cellar", throttle_seconds: 60, version: 2 });
    const read = await key.ask("GET", `triggers/${id}`);
    expect(read.body).toEqual(changed.body);
    expect(read.headers.etag).toBe('"v2"');
    const receipt = (await key.ask("DELETE", `triggers/${id}`)).body;
    expect((await key.ask("GET", `triggers/${id}`)).status).toBe(404);
    const events = await eventsOf(id);
    expect(events.map(({ type }) => type)).toEqual(["trigger.created", "trigger.updated", "trigger.deleted"]);
    expect(events[1]?.changes).toEqual({
      name: { old: "Pantry", new: "Cellar" },
      throttle_seconds: { old: 0, new: 60 },
    });
    expect(receipt).toEqual({ id, deleted_at: AT, event_seq: events[2]?.seq });
    expect(events[2]?.data).toMatchObject({ snapshot: { name: "Cellar", version: 2 } });
  });

  test("a change that changes nothing writes nothing, whatever it repeats", async () => {
    const actions = [{ ...WEBHOOK, headers: { Authorization: "Bearer x", "X-Tag": "1" } }, TASK];
    const made = await make({ actions });
    const again = made.actions.map(
      ({
        secret: _secret,
        previous_secret_until: _until,
        ...action
      }: object & {
        secret?: string;
        previous_secret_until?: string;
      }) => action,
    );
    for (const body of [
      {},
      { name: "Low", event_types: ["item.low_stock"], enabled: true, actions: again },
      { actions: [{ ...again[0], headers: { "X-Tag": "1", Authorization: null } }, again[1]] },
    ]) {
      const answer = await change(made.id, body);
      expect([answer.status, answer.body?.version], answer.text).toEqual([200, 1]);
    }
    expect(await eventsOf(made.id)).toHaveLength(1);
  });

  test("a stale version is refused, by If-Match and by if_version, and changes nothing", async () => {
    const { id } = await make();
    const stale = await key.ask("PATCH", `triggers/${id}`, {
      body: { name: "x" },
      headers: { "if-match": '"v2"' },
    });
    expect(stale.body).toMatchObject({ code: "version_mismatch", current_version: 1 });
    expect((await change(id, { name: "x", if_version: 2 })).status).toBe(412);
    expect((await key.ask("DELETE", `triggers/${id}`, { headers: { "if-match": '"v9"' } })).status).toBe(412);
    expect((await change(id, { name: "x", if_version: 1 })).body).toMatchObject({ name: "x", version: 2 });
  });

  test("every field has its rule, which a change keeps to as well", async () => {
    const wrong = [
      ["name", "", "/name"],
      ["event_types", [], "/event_types"],
      ["event_types", ["item.vanished"], "/event_types/0"],
      ["event_types", ["nothing.*"], "/event_types/0"],
      ["conditions", [{ field: "colour", op: "eq", value: "red" }], "/conditions/0/field"],
      ["conditions", [{ field: "quantity", op: "contains", value: "1" }], "/conditions/0/op"],
      ["conditions", [{ field: "quantity", op: "lt", value: "1" }], "/conditions/0/value"],
      ["actions", [], "/actions"],
      ["actions", [{ ...WEBHOOK, url: "ftp://example.org" }], "/actions/0/url"],
      ["actions", [{ ...WEBHOOK, url: "https://me:pw@example.org" }], "/actions/0/url"],
      ["actions", [{ ...WEBHOOK, headers: { Host: "x" } }], "/actions/0/headers/Host"],
      ["actions", [{ ...WEBHOOK, headers: { "webhook-id": "x" } }], "/actions/0/headers/webhook-id"],
      ["actions", [{ ...WEBHOOK, headers: { "X-A": "1", "x-a": "2" } }], "/actions/0/headers/x-a"],
      ["actions", [{ ...WEBHOOK, headers: { "X~A": null } }], "/actions/0/headers/X~0A"],
      ["actions", [{ ...WEBHOOK, secret: "mine" }], "/actions/0/secret"],
      ["actions", [{ ...TASK, title_template: "{{constructor}}" }], "/actions/0/title_template"],
      ["actions", [WEBHOOK, { ...TASK, description_template: "{{1+1}}" }], "/actions/1/description_template"],
      ["actions", [{ ...TASK, assignee_id: "user_nobody" }], "/actions/0/assignee_id"],
      ["throttle_seconds", -1, "/throttle_seconds"],
      ["fired_count", 3, "/fired_count"],
    ] as const;
    const { id } = await make();
    for (const [field, value, pointer] of wrong)
      for (const answer of [await send({ [field]: value }), await change(id, { [field]: value })])
        expect([field, answer.status, answer.body.errors?.[0]?.pointer], answer.text).toEqual([
          field,
          422,
          pointer,
        ]);
    expect((await key.ask("GET", `triggers/${id}`)).body.version).toBe(1);
  });

  test("conditions must make sense of its events after a change of either", async () => {
    const conditions = [{ field: "quantity", op: "lt", value: 3 }];
    const { id } = await make({ conditions });
    expect(refusal(await change(id, { event_types: ["bin.created"] }))).toEqual([
      422,
      "validation_failed",
      "/conditions/0/field",
    ]);
    expect((await change(id, { event_types: ["bin.created"], conditions: [] })).status).toBe(200);
  });

  test("tasks can be given to active members alone", async () => {
    const bea = await addMember(server, anna, "Bea", "member");
    const actions = [{ ...TASK, assignee_id: bea.user_id }];
    const { id } = await make({ actions });
    await anna.ask("PATCH", `users/${bea.user_id}`, { body: { active: false } });
    expect(refusal(await send({ actions }))).toEqual([422, "validation_failed", "/actions/0/assignee_id"]);
    expect((await change(id, { name: "Renamed" })).status).toBe(200);
  });

  test("an action is known by its id: another trigger's, none's or the same twice is refused", async () => {
    const [made, other] = [await make(), await make()];
    const [own, foreign] = [made.actions[0].id, other.actions[0].id];
    for (const id of [foreign, "act_nothing"]) {
      expect(refusal(await send({ actions: [{ ...WEBHOOK, id }] }))).toEqual([
        422,
        "validation_failed",
        "/actions/0/id",
      ]);
      expect((await change(made.id, { actions: [{ ...WEBHOOK, id }] })).status).toBe(422);
    }
    const twice = await change(made.id, {
      actions: [
        { ...WEBHOOK, id: own },
        { ...WEBHOOK, id: own },
      ],
    });
    expect(refusal(twice)).toEqual([422, "validation_failed", "/actions/1/id"]);
    expect((await change(made.id, { actions: [{ ...TASK, id: own }] })).status).toBe(422);
    const fine = await change(made.id, { actions: [TASK, { ...WEBHOOK, id: own }] });
    expect(fine.body.actions.map(({ id }: { id: string }) => id)).toEqual([expect.any(String), own]);
  });
});

describe("the switch", () => {
  test("turned off it is told why, turned on it starts afresh and hears of what comes later", async () => {
    const { id } = await make();
    const made = (await counts()).rows.find((row) => row.id === id);
    expect(made?.after_seq).toBe((await eventsOf(id))[0]?.seq);
    await server.database.db.update(triggers).set({ failures_in_a_row: 7 }).where(eq(triggers.id, id));
    expect((await change(id, { enabled: false })).body).toMatchObject({
      enabled: false,
      disabled_reason: "person",
      failures_in_a_row: 7,
    });
    await key.ask("POST", "bins", { body: { name: "Box" } });
    expect((await change(id, { enabled: true })).body).toMatchObject({
      enabled: true,
      disabled_reason: null,
      failures_in_a_row: 0,
    });
    const row = (await counts()).rows.find((one) => one.id === id);
    expect(row?.after_seq).toBe((await eventsOf(id)).at(-1)?.seq);
  });

  test("the workspace counts those that are on, whatever is done at once", async () => {
    const off = await make({ enabled: false });
    expect(off.disabled_reason).toBe("person");
    const made = await Promise.all([1, 2, 3, 4].map((nth) => make({ name: `At once ${nth}` })));
    const [first, second, third, fourth] = made.map(({ id }) => id as string);
    await Promise.all([
      change(first ?? "", { enabled: false }),
      change(first ?? "", { enabled: false }),
      change(off.id, { enabled: true }),
      change(off.id, { enabled: true }),
      key.ask("DELETE", `triggers/${second}`),
      key.ask("DELETE", `triggers/${second}`),
      change(third ?? "", { name: "Renamed" }),
      change(fourth ?? "", { enabled: false, name: "Off" }),
    ]);
    const { counted, enabled } = await counts();
    expect(enabled).toBeGreaterThan(1);
    expect(counted).toBe(enabled);
    for (const { id } of (await key.ask("GET", "triggers?limit=200")).body.data)
      expect((await key.ask("DELETE", `triggers/${id}`)).status).toBe(200);
    expect((await counts()).counted).toBe(0);
  });
});
