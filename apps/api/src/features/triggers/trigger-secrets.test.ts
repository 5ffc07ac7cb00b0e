import { Writable } from "node:stream";
import { createSealer } from "@stowage/auth/sealing";
import type { Trigger } from "@stowage/contract/triggers";
import { idempotencyKeys } from "@stowage/db/schema/transfers";
import { type StoredWebhook, triggers } from "@stowage/db/schema/triggers";
import { eq } from "drizzle-orm";
import { pino } from "pino";
import { Webhook } from "standardwebhooks";
import { afterAll, describe, expect, test } from "vitest";
import { logOptions } from "../../surfaces/log-options.ts";
import type { Answer } from "../../testing/test-server.ts";
import { refusal, startTriggering, TASK, WEBHOOK } from "../../testing/triggering.ts";
import { secretsInForce, webhookHeaders } from "../../webhooks/stored-webhook.ts";
import { withoutSecrets } from "./policy.ts";

let nowMs = Date.parse("2026-03-01T08:00:00.000Z");
let logged = "";
const sink = new Writable({
  write(chunk, _encoding, done) {
    logged += chunk.toString();
    done();
  },
});
const { server, anna, key, send, make, change, counts } = await startTriggering({
  now: () => nowMs,
  log: pino(logOptions("trace"), sink),
});
afterAll(() => server.close());

const VALUE = ["Bearer", "of", "the", "door"].join("-");
const WITH_HEADERS = { ...WEBHOOK, headers: { Authorization: VALUE, "X-Tag": "1" } };

/** Seals for another server. */
const STRANGER = createSealer({ secret: "another secret, long enough to be taken" });

const secretsOf = ({ actions }: Trigger) =>
  actions.map((action) => (action.type === "webhook" ? action.secret : undefined));
const rotate = (id: string, body: object = {}) => key.ask("POST", `triggers/${id}/rotate`, { body });

/** The webhooks of a trigger as they are stored. */
async function storedOf(id: string): Promise<StoredWebhook[]> {
  const { rows } = await counts();
  return (rows.find((row) => row.id === id)?.actions ?? []).filter((action) => action.type === "webhook");
}
async function firstOf(id: string): Promise<StoredWebhook> {
  const [webhook] = await storedOf(id);
  if (!webhook) throw new Error(`${id} has no webhook`);
  return webhook;
}

