import type { Check } from "@stowage/contract/explain";
import { CHECKS } from "@stowage/contract/explain";
import { ALL_SCOPES } from "@stowage/contract/scopes";
import { api_key_usage, api_keys } from "@stowage/db/schema/api-keys";
import { organizations } from "@stowage/db/schema/identity";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { queryOf } from "../../testing/ask-every-way.ts";
import { idOfNouns, leastInput, nounsNamed } from "../../testing/least-input.ts";
import { loggedCalls } from "../../testing/logged-calls.ts";
import { type Person, startTestServer, type TestKey, type TestServer } from "../../testing/test-server.ts";
import { type ProcedureEntry, procedureList } from "../../trpc/procedure-list.ts";
import { appRouter } from "../../trpc/router.ts";

const procedures = procedureList(appRouter);

let server: TestServer;
let olga: Person;
let place: string;
const inside: Record<string, string> = {};
const outside: Record<string, string> = {};
const inTest: Record<string, string> = {};

beforeAll(async () => {
  server = await startTestServer();
  olga = await server.signUp("Olga");
  place = await make(olga, "locations", {});
  await renew("inside", "locations");
});
afterAll(() => server.close());

async function make(who: Pick<TestKey, "ask">, noun: string, body: object, headers = {}): Promise<string> {
  const made = await who.ask("POST", noun, { body: { name: `${noun} ${Math.random()}`, ...body }, headers });
  expect(made.status, made.text).toBe(201);
  return made.body.id;
}

/** Makes the thing anew that a path's id names: inside the bound place, outside, or in the test workspace. */
async function renew(where: "inside" | "outside" | "test", noun: string): Promise<void> {
  const places: Record<typeof where, readonly [Record<string, string>, Record<string, string>]> = {
    inside: [inside, {}],
    outside: [outside, {}],
    test: [inTest, { "x-environment": "test" }],
  };
  const [things, headers] = places[where];
  if (noun === "users") {
    things.users = (await addMember(server, olga, `Somebody ${Math.random()}`, "member")).user_id;
    return;
  }
  if (noun === "organizations") {
    things.organizations = olga.organization_id;
    return;
  }
  if (noun === "imports") {
    const body = { content: "name\nBrought in", format: "csv" };
    things.imports = (await olga.ask("POST", "import", { body, headers })).body.id;
    return;
  }
  if (noun === "deliveries") {
    await renew(where, "triggers");
    const tried = await olga.ask("POST", `triggers/${things.triggers}/test`, { headers });
    things.deliveries = tried.body.deliveries[0].id;
    return;
  }
  const spot = where === "inside" ? place : null;
  if (noun === "projects") things.reserved = await make(olga, "items", {}, headers);
  const bodies: Record<string, object> = {
    locations: { parent_id: spot },
    bins: { location_id: spot },
    items: { location_id: spot },
    "api-keys": { environment: where === "test" ? "test" : "live" },
    tasks: { name: undefined, title: "A task", ...(spot && { subject_type: "location", subject_id: spot }) },
    projects: { status: "active" },
    triggers: TRIGGER,
  };
  const body = bodies[noun] ?? {};
  things[noun] = await make(olga, noun, body, headers);
  if (noun === "projects") {
    const reserve = { body: { item_id: things.reserved, quantity: 1 }, headers };
    expect((await olga.ask("POST", `projects/${things.projects}/reservations`, reserve)).status).toBe(200);
  }
}

/** Nobody listens there. */
const TRIGGER = {
  event_types: ["item.low_stock"],
  actions: [{ type: "webhook", url: "http://127.0.0.1:9/" }],
};

const NOUNS =
  "locations bins items tasks projects triggers deliveries imports api-keys users organizations".split(" ");
const nounOf = ({ rest }: ProcedureEntry) => rest?.path.split("/")[1] ?? "";

interface Verdict {
  allowed: boolean;
  checks: { check: Check; ok: boolean; code?: string; detail?: string }[];
}
async function explain(key: Pick<TestKey, "ask">, method: string, path: string): Promise<Verdict> {
  const answer = await key.ask("POST", "api-keys/explain", { body: { method, path } });
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
}
const refusalIn = ({ checks }: Verdict) => checks.find(({ ok }) => !ok)?.code ?? null;

/** What is refused for its place only once the input is right, gets one that is. */
const RIGHT: Record<string, object> = {
  "/projects": { name: "A project" },
  "/triggers": { name: "A trigger", ...TRIGGER },
  "/triggers/preview": { event_types: TRIGGER.event_types },
};
function inputOf(entry: ProcedureEntry, things: Record<string, string>): Record<string, unknown> {
  const path = entry.rest?.path ?? "";
  if (!path.includes("{id}")) return { ...RIGHT[path] };
  return leastInput(entry, idOfNouns({ ...things, ...(things.reserved && { items: things.reserved }) }));
}

