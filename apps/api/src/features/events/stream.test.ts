import { EVENT_STREAMS_PER_CALLER_MAX } from "@stowage/contract/limits";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { type Follower, followEvents } from "../../testing/follow-events.ts";
import {
  type Person,
  startTestServer,
  TEST_PASSWORD,
  type TestKey,
  type TestServer,
} from "../../testing/test-server.ts";

let server: TestServer;
/** A second server on the same database, which hears nothing of what the first does but by it. */
let second: TestServer;
const origins = new Map<TestServer, string>();
const open: Follower[] = [];
let anna: Person;
let key: TestKey;
let nowMs = Date.now();

beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs });
  second = await startTestServer({ database: server.database, now: () => nowMs });
  for (const one of [server, second]) origins.set(one, await one.listen());
  anna = await server.signUp("Anna");
  key = await anna.key(["events:read", "items:write"]);
});
afterAll(async () => {
  await second.close();
  await server.close();
});
afterEach(async () => {
  for (const follower of open.splice(0)) follower.leave();
  for (const one of [server, second])
    await expect.poll(() => [one.deps.eventStreams.size, one.deps.revisionWatch.size]).toEqual([0, 0]);
});

const bearer = (one: TestKey) => ({ authorization: `Bearer ${one.key}` });
async function follow(query = "", headers: Record<string, string> = bearer(key), where = server) {
  const follower = await followEvents(origins.get(where) ?? "", query, headers);
  open.push(follower);
  return follower;
}
const make = async (name: string, by: Pick<TestKey, "ask"> = key): Promise<string> =>
  (await by.ask("POST", "items", { body: { name } })).body.id;
const newest = async (): Promise<number> => (await anna.ask("GET", "events?limit=1")).body.data[0].seq;

