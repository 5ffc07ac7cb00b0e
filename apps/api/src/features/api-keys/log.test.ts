import { api_keys } from "@stowage/db/schema/api-keys";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { keyUse } from "../../testing/key-use.ts";
import { type Person, startTestServer, type TestKey, type TestServer } from "../../testing/test-server.ts";

let nowMs = Date.parse("2026-03-31T12:00:00Z");
let server: TestServer;
let anna: Person;

beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs, config: { trust_proxy: true } });
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

interface Entry {
  id: string;
  kind: "request" | "event";
  type: string | null;
  endpoint: string | null;
  status: number | null;
  code: string | null;
  created_at: string;
  [field: string]: unknown;
}

/** Each step a second after the one before, so that the order is known. */
async function steps(...works: (() => Promise<unknown>)[]): Promise<void> {
  for (const work of works) {
    nowMs += 1_000;
    await work();
  }
}

async function logOf(key: TestKey, query = "", asker: Pick<Person, "ask"> = anna): Promise<Entry[]> {
  await server.deps.meter.flush();
  const answer = await asker.ask("GET", `api-keys/${key.id}/events${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.data;
}

const lines = (entries: Entry[]) =>
  entries.map(({ kind, type, endpoint, status, code }) =>
    kind === "event" ? `${type}` : [endpoint, status, code].filter(Boolean).join(" "),
  );

test("K51: the log has creation, changes, use, refusals and the end of a key, newest first, and what it changed", async () => {
  const key = await anna.key(["bins:read", "bins:write"]);
  const path = `api-keys/${key.id}`;
  await steps(
    () => key.ask("GET", "bins", { headers: { "user-agent": "curl", "x-forwarded-for": "192.0.2.9" } }),
    () => key.ask("GET", "items"),
    () => key.ask("POST", "bins", { body: { name: "Box" } }),
    () => key.ask("GET", "/trpc/bins.get,nowhere?batch=1&input=%7B%220%22%3A%7B%22id%22%3A%22bin_x%22%7D%7D"),
    () => anna.ask("PATCH", path, { body: { description: "for the scanner" } }),
    () => anna.ask("PATCH", path, { body: { active: false } }),
    () => key.ask("GET", "bins"),
    () => anna.ask("DELETE", path),
    () => key.ask("GET", "bins"),
  );
  // Alerts about all this are told there too, by the server itself.
  const log = (await logOf(key)).filter(({ auth_method }) => auth_method !== "system");
  expect(lines(log)).toEqual([
    "GET /bins 401 key_revoked",
    "api_key.revoked",
    "GET /bins 401 key_disabled",
    "api_key.updated",
    "api_key.updated",
    ...lines(log.filter(({ endpoint }) => endpoint?.startsWith("trpc"))),
    ...lines(log.filter(({ endpoint }) => endpoint === "POST /bins")),
    "GET /items 403 insufficient_scope",
    "GET /bins 200",
    "api_key.created",
  ]);
  expect(lines(log).slice(5, 9).toSorted()).toEqual([
    "POST /bins 201",
    "bin.created",
    "trpc (unknown) 404 unknown_route",
    "trpc bins.get 404 not_found",
  ]);
  expect(log.at(-2)).toMatchObject({
    kind: "request",
    subject_type: null,
    subject_id: null,
    subject_name: null,
    method: "GET",
    outcome: "succeeded",
    auth_method: "api_key",
    actor_user_id: anna.user_id,
    actor_name: "Anna",
    on_behalf_of_user_id: null,
    ip: "192.0.2.9",
    user_agent: "curl",
    request_id: expect.any(String),
  });
  expect(log.at(-1)).toMatchObject({
    kind: "event",
    subject_type: "api_key",
    subject_id: key.id,
    auth_method: "session",
    data: { scopes: ["bins:read", "bins:write"] },
  });
  expect(log.find(({ type }) => type === "bin.created")).toMatchObject({
    subject_type: "bin",
    subject_id: expect.stringMatching(/^bin_/),
    subject_name: "Box",
  });
  expect(log[4]).toMatchObject({ changes: { description: { old: "", new: "for the scanner" } } });
});

test("K24: a call on behalf of another names the maker and the one whose rights it used", async () => {
  const mia = await addMember(server, anna, "Mia", "member");
  const made = await anna.ask("POST", "api-keys", {
    body: { name: "Mia's", scopes: ["bins:read"], acts_as: mia.user_id },
  });
  expect(made.status, made.text).toBe(201);
  await server.ask("GET", "bins", { key: made.body.key });
  const [call] = await logOf(made.body, "?kind=request", mia);
  expect(call).toMatchObject({
    actor_user_id: anna.user_id,
    actor_name: "Anna",
    on_behalf_of_user_id: mia.user_id,
    on_behalf_of_name: "Mia",
  });
});

test("K51: pages meet without repeating or leaving out, over calls and events of one instant too", async () => {
  const key = await anna.key(["bins:read", "bins:write"]);
  for (let turn = 0; turn < 12; turn++) {
    if (turn % 4 === 0) nowMs += 1_000;
    await key.ask("POST", "bins", { body: { name: `Bin ${turn} of ${key.id}` } });
  }
  const whole = await logOf(key, "?limit=200");
  expect(whole).toHaveLength(25);
  const walked: Entry[] = [];
  let query = "?limit=4";
  for (;;) {
    const { body } = await anna.ask("GET", `api-keys/${key.id}/events${query}`);
    walked.push(...body.data);
    if (body.next_cursor === null) break;
    query = `?limit=4&cursor=${body.next_cursor}`;
  }
  expect(walked).toEqual(whole);
  const forged = await anna.ask("GET", `api-keys/${key.id}/events?cursor=bm90aGluZw`);
  expect([forged.status, forged.body.errors[0].pointer]).toEqual([422, "/cursor"]);
});

test("K51: pages meet over calls that were written together, from wherever they end and begin", async () => {
  const key = await anna.key(["bins:read"]);
  const [row] = await server.database.db.select().from(api_keys).where(eq(api_keys.id, key.id));
  const from = nowMs + 10_000;
  // Alike and not, out of order, and more in one instant than a page has.
  for (let call = 0; call < 300; call++)
    server.deps.meter.record({
      ...keyUse({
        ip: `10.0.0.${call % 16}`,
        request_id: `call-${call}`,
        at: from + ((call * 7) % 15) * 200,
      }),
      workspace_id: row?.workspace_id ?? "",
      api_key_id: key.id,
      acts_as: anna.user_id,
    });
  nowMs += 20_000;
  const walk = async (query: string) => {
    const walked: Entry[] = [];
    for (let cursor = ""; ; ) {
      await server.deps.meter.flush();
      const { body } = await anna.ask(
        "GET",
        `api-keys/${key.id}/events?kind=request&limit=7${query}${cursor}`,
      );
      walked.push(...body.data);
      if (body.next_cursor === null) return walked;
      cursor = `&cursor=${body.next_cursor}`;
    }
  };
  const whole = await walk("");
  expect(new Set(whole.map(({ request_id }) => request_id)).size).toBe(300);
  expect(new Set(whole.map(({ id }) => id)).size).toBe(300);
  const places = whole.map(({ created_at, id }) => `${created_at} ${id}`);
  expect(places).toEqual(places.toSorted().toReversed());
  const [since, until] = [from + 500, from + 2_220].map((at) => new Date(at).toISOString());
  const within = whole.filter(({ created_at }) => created_at >= `${since}` && created_at < `${until}`);
  expect(await walk(`&since=${since}&until=${until}`)).toEqual(within);
  expect(await walk(`&until=${until}&ip=10.0.0.3`)).toEqual(
    whole.filter(({ created_at, ip }) => created_at < `${until}` && ip === "10.0.0.3"),
  );
  const { body } = await anna.ask(
    "GET",
    `api-keys/${key.id}/events?kind=request&include_total=true&since=${since}`,
  );
  expect(body.total).toBe(whole.filter(({ created_at }) => created_at >= `${since}`).length);
});

test("K51: the log is narrowed by kind, outcome, endpoint, address and time", async () => {
  const key = await anna.key(["bins:read"]);
  await steps(
    () => key.ask("GET", "bins", { headers: { "x-forwarded-for": "10.1.1.1" } }),
    () => key.ask("GET", "items", { headers: { "x-forwarded-for": "10.1.1.2" } }),
    () => anna.ask("PATCH", `api-keys/${key.id}`, { body: { name: "Renamed" } }),
  );
  const asked = async (query: string) =>
    lines((await logOf(key, query)).filter(({ auth_method }) => auth_method !== "system"));
  expect(await asked("?kind=event")).toEqual(["api_key.updated", "api_key.created"]);
  expect(await asked("?kind=request")).toEqual(["GET /items 403 insufficient_scope", "GET /bins 200"]);
  expect(await asked("?outcome=refused")).toEqual(["GET /items 403 insufficient_scope"]);
  expect(await asked("?outcome=failed")).toEqual([]);
  expect(await asked("?kind=event&outcome=refused")).toEqual([]);
  expect(await asked("?endpoint=GET%20/bins")).toEqual(["GET /bins 200"]);
  expect(await asked("?ip=10.1.1.2")).toEqual(["GET /items 403 insufficient_scope"]);
  const at = (ago: number) => new Date(nowMs - ago).toISOString();
  expect(await asked(`?since=${at(1_000)}`)).toEqual([
    "api_key.updated",
    "GET /items 403 insufficient_scope",
  ]);
  expect(await asked(`?since=${at(2_000)}&until=${at(1_000)}`)).toEqual(["GET /bins 200"]);
});

test("K51: what a key did to itself is told once", async () => {
  const key = await anna.key(["api-keys:manage", "bins:read"]);
  await key.ask("PATCH", `api-keys/${key.id}`, { body: { description: "by itself" } });
  const log = await logOf(key, "?kind=event");
  expect(lines(log)).toEqual(["api_key.updated", "api_key.created"]);
});

test("K51: only who sees the key sees its log, and what it changed only who may read events", async () => {
  const key = await anna.key(["bins:write"]);
  await key.ask("POST", "bins", { body: { name: "Secret box" } });
  const stranger = await server.signUp("Stranger");
  expect((await stranger.ask("GET", `api-keys/${key.id}/events`)).status).toBe(404);
  const narrow = await anna.key(["api-keys:manage"]);
  expect(lines(await logOf(key, "", narrow)).toSorted()).toEqual(["POST /bins 201", "api_key.created"]);
  const reader = await anna.key(["api-keys:manage", "events:read"]);
  expect(lines(await logOf(key, "", reader))).toContain("bin.created");
  const trial = await anna.key(["api-keys:manage", "events:read"], { environment: "test" });
  expect((await trial.ask("GET", `api-keys/${key.id}/events`)).status).toBe(404);
});

test("K26: a key that is bound to places sees no other key's calls, and no change of a thing", async () => {
  const place = await anna.ask("POST", "locations", { body: { name: "Shed" } });
  const made = await anna.ask("POST", "api-keys", {
    body: {
      name: "Bound",
      scopes: ["api-keys:manage", "events:read", "bins:read"],
      location_ids: [place.body.id],
    },
  });
  expect(made.status, made.text).toBe(201);
  const bound = {
    ask: ((method, path, more) => server.ask(method, path, { key: made.body.key, ...more })) as Person["ask"],
  };
  const other = await anna.key(["bins:write"]);
  await other.ask("POST", "bins", { body: { name: "Elsewhere" } });
  expect(lines(await logOf(other, "", bound))).toEqual(["api_key.created"]);
  expect(lines(await logOf(made.body, "", bound))).toContain("GET /api-keys/{id}/events 200");
});

test("K51: a filter that no call can have finds nothing, or is refused; it never breaks the log", async () => {
  const key = await anna.key(["bins:read"]);
  for (const filter of ["endpoint=GET%00", "ip=%00", "endpoint=%ED%A0%80", `ip=${"1".repeat(46)}`])
    expect([200, 422]).toContain((await anna.ask("GET", `api-keys/${key.id}/events?${filter}`)).status);
});