/** What really comes of it, as far as the checks decide it: the rest is about the input. */
async function reality(
  key: Pick<TestKey, "ask">,
  entry: ProcedureEntry,
  { path, input }: { path: string; input: Record<string, unknown> },
): Promise<string | null> {
  const method = entry.rest?.method ?? "GET";
  const hasBody = method === "POST" || method === "PATCH";
  const { status, body } = hasBody
    ? await key.ask(method, path, { body: input })
    : await key.ask(method, `${path}${queryOf(entry, input)}`);
  return [401, 403, 404, 405, 429].includes(status) ? body.code : null;
}

const RULES_HINT =
  "What a verb refuses beyond scope and role is a line of RULES or RULES_OF_THING in explain.ts.";

/** Explains every procedure to a key, then makes each call, and tells where the two differ. */
async function differences(
  keyOf: () => Promise<TestKey>,
  idsIn: { where: "inside" | "outside" | "test"; things: Record<string, string> },
): Promise<string[]> {
  const found: string[] = [];
  const fresh = new Set<string>();
  let key = await keyOf();
  for (const entry of procedures) {
    const { rest } = entry;
    if (!rest || (rest.path.includes("{") && !NOUNS.includes(nounOf(entry)))) continue;
    const noun = nounOf(entry);
    for (const one of rest.path.includes("{id}") ? [noun, ...nounsNamed(entry)] : []) {
      if (fresh.has(one)) continue;
      await renew(idsIn.where, one);
      fresh.add(one);
    }
    const item = idsIn.things.reserved ?? "";
    const path = `/api/v1${rest.path.replace("{id}", idsIn.things[noun] ?? "").replace("{item_id}", item)}`;
    const explained = refusalIn(await explain(key, rest.method, path));
    const real = await reality(key, entry, { path, input: inputOf(entry, idsIn.things) });
    if (explained !== real)
      found.push(`${rest.method} ${rest.path}: ${explained} was said, ${real} came. ${RULES_HINT}`);
    if (rest.method !== "GET" && real === null) fresh.clear(); // whatever it changed
    if (rest.path === "/api-keys/current") key = await keyOf();
  }
  return found;
}

describe("K27: explain agrees with what then happens, for every procedure", () => {
  const everything = ALL_SCOPES.filter((scope) => scope !== "admin:*");
  const kinds: Record<string, () => Promise<TestKey>> = {
    "with one scope that hardly anything needs": () => olga.key(["tasks:read"]),
    "with every scope": () => olga.key(everything),
    "that reads": () => olga.key(everything.filter((scope) => scope.endsWith(":read"))),
    "of a viewer": async () => {
      const vic = await addMember(server, olga, `Vic ${Math.random()}`, "viewer");
      return olga.key(everything, { acts_as: vic.user_id });
    },
    "of a member": async () => {
      const mia = await addMember(server, olga, `Mia ${Math.random()}`, "member");
      return olga.key(everything, { acts_as: mia.user_id });
    },
    "that is bound to a place": () => olga.key(everything, { location_ids: [place] }),
    "that has used up its limit": async () => {
      const key = await olga.key(everything, { rate_limit: { per_minute: 1 } });
      await key.ask("GET", "bins");
      return key;
    },
  };

  test.each(Object.entries(kinds))("K27: a key %s, of what lies in the place", async (_kind, keyOf) => {
    expect(await differences(keyOf, { where: "inside", things: inside })).toEqual([]);
  });
  // To keys without bounds, it is all one where a thing lies.
  test("K27: a key that is bound to a place, of what lies elsewhere", async () => {
    const keyOf = () => olga.key(everything, { location_ids: [place] });
    expect(await differences(keyOf, { where: "outside", things: outside })).toEqual([]);
  });

  test.each([
    ["a live key, of test data", "live", false, "test", inTest],
    ["a bound one, of test data", "live", true, "test", inTest],
    ["a test key, of test data", "test", false, "test", inTest],
    ["a test key, of live data", "test", false, "inside", inside],
  ] as const)("K25, K27: %s", async (_name, environment, isBound, where, things) => {
    const keyOf = () => olga.key(everything, { environment, ...(isBound && { location_ids: [place] }) });
    expect(await differences(keyOf, { where, things })).toEqual([]);
  });

  test("K27: a key from a network that it may not be used from cannot even ask", async () => {
    const key = await olga.key(everything, { allowed_cidrs: ["10.0.0.0/8"] });
    const answer = await key.ask("POST", "api-keys/explain", { body: { method: "GET", path: "/bins" } });
    expect(answer.body.code).toBe("ip_not_allowed");
  });

  test("K14, K27: an organization whose members make no keys", async () => {
    const mia = await addMember(server, olga, "Mia", "member");
    const key = await mia.key(undefined);
    const rules = (api_key_makers: "admins" | "members") =>
      server.database.db
        .update(organizations)
        .set({ settings: { api_key_makers } })
        .where(eq(organizations.id, olga.organization_id));
    await rules("admins");
    const explained = await explain(key, "POST", "/api-keys");
    expect(explained.checks.at(-1)).toMatchObject({ check: "role", ok: false, code: "role_forbidden" });
    const body = { name: "x", scopes: ["bins:read"] };
    expect((await key.ask("POST", "api-keys", { body })).body.code).toBe("role_forbidden");
    await rules("members");
    expect((await explain(key, "POST", "/api-keys")).allowed).toBe(true);
  });
});