describe("a webhook's secret", () => {
  test("is one of the Standard Webhooks libraries', each its own, and stands in the answer that makes it alone", async () => {
    const made: Trigger = await make({ actions: [WEBHOOK, TASK, WEBHOOK] });
    const [one, none, other] = secretsOf(made);
    expect(one).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect([none, one === other]).toEqual([undefined, false]);
    const signed = new Webhook(one ?? "").sign("msg_1", new Date(nowMs), "{}");
    expect(signed).toMatch(/^v1,/);
    expect(secretsInForce(server.deps, await firstOf(made.id))).toEqual([one]);
    for (const answer of [
      await key.ask("GET", `triggers/${made.id}`),
      await key.ask("GET", "triggers"),
      await change(made.id, { name: "Renamed" }),
      await key.ask("GET", "events?type=trigger.*"),
    ])
      expect(answer.text).not.toContain("whsec_");
  });

  test("stays when its action is sent by its id, and a webhook that is added gets its own", async () => {
    const made: Trigger = await make();
    const [secret] = secretsOf(made);
    const kept = { ...WEBHOOK, id: made.actions[0]?.id, url: "http://127.0.0.1:9/elsewhere" };
    const changed = await change(made.id, { actions: [WEBHOOK, kept] });
    const [added, unsaid] = secretsOf(changed.body);
    expect([added?.startsWith("whsec_"), unsaid]).toEqual([true, undefined]);
    const stored = await storedOf(made.id);
    expect(stored.map((webhook) => secretsInForce(server.deps, webhook))).toEqual([[added], [secret]]);
  });

  test("changes by a rotation, and the former one signs along for as long as is asked", async () => {
    const made: Trigger = await make();
    const [first] = secretsOf(made);
    const rotated = await rotate(made.id, { grace_seconds: 60 });
    expect(rotated.status, rotated.text).toBe(200);
    const [second] = secretsOf(rotated.body);
    const until = new Date(nowMs + 60_000).toISOString();
    expect(rotated.body).toMatchObject({ version: 2, actions: [{ previous_secret_until: until }] });
    expect(secretsInForce(server.deps, await firstOf(made.id))).toEqual([second, first]);
    nowMs += 60_000;
    expect(secretsInForce(server.deps, await firstOf(made.id))).toEqual([second]);
    const read = await key.ask("GET", `triggers/${made.id}`);
    expect(read.body.actions[0].previous_secret_until).toBeNull();
    const [third] = secretsOf((await rotate(made.id, { grace_seconds: 0 })).body);
    expect(secretsInForce(server.deps, await firstOf(made.id))).toEqual([third]);
    const events = (await key.ask("GET", `events?subject_id=${made.id}&after=0`)).body.data;
    expect(events.map(({ type, data }: { type: string; data: object }) => [type, data]).slice(1)).toEqual([
      ["trigger.secret_rotated", { action_id: made.actions[0]?.id, grace_seconds: 60 }],
      ["trigger.secret_rotated", { action_id: made.actions[0]?.id, grace_seconds: 0 }],
    ]);
  });

  test("is rotated of the webhook that is meant", async () => {
    const several: Trigger = await make({ actions: [WEBHOOK, WEBHOOK, TASK] });
    const [one, other, task] = several.actions.map(({ id }) => id);
    expect(refusal(await rotate(several.id))).toEqual([422, "validation_failed", "/action_id"]);
    for (const action_id of [task, "act_nothing"])
      expect((await rotate(several.id, { action_id })).body.code).toBe("not_found");
    const rotated = await rotate(several.id, { action_id: other });
    const [stays, changes] = secretsOf(rotated.body);
    expect([stays, changes?.startsWith("whsec_")]).toEqual([undefined, true]);
    const [kept] = await storedOf(several.id);
    expect([kept?.id, kept && secretsInForce(server.deps, kept)]).toEqual([one, [secretsOf(several)[0]]]);
    const { id } = await make({ actions: [TASK] });
    expect((await rotate(id)).body.code).toBe("conflict");
    expect((await rotate(id, { grace_seconds: 604_801 })).status).toBe(422);
  });

  test("of two rotations at once, the newest and the one before sign", async () => {
    const made: Trigger = await make();
    const answers = await Promise.all([rotate(made.id), rotate(made.id)]);
    const [later, earlier] = answers.sort((a, b) => b.body.version - a.body.version);
    const inForce = secretsInForce(server.deps, await firstOf(made.id));
    expect(inForce).toEqual([secretsOf(later?.body)[0], secretsOf(earlier?.body)[0]]);
  });
});

describe("the headers of a webhook", () => {
  test("are told by name; a value that is sent as null stays, and what is not sent is gone", async () => {
    const made: Trigger = await make({ actions: [WITH_HEADERS] });
    const id = made.actions[0]?.id;
    expect(made.actions[0]).toMatchObject({ headers: { Authorization: null, "X-Tag": null } });
    const headers = { Authorization: null, "X-New": "2" };
    const changed = await change(made.id, { actions: [{ ...WEBHOOK, id, headers }] });
    expect(changed.body.actions[0].headers).toEqual({ Authorization: null, "X-New": null });
    expect(webhookHeaders(server.deps, await firstOf(made.id))).toEqual({
      Authorization: VALUE,
      "X-New": "2",
    });
    await change(made.id, { actions: [{ ...WEBHOOK, id }] });
    expect(await firstOf(made.id)).toMatchObject({ header_names: [], headers_sealed: null });
    expect(webhookHeaders(server.deps, await firstOf(made.id))).toEqual({});
  });

  test("null where no value is kept is refused, and so it is for another host: the value was not meant for that", async () => {
    const made: Trigger = await make({ actions: [WITH_HEADERS] });
    const id = made.actions[0]?.id;
    const headers = { Authorization: null };
    expect(refusal(await send({ actions: [{ ...WEBHOOK, headers }] }))).toEqual([
      422,
      "validation_failed",
      "/actions/0/headers/Authorization",
    ]);
    const unknown = await change(made.id, { actions: [{ ...WEBHOOK, id, headers: { "X-Other": null } }] });
    expect(refusal(unknown)[2]).toBe("/actions/0/headers/X-Other");
    const url = "http://127.0.0.1:10/hook";
    expect((await change(made.id, { actions: [{ ...WEBHOOK, id, headers, url }] })).status).toBe(422);
    expect(webhookHeaders(server.deps, await firstOf(made.id))).toMatchObject({ Authorization: VALUE });
    const sent = { ...WEBHOOK, id, headers: { Authorization: "another" }, url };
    expect((await change(made.id, { actions: [sent] })).status).toBe(200);
  });
});

