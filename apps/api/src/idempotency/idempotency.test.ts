import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Answer,
  type Person,
  startTestServer,
  type TestKey,
  type TestServer,
} from "../testing/test-server.ts";
import { removeOldAnswers } from "../workers/retention.ts";

let server: TestServer;
/** A second server over the same database. */
let beside: TestServer;
let anna: Person;
let key: TestKey;
let nowMs = Date.parse("2026-03-01T10:00:00Z");
let count = 0;

beforeAll(async () => {
  const now = () => nowMs;
  server = await startTestServer({ now });
  beside = await startTestServer({ now, database: server.database });
  anna = await server.signUp("Anna");
  key = await anna.key(undefined);
});
afterAll(async () => {
  await beside.close();
  await server.close();
});

const newName = () => `request-${++count}`;
const post = (path: string, name: string, body?: unknown, caller: Pick<TestKey, "ask"> = key) =>
  caller.ask("POST", path, { headers: { "idempotency-key": name }, ...(body !== undefined && { body }) });
const replayed = ({ headers }: Answer) => headers["idempotent-replayed"] === "true";
const quantityOf = async (id: string) => (await key.ask("GET", `items/${id}`)).body.quantity;
const newItem = async (quantity = 10) =>
  (await key.ask("POST", "items", { body: { name: "Nut", quantity } })).body.id;

describe("a repetition", () => {
  test("gets the first answer, byte for byte, and nothing is done twice", async () => {
    const name = newName();
    const body = { name: "Nut", custom_fields: { z: 1, a: "x" } };
    const first = await post("items", name, body);
    const again = await post("items", name, { custom_fields: { a: "x", z: 1 }, name: "Nut" });
    expect([first.status, replayed(first), again.status, replayed(again)]).toEqual([201, false, 201, true]);
    expect(again.text).toBe(first.text);
    expect([again.headers.location, again.headers.etag]).toEqual([
      first.headers.location,
      first.headers.etag,
    ]);
    const id = await newItem();
    const adjust = newName();
    for (let times = 0; times < 3; times++) await post(`items/${id}/adjust`, adjust, { delta: -1 });
    expect(await quantityOf(id)).toBe(9);
  });

  test("that asks for something else is refused, and another route, caller or environment is another request", async () => {
    const name = newName();
    const [one, two] = [await newItem(), await newItem()];
    await post(`items/${one}/adjust`, name, { delta: -1 });
    const other = await post(`items/${one}/adjust`, name, { delta: -2 });
    expect([other.status, other.body.code, await quantityOf(one)]).toEqual([
      422,
      "idempotency_key_reused",
      9,
    ]);
    expect(replayed(await post(`items/${two}/adjust`, name, { delta: -1 }))).toBe(false);
    expect(replayed(await post(`items/${one}/adjust`, name, { delta: -1 }, anna))).toBe(false);
    expect(await quantityOf(one)).toBe(8);
    const sandbox = await anna.key(undefined, { environment: "test" });
    expect(replayed(await post("items", name, { name: "Nut" }, sandbox))).toBe(false);
  });

  test("a precondition is part of what is asked", async () => {
    const name = newName();
    const bin = (await key.ask("POST", "bins", { body: { name: "Box" } })).body;
    const more = { headers: { "idempotency-key": name, "if-match": '"v9"' }, body: {} };
    await key.ask("POST", `bins/${bin.id}/restore`, more);
    const without = await post(`bins/${bin.id}/restore`, name, {});
    expect(without.body.code).toBe("idempotency_key_reused");
  });

  test("after a day is a new request, and what is older is swept out", async () => {
    const name = newName();
    await post("items", name, { name: "Nut" });
    nowMs += 24 * 3_600_000 - 1;
    expect(replayed(await post("items", name, { name: "Nut" }))).toBe(true);
    nowMs += 2;
    expect(replayed(await post("items", name, { name: "Nut" }))).toBe(false);
    nowMs += 25 * 3_600_000;
    await removeOldAnswers(server.deps);
    expect(await server.database.sql`select 1 from idempotency_keys`).toHaveLength(0);
  });
});