test("K27: the checks come in their order, up to the first that fails", async () => {
  const key = await olga.key(["bins:read"]);
  const good = await explain(key, "GET", "/bins");
  expect(good).toEqual({ allowed: true, checks: CHECKS.map((check) => ({ check, ok: true })) });
  const bad = await explain(key, "post", "/bins");
  expect(bad.allowed).toBe(false);
  expect(bad.checks.map(({ check }) => check)).toEqual(CHECKS.slice(0, CHECKS.indexOf("scope") + 1));
  expect(bad.checks.at(-1)).toMatchObject({
    code: "insufficient_scope",
    detail: expect.stringContaining("bins:write"),
  });
  const gone = await explain(key, "GET", "/bins/nothing");
  expect(gone.checks.at(-1)).toMatchObject({ check: "bounds", ok: false, code: "not_found" });
});

test("K27: a path is understood with or without its base, by id or by code, whatever its query", async () => {
  const key = await olga.key(["bins:read"]);
  await renew("inside", "bins");
  const id = inside.bins ?? "";
  const { code } = (await olga.ask("GET", `bins/${id}`)).body;
  const right = ["bins", "/bins", "/bins/", "/v1/bins?limit=1", "/api/bins", "/api/v1/bins#x", `/bins/${id}`];
  for (const path of [...right, `/bins/${code}`, `/api/v1/bins/${code.toLowerCase()}?x=1`])
    expect((await explain(key, "GET", path)).allowed, path).toBe(true);
  for (const path of ["/", "/bin", "/bins/a/b", "//bins", "/v2/bins", "/trpc/bins.list", "/healthz"])
    expect((await explain(key, "GET", path)).checks, path).toEqual([
      { check: "route", ok: false, code: "unknown_route", detail: expect.any(String) },
    ]);
  for (const [method, path] of [
    ["PATCH", "/bins"],
    ["POST", `/bins/${id}`],
    ["GET", "/api-keys/current"],
  ] as const)
    expect(refusalIn(await explain(key, method, path)), path).toBe("method_not_allowed");
  const wrong = await key.ask("POST", "api-keys/explain", { body: { method: "BREW", path: "/bins" } });
  expect(wrong.status).toBe(422);
});

test("K27: asking costs nothing, runs nothing, and stands in the log as nothing but the question", async () => {
  const key = await olga.key(["bins:write", "api-keys:manage"]);
  await renew("inside", "bins");
  const left = async () => (await key.ask("GET", "rate-limit")).body.windows;
  const before = await left();
  for (const [method, path] of [
    ["DELETE", `/api-keys/${key.id}`],
    ["DELETE", "/api-keys/current"],
    ["PATCH", `/bins/${inside.bins}`],
    ["POST", "/bins"],
  ] as const)
    expect((await explain(key, method, path)).allowed).toBe(true);
  const answer = await key.ask("POST", "api-keys/explain", { body: { method: "POST", path: "/bins" } });
  expect(answer.headers["x-required-scopes"]).toBeUndefined();
  const after = await left();
  for (const [index, window] of after.entries()) expect(window.remaining).toBe(before[index].remaining);
  await server.deps.meter.flush();
  const { db } = server.database;
  const asked = (await loggedCalls(db, key.id)).map(({ endpoint }) => endpoint);
  expect(new Set(asked)).toEqual(new Set(["GET /rate-limit", "POST /api-keys/explain"]));
  const [usage] = await db.select().from(api_key_usage).where(eq(api_key_usage.api_key_id, key.id));
  expect(usage?.requests).toBe(7);
  const [row] = await db.select().from(api_keys).where(eq(api_keys.id, key.id));
  expect(row?.revoked_at).toBeNull();
});

test("K27: a signed-in person can ask, too", async () => {
  expect((await explain(olga, "DELETE", "/api-keys/current")).allowed).toBe(true);
  expect((await explain(olga, "GET", "/auth/sessions")).allowed).toBe(true);
  for (const path of ["/items/nothing", "/users/nothing", "/organizations/nothing"])
    expect(refusalIn(await explain(olga, "GET", path))).toBe("not_found");
  const vic = await addMember(server, olga, "Vic", "viewer");
  expect(refusalIn(await explain(vic, "POST", "/items"))).toBe("role_forbidden");
});