test("headers that were sealed under another APP_SECRET stay shut: they can be left, replaced or removed", async () => {
  const made: Trigger = await make({ actions: [WITH_HEADERS] });
  const stored = await firstOf(made.id);
  const actions = [{ ...stored, headers_sealed: STRANGER.seal("{}", `webhook headers ${stored.id}`) }];
  await server.database.db.update(triggers).set({ actions }).where(eq(triggers.id, made.id));
  const kept = { ...WEBHOOK, id: stored.id, headers: { Authorization: null, "X-Tag": null } };
  expect((await change(made.id, { actions: [kept, TASK] })).status).toBe(200);
  expect(await firstOf(made.id)).toEqual(actions[0]);
  const some = { ...kept, headers: { ...kept.headers, "X-Tag": "2" } };
  expect(refusal(await change(made.id, { actions: [some] }))[2]).toBe("/actions/0/headers/Authorization");
  expect((await change(made.id, { actions: [{ ...WITH_HEADERS, id: stored.id }] })).status).toBe(200);
  expect(webhookHeaders(server.deps, await firstOf(made.id))).toEqual(WITH_HEADERS.headers);
});

test("what is sealed opens for its own action and under its own APP_SECRET alone", async () => {
  const made: Trigger = await make({ actions: [WITH_HEADERS, WITH_HEADERS] });
  const [one, other] = await storedOf(made.id);
  if (!one || !other) throw new Error("there are two");
  const stranger = {
    ...server.deps,
    sealer: STRANGER,
  };
  const swapped = { ...one, secrets: other.secrets, headers_sealed: other.headers_sealed };
  expect([secretsInForce(stranger, one), webhookHeaders(stranger, one)]).toEqual([null, null]);
  expect([secretsInForce(server.deps, swapped), webhookHeaders(server.deps, swapped)]).toEqual([null, null]);
});

describe("a repetition under an Idempotency-Key", () => {
  const named = (name: string, body: object) => ({ headers: { "idempotency-key": name }, body });

  test("answers the trigger without the secret that the first answer told", async () => {
    const { id } = await make();
    const body = { name: "Repeated", event_types: ["item.low_stock"], actions: [WEBHOOK] };
    const patch = { id, actions: [WEBHOOK, TASK] };
    const triggerIn = ({ body }: Answer): Trigger => body.result?.data ?? body; // as tRPC has it, or REST
    for (const ask of [
      () => key.ask("POST", "triggers", named("create", body)),
      () => key.ask("POST", `triggers/${id}/rotate`, named("rotate", {})),
      () => key.ask("POST", "/trpc/triggers.update", named("update", patch)),
    ]) {
      const [first, again] = [await ask(), await ask()];
      expect([again.status, again.headers["idempotent-replayed"]]).toEqual([first.status, "true"]);
      expect(secretsOf(triggerIn(first))[0], first.text).toMatch(/^whsec_/);
      expect(again.text).not.toContain("whsec_");
      expect(triggerIn(again)).toEqual(withoutSecrets(triggerIn(first)));
      const kept = await server.database.db.select().from(idempotencyKeys);
      expect(JSON.stringify(kept)).not.toContain("whsec_");
    }
  });
});

test("no event, log line or column has a secret, a header's value, or of an address more than its host", async () => {
  const path = ["path", "with", "token"].join("-");
  const actions = [{ ...WITH_HEADERS, url: `http://127.0.0.1:9/${path}` }];
  const made = await send({ actions });
  const { id } = made.body;
  const rotated = await rotate(id);
  const changed = await change(id, { actions: [...actions, WEBHOOK], enabled: false });
  await key.ask("DELETE", `triggers/${id}`, { headers: { "if-match": '"v1"' } });
  await server.database.sql`alter table triggers rename column name to title`;
  expect((await send({ actions })).status).toBe(500);
  await server.database.sql`alter table triggers rename column title to name`;
  const stored = JSON.stringify((await counts()).rows);
  await key.ask("DELETE", `triggers/${id}`);
  const events = (await anna.ask("GET", `events?subject_id=${id}`)).text;
  expect(events).toContain("http://127.0.0.1:9");
  const secrets = [made, rotated, changed].flatMap(({ body }) => secretsOf(body)).filter(Boolean);
  expect(secrets).toHaveLength(4);
  for (const secret of [...secrets, VALUE])
    for (const text of [events, logged, stored]) expect(text).not.toContain(secret);
  for (const text of [events, logged]) expect(text).not.toContain(path);
  expect(logged).toContain('"level":50');
});
