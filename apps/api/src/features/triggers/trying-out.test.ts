import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { deliveries } from "@stowage/db/schema/triggers";
import { eq } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { startTriggering, TASK, WEBHOOK } from "../../testing/triggering.ts";

const { server, anna, key, make, change } = await startTriggering();

interface Post {
  headers: Record<string, string>;
  body: string;
}
const posts: Post[] = [];
let answerWith = { status: 200, text: "Thank you" };
/** What happens between a post and its answer. */
let meanwhile: () => Promise<unknown> = async () => undefined;
const receiver = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  posts.push({ headers: request.headers as Record<string, string>, body }); // none of those looked at comes twice
  await meanwhile();
  response.writeHead(answerWith.status).end(answerWith.text);
});
receiver.listen(0, "127.0.0.1");
await once(receiver, "listening");
const host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`; // it listens on TCP
const HOOK = { type: "webhook", url: `http://${host}/hook` } as const;

beforeEach(() => {
  posts.length = 0;
  answerWith = { status: 200, text: "Thank you" };
  meanwhile = async () => undefined;
});
afterAll(async () => {
  await server.close();
  receiver.close();
});

const tryOut = (id: string, body: object = {}, who = key) => who.ask("POST", `triggers/${id}/test`, { body });
const rename = async (noun: string, name: string) => {
  const { id } = (await key.ask("POST", noun, { body: { name: "Before" } })).body;
  await key.ask("PATCH", `${noun}/${id}`, { body: { name } });
  return id as string;
};

describe("the test button", () => {
  test("posts the newest event to each webhook, once and signed, and says how each went", async () => {
    const bin = await rename("bins", "Screws");
    const made = await make({
      event_types: ["bin.updated"],
      conditions: [{ field: "name", op: "eq", value: "Nails" }],
      actions: [{ ...HOOK, headers: { Authorization: "Bearer x" } }, TASK, WEBHOOK],
      enabled: false,
    });
    const tried = await tryOut(made.id);
    expect(tried.status, tried.text).toBe(200);
    const [event] = (await key.ask("GET", `events?subject_id=${bin}&type=bin.updated`)).body.data;
    expect(tried.body).toMatchObject({
      event_seq: event.seq,
      matches: false,
      tasks: [{ title: "Buy Screws", description: "" }],
    });
    const [sent, unheard] = tried.body.deliveries;
    expect(sent).toMatchObject({
      trigger_id: made.id,
      action_id: made.actions[0].id,
      event_seq: event.seq,
      subject_name: "Screws",
      status: "succeeded",
      attempts: 1,
      response_status: 200,
      response_excerpt: "Thank you",
      error: null,
      is_test: true,
      next_attempt_at: null,
    });
    expect(unheard).toMatchObject({ status: "failed", response_status: null, error: "connection_refused" });
    const [post] = posts;
    expect(posts).toHaveLength(1);
    expect(post?.headers).toMatchObject({ authorization: "Bearer x", "webhook-id": sent.id });
    expect(new Webhook(made.actions[0].secret).verify(post?.body ?? "", post?.headers ?? {})).toMatchObject({
      type: "bin.updated",
      data: { test: true, passed_over: 0, subject: { id: bin }, trigger: { id: made.id, name: "Low" } },
    });
    expect(sent.request_body).toBe(post?.body);
    expect(JSON.stringify(sent)).not.toContain("Bearer x");
    expect((await key.ask("GET", `deliveries/${sent.id}`)).body).toEqual(sent);
    const log = (await key.ask("GET", `triggers/${made.id}/deliveries`)).body.data;
    expect(log.map(({ id }: { id: string }) => id).sort()).toEqual([sent.id, unheard.id].sort());
  });

  test("counts for nothing: no firing, no failure, no event, no task", async () => {
    answerWith = { status: 500, text: "no" };
    const made = await make({ event_types: ["location.moved"], actions: [HOOK, TASK] });
    const revision = async () => (await key.ask("GET", "summary")).body.revision;
    const before = [await revision(), (await key.ask("GET", `triggers/${made.id}`)).body];
    expect((await tryOut(made.id)).body.deliveries[0]).toMatchObject({
      status: "failed",
      error: "http_status",
    });
    expect([await revision(), (await key.ask("GET", `triggers/${made.id}`)).body]).toEqual(before);
    expect((await key.ask("GET", "tasks")).body.data).toEqual([]);
  });

  test("tells the event that is named, or a made-up one while there is none", async () => {
    const bin = await rename("bins", "Named");
    const [event] = (await key.ask("GET", `events?subject_id=${bin}&after=0`)).body.data;
    const { id } = await make({ event_types: ["item.expiring"], actions: [HOOK] });
    expect((await tryOut(id, { event_seq: event.seq })).body).toMatchObject({
      event_seq: event.seq,
      deliveries: [{ event_type: "bin.created", subject_id: bin }],
    });
    expect((await tryOut(id, { event_seq: 999_999 })).body.code).toBe("not_found");
    const madeUp = (await tryOut(id)).body;
    expect([madeUp.event_seq, madeUp.deliveries[0].event_type]).toEqual([null, "item.expiring"]);
    expect(posts).toHaveLength(2);
  });

  test("a trigger that is deleted while its receiver takes its time is not found, and leaves nothing", async () => {
    const { id } = await make({ actions: [HOOK] });
    meanwhile = () => key.ask("DELETE", `triggers/${id}`);
    expect((await tryOut(id)).body.code).toBe("not_found");
    const left = await server.database.db.select().from(deliveries).where(eq(deliveries.trigger_id, id));
    expect(left).toEqual([]);
  });

  test("waits for receivers without a transaction: others write meanwhile", async () => {
    const { id } = await make({ actions: [HOOK] });
    meanwhile = () => change(id, { name: "Renamed meanwhile" });
    expect((await tryOut(id)).status).toBe(200);
    expect((await key.ask("GET", `triggers/${id}`)).body.name).toBe("Renamed meanwhile");
  });

  test("is pressed once under one Idempotency-Key", async () => {
    const { id } = await make({ actions: [HOOK] });
    const headers = { "idempotency-key": "pressed" };
    const [first, again] = [
      await key.ask("POST", `triggers/${id}/test`, { headers }),
      await key.ask("POST", `triggers/${id}/test`, { headers }),
    ];
    expect([again.headers["idempotent-replayed"], again.text]).toEqual(["true", first.text]);
    expect(posts).toHaveLength(1);
  });

  test("K25: in the test environment it posts to hosts that the organization named alone", async () => {
    const sandbox = await anna.key(["admin:*"], { environment: "test" });
    const { id } = await make({ actions: [HOOK] }, sandbox);
    const outcome = async () => (await tryOut(id, {}, sandbox)).body.deliveries[0];
    expect(await outcome()).toMatchObject({ status: "failed", error: "not_allowed_in_test" });
    expect(posts).toEqual([]);
    const settings = { test_webhook_hosts: [host] };
    const changed = await anna.ask("PATCH", `organizations/${anna.organization_id}`, { body: { settings } });
    expect(changed.status, changed.text).toBe(200);
    expect(await outcome()).toMatchObject({ status: "succeeded" });
    expect(JSON.parse(posts[0]?.body ?? "").data.environment).toBe("test");
  });
});

