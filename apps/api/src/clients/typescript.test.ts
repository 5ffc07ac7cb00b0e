import {
  ConnectionError,
  type Event,
  Stowage,
  type StowageError,
  type StowageOptions,
} from "@stowage/client";
import { verifyWebhook } from "@stowage/client/webhooks";
import { afterAll, beforeAll, beforeEach, describe, expect, expectTypeOf, test } from "vitest";
import { catchPosts } from "../testing/caught-posts.ts";
import { type Person, startTestServer, type TestKey, type TestServer } from "../testing/test-server.ts";
import { procedureList } from "../trpc/procedure-list.ts";
import { appRouter } from "../trpc/router.ts";

let server: TestServer;
let origin: string;
let turn = 0;
let anna: Person;
let key: TestKey;

beforeAll(async () => {
  server = await startTestServer();
  origin = await server.listen();
});
afterAll(() => server.close());
beforeEach(async () => {
  anna = await server.signUp(`Anna ${++turn}`);
  key = await anna.key(["admin:*"]);
});

const client = (options: Partial<StowageOptions> = {}) =>
  new Stowage({ apiKey: key.key, baseUrl: origin, ...options });

/** A network that loses what `isLost` says once the server has answered it. */
function losing(isLost: (nth: number) => boolean) {
  const sent: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await globalThis.fetch(input, init);
    sent.push(`${init?.method} ${response.status}`);
    if (!isLost(sent.length)) return response;
    await response.arrayBuffer();
    throw new TypeError("the connection was lost");
  };
  return { sent, options: { fetch, runtime: { sleep: async () => undefined } } };
}

test("what is made can be got, changed and removed, with the types of the document", async () => {
  const stowage = client();
  const made = await stowage.bins.create({ name: "Red box", tags: ["metric"] });
  expectTypeOf(made.location_id).toEqualTypeOf<string | null>();
  expect(await stowage.bins.get(made.id, { include: ["location_path", "item_count"] })).toMatchObject({
    name: "Red box",
    item_count: 0,
    location_path: [],
  });
  const item = await stowage.items.create({ name: "Screws", quantity: 5, bin_id: made.code });
  expect(await stowage.items.adjust(item.id, { delta: -2 })).toMatchObject({ quantity: 3 });
  const { version } = await stowage.bins.update(made.id, { name: "Blue box" });
  await expect(stowage.bins.update(made.id, { name: "Box" }, { ifMatch: version - 1 })).rejects.toMatchObject(
    {
      code: "version_mismatch",
      problem: { current_version: version },
    },
  );
  await stowage.items.remove(item.id);
  expect(await stowage.bins.remove(made.id, {}, { ifMatch: version })).toMatchObject({ id: made.id });
});

test("every page of a list is walked, each row once", async () => {
  const stowage = client();
  const names = Array.from({ length: 5 }, (_, n) => `Bin ${n}`);
  for (const name of names) await stowage.bins.create({ name });
  const list = stowage.bins.list({ limit: 2, sort: "name", include_total: true });
  expect(await list).toMatchObject({ total: 5, data: [{ name: "Bin 0" }, { name: "Bin 1" }] });
  const seen: string[] = [];
  for await (const { name } of list) seen.push(name);
  expect(seen).toEqual(names);
  const events: number[] = [];
  for await (const { seq } of stowage.events.list({ after: 0, limit: 2, type: "bin.*" })) events.push(seq);
  expect(events).toHaveLength(5);
  expect(events).toEqual(events.toSorted((one, other) => one - other));
});

test("a refusal carries code, request, fields and scopes", async () => {
  const reader = await anna.key(["bins:read"]);
  const stowage = client({ apiKey: reader.key });
  await expect(stowage.bins.create({ name: "Box" })).rejects.toMatchObject({
    code: "insufficient_scope",
    status: 403,
    request_id: expect.stringMatching(/^[\w-]{8,64}$/),
    problem: { missing_scopes: ["bins:write"] },
  });
  await expect(client().items.create({ name: "" })).rejects.toMatchObject({
    code: "validation_failed",
    errors: [{ location: "body", pointer: "/name" }],
  });
  await expect(stowage.bins.get("nothere")).rejects.toMatchObject({ code: "not_found" });
  await expect(client({ apiKey: `${key.key}x` }).whoami.get()).rejects.toMatchObject({
    code: "key_malformed",
  });
});