describe("what is kept", () => {
  test("refusals by what is there are repeated, even when that has changed", async () => {
    const id = await newItem(1);
    const tooMuch = newName();
    const first = await post(`items/${id}/adjust`, tooMuch, { delta: -2 });
    await key.ask("POST", `items/${id}/adjust`, { body: { delta: 5 } });
    const again = await post(`items/${id}/adjust`, tooMuch, { delta: -2 });
    expect([first.body.code, again.body.code, again.body.current_quantity, replayed(again)]).toEqual([
      "insufficient_stock",
      "insufficient_stock",
      1,
      true,
    ]);
    const missing = newName();
    for (const isRepeated of [false, true]) {
      const answer = await post("items/item_01h455vb4pex5vsknk084sn02q/adjust", missing, { delta: 1 });
      expect([answer.status, replayed(answer)]).toEqual([404, isRepeated]);
    }
  });

  test("refusals for how it was asked are not, so that it can be asked rightly", async () => {
    const name = newName();
    expect((await post("items", name, { name: "" })).status).toBe(422);
    const reader = await anna.key(["items:read"]);
    expect((await post("items", name, { name: "Nut" }, reader)).status).toBe(403);
    expect((await post("locations", name, { name: "Home", parent_id: null })).status).toBe(201);
    expect(replayed(await post("items", name, { name: "Nut" }))).toBe(false);
  });

  test("a key that is not one is refused", async () => {
    for (const name of ["", "x".repeat(256), "two words", "ümlaut"]) {
      const answer = await post("items", name, { name: "Nut" });
      expect([answer.status, answer.body.code], name).toEqual([400, "invalid_header"]);
    }
    expect((await post("items", `~${"x".repeat(254)}`, { name: "Nut" })).status).toBe(201);
  });

  test("secrets are not: a new key is answered again without its secret, and nowhere in the table", async () => {
    const name = newName();
    const made = await post("api-keys", name, { name: "Script", scopes: ["items:read"] }, anna);
    const again = await post("api-keys", name, { name: "Script", scopes: ["items:read"] }, anna);
    expect(again.body).toEqual({ ...made.body, key: null });
    expect([again.status, replayed(again), again.headers["cache-control"]]).toEqual([201, true, "no-store"]);
    const rotation = newName();
    const rotated = await post(`api-keys/${made.body.id}/rotate`, rotation, undefined, anna);
    const rotatedAgain = await post(`api-keys/${made.body.id}/rotate`, rotation, undefined, anna);
    expect([rotated.status, rotatedAgain.body.key, rotatedAgain.body.id]).toEqual([200, null, made.body.id]);
    const invitation = newName();
    const invited = await post("users", invitation, { role: "viewer" }, anna);
    const invitedAgain = await post("users", invitation, { role: "viewer" }, anna);
    expect(invitedAgain.body).toEqual({ ...invited.body, url: null });
    expect(invitedAgain.headers.location).toBe(invited.headers.location);
    const [{ all }] = await server.database.sql<[{ all: string }]>`
      select string_agg(idempotency_keys::text, ' ') as all from idempotency_keys`;
    for (const secret of [made.body.key, rotated.body.key, invited.body.url.split("token=")[1]])
      expect(all).not.toContain(secret);
  });

  test("an answer that is nothing but a secret is not kept at all: asked again, it is made anew", async () => {
    const bea = await server.signUp("Bea");
    const name = newName();
    const started = await post("auth/two-factor/start", name, {}, bea);
    const again = await post("auth/two-factor/start", name, {}, bea);
    expect([started.status, again.status, replayed(again)]).toEqual([200, 200, false]);
    expect(await server.database.sql`select 1 from idempotency_keys where key = ${name}`).toHaveLength(0);
  });

  test("what was asked leaves a hash that nobody can guess at: there may be a password in it", async () => {
    const name = newName();
    const id = await newItem();
    await post(`items/${id}/adjust`, name, { delta: 1 });
    const [row] = await server.database.sql`select input_hash from idempotency_keys where key = ${name}`;
    for (const encoding of ["hex", "base64", "base64url"] as const)
      expect(row?.input_hash).not.toContain(
        createHash("sha256")
          .update(JSON.stringify({ delta: 1, id }))
          .digest(encoding),
      );
  });
});