describe("a test delivery that is tried again", () => {
  test("goes out under the same webhook-id and with the same body, once", async () => {
    answerWith = { status: 503, text: "busy" };
    const { id } = await make({ actions: [HOOK] });
    const [failed] = (await tryOut(id)).body.deliveries;
    const retry = () => key.ask("POST", `deliveries/${failed.id}/retry`);
    const again = await retry();
    expect(again.body).toMatchObject({
      id: failed.id,
      status: "pending",
      next_attempt_at: expect.any(String),
    });
    const ended = async (status: string) => {
      const read = async () => (await key.ask("GET", `deliveries/${failed.id}`)).body;
      await expect.poll(async () => (await read()).status, { timeout: 10_000 }).toBe(status);
      return read();
    };
    expect(await ended("failed")).toMatchObject({ attempts: 2, is_test: true });
    answerWith = { status: 200, text: "" };
    const bothAsked = Promise.all([retry(), retry()]);
    meanwhile = () => bothAsked;
    expect((await bothAsked).map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await ended("succeeded")).toMatchObject({ attempts: 3 });
    expect(posts).toHaveLength(3);
    expect(new Set(posts.map(({ headers }) => headers["webhook-id"]))).toEqual(new Set([failed.id]));
    expect(new Set(posts.map(({ body }) => body)).size).toBe(1);
    expect((await key.ask("GET", `triggers/${id}`)).body.failures_in_a_row).toBe(0);
  });
});

describe("the preview", () => {
  const preview = (body: object, who = key) => who.ask("POST", "triggers/preview", { body });

  test("tells what the newest event would do, and which of the last 20 the conditions let through", async () => {
    const names = Array.from({ length: 22 }, (_, nth) => (nth % 2 === 0 ? `Odd ${nth + 1}` : "Even"));
    const operations = names.map((name) => ({ op: "create", data: { name } }));
    expect((await key.ask("POST", "items/bulk", { body: { atomic: true, operations } })).status).toBe(200);
    const { body } = await preview({
      event_types: ["item.created"],
      conditions: [{ field: "name", op: "eq", value: "Even" }],
      actions: [HOOK, { ...TASK, description_template: "{{event.type}}" }],
    });
    expect(body).toMatchObject({
      is_made_up: false,
      matches: true,
      sample: { type: "item.created", data: { subject: { name: "Even" } } },
      tasks: [{ title: "Buy Even", description: "item.created" }],
    });
    expect(body.recent).toHaveLength(20);
    expect(body.recent.filter(({ matches }: { matches: boolean }) => matches)).toHaveLength(10);
    expect(body.recent[1]).toMatchObject({ subject_name: "Odd 21", matches: false });
    expect(posts).toEqual([]);
    expect((await key.ask("GET", "triggers?q=preview")).body.data).toEqual([]);
  });

  test("is of a made-up event while there is none, and refuses what a trigger refuses", async () => {
    const { body } = await preview({ event_types: ["item.low_stock"], actions: [TASK] });
    expect(body).toMatchObject({
      is_made_up: true,
      recent: [],
      tasks: [{ title: expect.stringMatching(/^Buy \w/) }],
    });
    for (const wrong of [
      { event_types: ["nothing.*"] },
      { event_types: ["item.*"], conditions: [{ field: "colour", op: "changed" }] },
      { event_types: ["item.*"], actions: [{ ...TASK, title_template: "{{x}}" }] },
    ])
      expect((await preview(wrong)).status).toBe(422);
  });

  test("shows events, so it takes the right to read them", async () => {
    const writer = await anna.key(["triggers:write"]);
    const answer = await preview({ event_types: ["*"] }, writer);
    expect([answer.body.code, answer.body.missing_scopes]).toEqual(["insufficient_scope", ["events:read"]]);
  });
});