describe("when an answer is lost", () => {
  test("a POST is repeated, and done once", async () => {
    const item = await client().items.create({ name: "Screws", quantity: 9 });
    const { sent, options } = losing((nth) => nth < 3);
    expect(await client(options).items.adjust(item.id, { delta: -1 })).toMatchObject({ quantity: 8 });
    expect(sent).toEqual(["POST 200", "POST 200", "POST 200"]);
    expect(await client().items.get(item.id)).toMatchObject({ quantity: 8 });
  });

  test("a PATCH is not repeated, but for one that names its version", async () => {
    const bin = await client().bins.create({ name: "Box" });
    const { sent, options } = losing((nth) => nth < 3);
    const stowage = client(options);
    await expect(stowage.bins.update(bin.id, { name: "A" })).rejects.toBeInstanceOf(ConnectionError);
    // The first try was carried out, which the second one learns.
    const named = stowage.bins.update(bin.id, { name: "B" }, { ifMatch: bin.version + 1 });
    await expect(named).rejects.toMatchObject({ code: "version_mismatch" });
    expect(sent).toEqual(["PATCH 200", "PATCH 200", "PATCH 412"]);
    expect(await client().bins.get(bin.id)).toMatchObject({ name: "B", version: bin.version + 2 });
  });
});

test("at its limit a call waits as long as it is told, or fails at once where that is too long", async () => {
  const slow = await anna.key(["bins:read"], { rate_limit: { per_minute: 1 } });
  const impatient = client({ apiKey: slow.key, maxRetryDelayMs: 500 });
  await impatient.bins.list();
  const refused = await impatient.bins.list().catch((error) => error);
  expect(refused).toMatchObject({ code: "rate_limited", status: 429 });
  const waits: number[] = [];
  // Instead of waiting, the limit is lifted.
  const sleep = async (ms: number) => {
    waits.push(ms);
    await anna.ask("PATCH", `api-keys/${slow.id}`, { body: { rate_limit: null } });
  };
  expect(await client({ apiKey: slow.key, runtime: { sleep } }).bins.list()).toMatchObject({ data: [] });
  expect(waits).toHaveLength(1);
  expect(waits[0]).toBeGreaterThanOrEqual(1_000);
  expect(waits[0]).toBeLessThanOrEqual(60_000);
});

test("files come as files, and go as what a file may be", async () => {
  const stowage = client();
  const bin = await stowage.bins.create({ name: "Red box" });
  const png = await stowage.bins.labelPng(bin.id, { size: 64 });
  expect(png.contentType).toBe("image/png");
  expect((await png.bytes()).slice(1, 4)).toEqual(new TextEncoder().encode("PNG"));
  const pdf = await stowage.labels.print({ codes: [bin.code] });
  expect((await pdf.text()).slice(0, 5)).toBe("%PDF-");

  const csv = "name,quantity\nDrill,2\n";
  const contents = [
    csv,
    new Blob([csv.replace("Drill", "Saw")]),
    new TextEncoder().encode(csv.replace("Drill", "½″ nail")),
  ];
  for (const content of contents)
    expect(await stowage.imports.create({ content, format: "csv", filename: "a b.csv" })).toMatchObject({
      status: "done",
      created: 1,
      filename: "a b.csv",
    });
  const exported = await stowage.exports.download({ format: "csv" });
  expect(exported.filename).toMatch(/\.csv$/);
  const text = await exported.text();
  for (const name of ["Drill", "Saw", "½″ nail"]) expect(text).toContain(name);
});