describe("at the same time", () => {
  test("of many on two servers exactly one runs; the others are told to wait, or get its answer", async () => {
    const id = await newItem(100);
    for (let round = 0; round < 5; round++) {
      const name = newName();
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 ? server : beside).ask("POST", `items/${id}/adjust`, {
            key: key.key,
            headers: { "idempotency-key": name },
            body: { delta: -1 },
          }),
        ),
      );
      const done = answers.filter((answer) => answer.status === 200);
      expect(done.filter((answer) => !replayed(answer))).toHaveLength(1);
      expect(new Set(done.map((answer) => answer.text)).size).toBe(1);
      for (const answer of answers.filter(({ status }) => status !== 200))
        expect([answer.status, answer.body.code]).toEqual([409, "idempotency_in_flight"]);
      expect(await quantityOf(id)).toBe(99 - round);
    }
  });

  test("a claim of a server that stopped is taken over after a minute, not before, and only for the same request", async () => {
    const id = await newItem();
    const name = newName();
    await claimAsIfStopped(name, id, { delta: -1 });
    expect((await post(`items/${id}/adjust`, name, { delta: -1 })).body.code).toBe("idempotency_in_flight");
    nowMs += 60_001;
    expect((await post(`items/${id}/adjust`, name, { delta: -3 })).body.code).toBe("idempotency_key_reused");
    expect((await post(`items/${id}/adjust`, name, { delta: -1 })).status).toBe(200);
    expect(await quantityOf(id)).toBe(9);
  });

  test("whoever lost the claim meanwhile writes nothing", async () => {
    const id = await newItem();
    const name = newName();
    // The slower one has its claim, and waits for the workspace while another takes over.
    const { sql } = server.database;
    let slow: Promise<Answer> | undefined;
    await sql.begin(async (tx) => {
      await tx`select 1 from workspaces for update`;
      slow = post(`items/${id}/adjust`, name, { delta: -1 });
      await expect
        .poll(async () => (await sql`select 1 from idempotency_keys where key = ${name}`).length)
        .toBe(1);
      await sql`update idempotency_keys set claim = 'somebody else' where key = ${name}`;
    });
    const answer = await slow;
    expect([answer?.status, answer?.body.code]).toEqual([409, "idempotency_in_flight"]);
    expect(await quantityOf(id)).toBe(10);
  });

  test("the answer is written with the work: a stop right after it still replays", async () => {
    const id = await newItem();
    const name = newName();
    const { sql } = server.database;
    const before = await sql`select count(*)::int as n from events`;
    await post(`items/${id}/adjust`, name, { delta: -1 });
    const [row] =
      await sql`select k.xmin::text as answer_tx, e.xmin::text as event_tx, ${before[0]?.n ?? 0} as n
      from idempotency_keys k, events e where k.key = ${name} order by e.seq desc limit 1`;
    expect(row?.answer_tx).toBe(row?.event_tx);
  });

  async function claimAsIfStopped(name: string, id: string, body: object) {
    await post(`items/${id}/adjust`, name, body);
    await server.database.sql`update idempotency_keys set answer = null where key = ${name}`;
    await key.ask("POST", `items/${id}/adjust`, { body: { count: 10 } });
  }
});

describe("on tRPC", () => {
  test("it is the same, by procedure, and in a batch by the order of its calls", async () => {
    const name = newName();
    const call = (path: string, body: unknown) =>
      key.ask("POST", `/trpc/${path}`, { headers: { "idempotency-key": name }, body });
    const first = await call("items.create", { name: "Nut" });
    const again = await call("items.create", { name: "Nut" });
    expect([first.status, replayed(first), replayed(again), again.text]).toEqual([
      200,
      false,
      true,
      first.text,
    ]);
    const batch = { 0: { name: "One" }, 1: { name: "Two" } };
    const made = await call("items.create,items.create?batch=1", batch);
    const madeAgain = await call("items.create,items.create?batch=1", batch);
    expect(made.body.map((one: Answer["body"]) => one.result.data.name)).toEqual(["One", "Two"]);
    expect([replayed(madeAgain), madeAgain.text]).toEqual([true, made.text]);
    const reused = await call("items.create", { name: "Other" });
    expect(reused.body.error.data.problem.code).toBe("idempotency_key_reused");
  });

  test("a read has no use for it", async () => {
    const answer = await key.ask("GET", "items", { headers: { "idempotency-key": "two words" } });
    expect(answer.status).toBe(200);
  });
});