describe("what is told", () => {
  test("what comes from now on, each as the list answers it, by nobody kept on the way", async () => {
    await make("Before");
    const follower = await follow();
    expect(follower.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(follower.headers.get("cache-control")).toContain("no-transform");
    expect(follower.headers.get("x-accel-buffering")).toBe("no");
    expect(await follower.begin()).toBe(await newest());
    const subject_id = await make("Nut");
    const told = await follower.next();
    expect(told).toMatchObject({ type: "item.created", subject_id });
    expect((await key.ask("GET", "events?limit=1")).body.data).toEqual([told]);
  });

  test("it goes on after Last-Event-ID, which goes before `after`, and ends where it is told to", async () => {
    const after = await newest();
    for (const name of ["One", "Two", "Three"]) await make(name);
    const names = async (query: string, headers = {}) => {
      const follower = await follow(`?limit_seconds=0${query}`, { ...bearer(key), ...headers });
      return (await follower.rest()).map(({ subject_name }) => subject_name);
    };
    expect(await names(`&after=${after}`)).toEqual(["One", "Two", "Three"]);
    const last = { "last-event-id": String(after + 1) };
    expect(await names(`&after=${after}`, last)).toEqual(["Two", "Three"]);
    expect(await names("", last)).toEqual(["Two", "Three"]);
    expect(await names("")).toEqual([]);
  });

  test("an id that is none is refused; one of another history begins with what comes", async () => {
    for (const id of ["last", "-1", "1.5", "1e3", "9".repeat(16)]) {
      const answer = await key.ask("GET", "events/stream", { headers: { "last-event-id": id } });
      expect([answer.status, answer.body.code], id).toEqual([400, "invalid_header"]);
    }
    const follower = await follow("", { ...bearer(key), "last-event-id": String((await newest()) + 1_000) });
    expect(await follower.begin()).toBe(await newest());
    await make("Later");
    expect((await follower.next())?.subject_name).toBe("Later");
  });

  test("nothing is missed or told twice, whoever writes, wherever one comes again", async () => {
    const first = (await newest()) + 1;
    const total = 60;
    const writers = Array.from({ length: 6 }, async (_, writer) => {
      for (let n = 0; n < total / 6; n++)
        await (writer % 2 ? second : server).ask("POST", "items", { key: key.key, body: { name: "x" } });
    });
    const seqs: number[] = [];
    let headers: Record<string, string> = { ...bearer(key), "last-event-id": String(first - 1) };
    for (let visit = 0; seqs.length < total; visit++) {
      const follower = await follow("", headers, visit % 2 ? second : server);
      for (let n = 0; n < 9 && seqs.length < total; n++) seqs.push((await follower.next())?.seq ?? 0);
      headers = { ...headers, "last-event-id": follower.lastId() };
      follower.leave();
    }
    await Promise.all(writers);
    expect(seqs).toEqual(Array.from({ length: total }, (_, n) => first + n));
  });

  test("only what the filters leave, and what lies in the key's places and environment", async () => {
    const place = (await anna.ask("POST", "locations", { body: { name: "Shed" } })).body.id;
    const bounded = await anna.key(["events:read"], { location_ids: [place] });
    const sandbox = await anna.key(["events:read", "items:write"], { environment: "test" });
    const followers = await Promise.all([
      follow("?type=item.moved"),
      follow(`?api_key_id=${key.id}`),
      follow("", bearer(bounded)),
      follow("", bearer(sandbox)),
    ]);
    for (const follower of followers) await follower.begin();
    const id = await make("By the key");
    await anna.ask("POST", "items", { body: { name: "In the shed", location_id: place } });
    await make("In test", sandbox);
    const firsts = await Promise.all(followers.slice(1).map(async (one) => (await one.next())?.subject_name));
    expect(firsts).toEqual(["By the key", "In the shed", "In test"]);
    await anna.ask("POST", `items/${id}/move`, { body: { to_location_id: place } });
    expect(await followers[0]?.next()).toMatchObject({ type: "item.moved", subject_id: id });
  });

  test("a key that is bound to places from then on is told only of those", async () => {
    const location_id = (await anna.ask("POST", "locations", { body: { name: "Attic" } })).body.id;
    const bounded = await anna.key(["events:read"]);
    const follower = await follow("?type=item.created", bearer(bounded));
    await follower.begin();
    await anna.ask("PATCH", `api-keys/${bounded.id}`, { body: { location_ids: [location_id] } });
    await make("Elsewhere");
    await anna.ask("POST", "items", { body: { name: "In the attic", location_id } });
    expect((await follower.next())?.subject_name).toBe("In the attic");
  });
});

describe("K41: who may follow no longer is let go of, with nothing told after", () => {
  const ends: Record<string, (follower: TestKey) => Promise<unknown>> = {
    revoked: ({ id }) => anna.ask("DELETE", `api-keys/${id}`),
    disabled: ({ id }) => anna.ask("PATCH", `api-keys/${id}`, { body: { active: false } }),
    "rotated out": ({ id }) => anna.ask("POST", `api-keys/${id}/rotate`),
    "without its scope": ({ id }) =>
      anna.ask("PATCH", `api-keys/${id}`, { body: { scopes: ["items:read"] } }),
    "bound to another network": ({ id }) =>
      anna.ask("PATCH", `api-keys/${id}`, { body: { allowed_cidrs: ["10.0.0.0/8"] } }),
  };
  test.each(Object.entries(ends))("a key that is %s", async (_name, end) => {
    const theirs = await anna.key(["events:read"]);
    const near = await follow("", bearer(theirs));
    const far = await follow("", bearer(theirs), second);
    for (const follower of [near, far]) await follower.begin();
    expect((await end(theirs)) as { status: number }).toMatchObject({ status: 200 });
    await make("Secret");
    expect((await near.rest()).map(({ type }) => type)).not.toContain("item.created");
    await far.rest();
    expect((await theirs.ask("GET", "events/stream?limit_seconds=0")).status).not.toBe(200);
  });

  test("a key that has expired, of a member who was suspended, and a session that was ended elsewhere", async () => {
    const member = await addMember(server, anna, "Max", "member");
    const expires_at = new Date(nowMs + 60_000).toISOString();
    const expiring = await follow("", bearer(await anna.key(["events:read"], { expires_at })));
    const suspended = await follow("", bearer(await member.key(["events:read"])));
    const theirs = await follow("", { cookie: member.cookie });
    const again = await server.ask("POST", "auth/sign-in", {
      body: { email: anna.email, password: TEST_PASSWORD },
    });
    const cookie = String(again.headers["set-cookie"]).split(";")[0] ?? "";
    const signedOut = await follow("", { cookie }, second);
    for (const one of [expiring, suspended, theirs, signedOut]) await one.begin();
    await anna.ask("PATCH", `users/${member.user_id}`, { body: { active: false } });
    await make("Secret");
    for (const one of [suspended, theirs])
      expect((await one.rest()).map(({ subject_name }) => subject_name)).not.toContain("Secret");
    nowMs += 60_000;
    expect((await server.ask("POST", "auth/sign-out", { cookie })).status).toBe(200);
    await Promise.all([expiring.rest(), signedOut.rest()]);
  });
});

test("a stream is one call, for the limit and in the log, however long it goes on", async () => {
  const { id, ask } = await anna.key(["events:read", "items:write"]);
  const remaining = async () => (await ask("GET", "rate-limit")).body.remaining;
  const before = await remaining();
  const answer = await ask("GET", "events/stream?after=0&limit_seconds=1");
  expect(answer.status).toBe(200);
  expect(await remaining()).toBe(before - 1);
  await server.deps.meter.flush();
  const { data } = (await anna.ask("GET", `api-keys/${id}/events?endpoint=GET /events/stream`)).body;
  expect(data).toHaveLength(1);
});

test("one caller has so many streams and no more", async () => {
  const { ask, ...theirs } = await anna.key(["events:read"]);
  const held = await Promise.all(
    Array.from({ length: EVENT_STREAMS_PER_CALLER_MAX }, () => follow("", bearer({ ask, ...theirs }))),
  );
  const refused = await ask("GET", "events/stream");
  expect([refused.status, refused.body.code]).toEqual([429, "rate_limited"]);
  expect(Number(refused.headers["retry-after"])).toBe(refused.body.retry_after);
  expect((await key.ask("GET", "events/stream?limit_seconds=0")).status).toBe(200);
  held[0]?.leave();
  await expect.poll(async () => (await ask("GET", "events/stream?limit_seconds=0")).status).toBe(200);
});

test("whoever asks only for the headers is not told for ever", async () => {
  const answer = await key.ask("HEAD", "events/stream?after=0");
  expect([answer.status, answer.text]).toEqual([200, ""]);
  expect(server.deps.eventStreams.size).toBe(0);
});

test("a server that stops ends its streams", async () => {
  const third = await startTestServer({ database: server.database });
  origins.set(third, await third.listen());
  const reader = await follow("", bearer(key), third);
  await reader.begin();
  await third.close();
  expect(await reader.rest()).toEqual([]);
  expect(third.deps.eventStreams.size).toBe(0);
});