test("events are followed over broken connections, none missed and none twice", async () => {
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await globalThis.fetch(input, init);
    const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
    if (!isStream || !response.body) return response;
    // Breaks after each piece.
    let pieces = 0;
    const breaking = new TransformStream({
      transform(piece, controller) {
        if (++pieces > 2) controller.error(new Error("reset"));
        else controller.enqueue(piece);
      },
    });
    return new Response(response.body.pipeThrough(breaking), response);
  };
  // Comes again at once; what it follows is never silent for so long that it gives it up.
  const sleep = (ms: number) => (ms < 45_000 ? Promise.resolve() : new Promise<never>(() => undefined));
  const stowage = client({ fetch, runtime: { sleep } });
  for (let n = 0; n < 3; n++) await stowage.bins.create({ name: `Early ${n}` });
  const seen: Event[] = [];
  // Those on the stream's first page come in one piece, the others one by one.
  for await (const event of stowage.events.stream({ after: 0, type: "bin.created" })) {
    seen.push(event);
    if (seen.length === 6) break;
    if (seen.length >= 3) await client().bins.create({ name: `Late ${seen.length}` });
  }
  expect(seen.map(({ subject_name }) => subject_name)).toEqual([
    "Early 0",
    "Early 1",
    "Early 2",
    "Late 3",
    "Late 4",
    "Late 5",
  ]);
});

test("what a trigger posts is verified, with the old and the new secret while both hold", async () => {
  const stowage = client();
  const sink = await catchPosts();
  const actions = [{ type: "webhook" as const, url: sink.url }];
  const trigger = await stowage.triggers.create({ name: "All", event_types: ["item.*"], actions });
  const secretOf = ({ actions: [action] }: typeof trigger) =>
    action?.type === "webhook" ? (action.secret ?? "") : "";
  await stowage.items.create({ name: "½″ screws" });
  const first = await sink.next();
  const secrets = [secretOf(trigger), secretOf(await stowage.triggers.rotate(trigger.id))];
  await stowage.items.create({ name: "Nuts" });
  const second = await sink.next();
  sink.close();
  const verified = ({ body, headers }: typeof first, secret = "") =>
    verifyWebhook({ payload: body, headers, secret });
  expect(await verified(first, secrets[0])).toMatchObject({ type: "item.created", data: { test: false } });
  for (const secret of secrets)
    expect((await verified(second, secret)).data.subject).toMatchObject({ name: "Nuts" });
  await expect(verified(first, secrets[1])).rejects.toMatchObject({ reason: "wrong_signature" });
});

test("every procedure is a method that asks for its own route", async () => {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    asked.push(`${init?.method} ${new URL(String(input)).pathname}`);
    return Response.json({ data: [], next_cursor: null });
  };
  const stowage: object = client({ fetch });
  const entries = procedureList(appRouter).filter(({ rest }) => rest);
  for (const { path, rest } of entries) {
    const [noun = "", verb = ""] = path.split(".");
    const steps = [...(rest?.path ?? "").matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    const calls = Reflect.get(stowage, noun);
    const isStream = path === "events.stream";
    const outcome = Reflect.get(calls, verb).apply(calls, [...steps, isStream ? { limit_seconds: 0 } : {}]);
    await (isStream ? outcome.next() : outcome);
    expect(asked.pop(), path).toBe(`${rest?.method} /api/v1${rest?.path.replace(/[{}]/g, "")}`);
  }
  expect(entries.length).toBeGreaterThan(100);
});

test("a type of the client refuses what the server would", () => {
  const stowage = client();
  // @ts-expect-error: a bin has a name
  const nameless = () => stowage.bins.create({});
  // @ts-expect-error: there is no such filter
  const misspelt = () => stowage.items.list({ low_stok: true });
  // @ts-expect-error: there is no such order
  const unsorted = () => stowage.items.list({ sort: "colour" });
  expect([nameless, misspelt, unsorted]).toHaveLength(3);
  expectTypeOf<StowageError["code"]>().extract<"rate_limited" | "timed_out">().not.toBeNever();
});
