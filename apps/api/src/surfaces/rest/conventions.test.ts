import { Problem } from "@stowage/contract/problems";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { queryOf } from "../../testing/ask-every-way.ts";
import { idOfNouns, leastInput } from "../../testing/least-input.ts";
import { type Answer, type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";
import { type ProcedureEntry, procedureList } from "../../trpc/procedure-list.ts";
import { appRouter } from "../../trpc/router.ts";

// What every route keeps to, walked over all there are: a new one is in by itself.

let server: TestServer;
let anna: Person;
const ids: Record<string, string> = {};

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  for (const nth of [1, 2, 3]) {
    ids.locations = await make("locations", { name: `Place ${nth}` });
    ids.bins = await make("bins", { name: `Bin ${nth}`, location_id: ids.locations });
    ids.items = await make("items", { name: `Item ${nth}`, bin_id: ids.bins, quantity: nth });
    ids.projects = await make("projects", { name: `Project ${nth}`, status: "active" });
    ids.tasks = await make("tasks", { title: `Task ${nth}`, project_id: ids.projects });
    ids.triggers = await make("triggers", { name: `Trigger ${nth}`, ...TRIGGER });
    ids["api-keys"] = await make("api-keys", { name: `Key ${nth}` });
    await make("users", { email: `mate${nth}@example.org` });
    await anna.ask("POST", `projects/${ids.projects}/reservations`, {
      body: { item_id: ids.items, quantity: 1 },
    });
  }
  for (let nth = 1; nth <= 3; nth++)
    ids.deliveries = (await anna.ask("POST", `triggers/${ids.triggers}/test`)).body.deliveries[0].id;
  ids.users = anna.user_id;
  ids.organizations = anna.organization_id;
  ids.imports = (await anna.ask("POST", "import", { body: { content: "name\nNut", format: "csv" } })).body.id;
  ids.codes = (await anna.ask("POST", "codes", { body: { count: 3, batch: "Sheet" } })).body.data[0].code;
});
afterAll(() => server.close());

/** Nobody listens there. */
const TRIGGER = {
  event_types: ["item.low_stock"],
  actions: [{ type: "webhook", url: "http://127.0.0.1:9/" }],
};

async function make(noun: string, body: object): Promise<string> {
  const made = await anna.ask("POST", noun, { body });
  expect(made.status, made.text).toBe(201);
  return made.body.id;
}

interface Route {
  entry: ProcedureEntry;
  method: "GET" | "POST" | "PATCH" | "DELETE";
  path: string;
}
const routes = procedureList(appRouter).flatMap((entry): Route[] =>
  entry.rest ? [{ entry, method: entry.rest.method, path: entry.rest.path }] : [],
);
const named = (some: Route[]) => some.map((route) => [`${route.method} ${route.path}`, route] as const);
const shapeOf = ({ entry }: Route) =>
  (entry.output?._zod.def as { shape?: Record<string, unknown> } | undefined)?.shape ?? {};

const leastOf = ({ entry }: Pick<Route, "entry">) => leastInput(entry, idOfNouns(ids));

/** The route's address with ids of what there is; a search is for something. */
function addressOf({ path, entry }: Route, query: Record<string, string> = {}): string {
  const least = path === "/search" ? { q: "item" } : entry.type === "query" ? leastOf({ entry }) : {};
  const noun = path.split("/")[1] ?? "";
  const filled = path
    .replace("{id}", ids[noun] ?? "missing")
    .replace("{code}", ids.codes ?? "")
    .replace("{item_id}", ids.items ?? "");
  return `/api/v1${filled}${queryOf(entry, { ...least, ...query })}`;
}

function expectProblem(answer: Answer, status: number, code: string): void {
  expect([answer.status, answer.body.code], answer.text).toEqual([status, code]);
  expect(answer.headers["content-type"]).toContain("application/problem+json");
  expect(Problem.safeParse(answer.body).error).toBeUndefined();
  expect(answer.body).toMatchObject({
    message: answer.body.detail,
    request_id: answer.headers["x-request-id"],
  });
}

const lists = routes.filter((route) => route.method === "GET" && "next_cursor" in shapeOf(route));

describe("every list", () => {
  test("there are lists to walk", () => expect(lists.length).toBeGreaterThan(20));

  test.each(named(lists))(
    "%s has a limit that is never clamped, and a cursor that is never guessed",
    async (_name, route) => {
      const ask = (query: Record<string, string>) => anna.ask("GET", addressOf(route, query));
      for (const limit of ["0", "201", "-1", "1.5", "many", ""])
        expectProblem(await ask({ limit }), 422, "validation_failed");
      const { status, body, text } = await ask({ limit: "1" });
      expect(status, text).toBe(200);
      expect(body.data.length).toBeLessThanOrEqual(1);
      expect(body.next_cursor === null || /^[\w-]+$/.test(body.next_cursor)).toBe(true);
      if ("cursor" in route.entry.fields)
        for (const cursor of ["", "no such", "bm9uc2Vuc2U", "e30"])
          expectProblem(await ask({ cursor }), 422, "validation_failed");
    },
  );

  test.each(named(lists.filter(({ path }) => path !== "/search")))(
    "%s says on request how many rows there are in all, on each of its pages",
    async (_name, route) => {
      const ask = async (query: Record<string, string>) =>
        (await anna.ask("GET", addressOf(route, query))).body;
      const { total } = await ask({ include_total: "true", limit: "200" });
      const plain = await ask({ limit: "200" });
      expect(total).toBe(plain.data.length);
      expect("total" in plain).toBe(route.path === "/api-keys");
      const page = await ask({ include_total: "true", limit: "1" });
      expect([page.total, page.data.length]).toEqual([total, Math.min(total, 1)]);
      if (page.next_cursor === null) return;
      const next = await ask({ include_total: "true", limit: "1", cursor: page.next_cursor });
      expect([next.total, next.data.length]).toEqual([total, 1]);
    },
  );

  test.each(named(lists))("%s refuses a parameter that it does not know", async (_name, route) => {
    const answer = await anna.ask("GET", addressOf(route, { limti: "1" }));
    expectProblem(answer, 422, "unknown_field");
    expect(answer.body.errors[0]).toMatchObject({ location: "query", pointer: "/limti" });
    expect(answer.body.errors[0].message).toContain("did you mean limit?");
  });

  test.each(named(lists))("%s is known by a weak ETag, and 304 to whoever has it", async (_name, route) => {
    const first = await anna.ask("GET", addressOf(route));
    expect(String(first.headers.etag)).toMatch(/^W\/"[\w-]+"$/);
    const headers = { "if-none-match": String(first.headers.etag) };
    // Such a list may say when its reader was last seen.
    if (/sessions|api-keys/.test(route.path)) return;
    const again = await anna.ask("GET", addressOf(route), { headers });
    expect([again.status, again.text]).toEqual([304, ""]);
    expect(again.headers.etag).toBe(first.headers.etag);
  });

  const sorted = lists.filter(({ entry }) => "sort" in entry.fields);
  test.each(named(sorted))("%s pages through all its rows once, in each order", async (_name, route) => {
    const refused = await anna.ask("GET", addressOf(route, { sort: "nothing" }));
    expectProblem(refused, 422, "validation_failed");
    const orders = [...refused.body.detail.matchAll(/-?\b[a-z_]+\b/g)].map(String);
    const known = orders.slice(orders.indexOf("of") + 1);
    expect(known.length).toBeGreaterThanOrEqual(4);
    for (const sort of known) {
      const all = (await anna.ask("GET", addressOf(route, { sort }))).body.data.map(idOf);
      const paged: string[] = [];
      let cursor: string | null = null;
      do {
        const more: Record<string, string> = cursor ? { cursor } : {};
        const { body }: Answer = await anna.ask("GET", addressOf(route, { sort, limit: "1", ...more }));
        paged.push(...body.data.map(idOf));
        cursor = body.next_cursor;
      } while (cursor);
      expect(paged, sort).toEqual(all);
      expect(new Set(paged).size).toBe(paged.length);
    }
  });
  const idOf = ({ id }: { id: string }) => id;
});

const versioned = routes.filter((route) => route.path.includes("{id}") && "if_version" in route.entry.fields);

describe("every write of an object that has a version", () => {
  test("takes one: nothing that changes such an object goes without", () => {
    const without = routes.filter(
      (route) =>
        route.method === "PATCH" && "version" in shapeOf(route) && !("if_version" in route.entry.fields),
    );
    expect(without.map(({ path }) => path)).toEqual([]);
    for (const noun of ["items", "bins", "locations", "tasks", "projects", "triggers"])
      for (const method of ["PATCH", "DELETE"])
        expect(versioned.map((route) => `${route.method} ${route.path}`)).toContain(
          `${method} /${noun}/{id}`,
        );
    expect(versioned.map(({ path }) => path)).toContain("/items/{id}/adjust");
  });

  test.each(named(versioned))(
    "%s is 412 with the version there is for a stale If-Match, and changes nothing",
    async (_name, route) => {
      const noun = route.path.split("/")[1] ?? "";
      const before = await anna.ask("GET", `${noun}/${ids[noun]}`);
      const body: Record<string, unknown> = {
        ...leastOf(route),
        ...("to_bin_id" in route.entry.fields && { to_bin_id: null }),
      };
      const ask = (tag: string) =>
        anna.ask(route.method, addressOf(route).split("?")[0] ?? "", {
          headers: { "if-match": tag },
          ...(route.method !== "DELETE" && { body }),
        });
      if (!route.path.endsWith("/restore")) {
        const stale = await ask('"v999"');
        expectProblem(stale, 412, "version_mismatch");
        expect(stale.body.current_version).toBe(before.body.version);
        expect(stale.headers.etag).toBe(`"v${before.body.version}"`);
      }
      expectProblem(await ask('"else"'), 400, "invalid_header");
      expect((await anna.ask("GET", `${noun}/${ids[noun]}`)).body).toEqual(before.body);
    },
  );
});

const writes = routes.filter(({ method }) => method === "POST" || method === "PATCH");

test.each(named(writes.filter(({ path }) => !path.startsWith("/auth"))))(
  "%s refuses a field that it does not know, and a parameter in its query",
  async (_name, route) => {
    const address = addressOf(route).split("?")[0] ?? "";
    const body = await anna.ask(route.method, address, { body: { no_such_field: 1 } });
    expectProblem(body, 422, "unknown_field");
    expect(body.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toContain("/no_such_field");
    const query = await anna.ask(route.method, `${address}?no_such_field=1`, { body: {} });
    expectProblem(query, 422, "unknown_field");
  },
);

const repeatable = routes.filter(({ method, entry }) => method === "POST" && entry.access.kind !== "open");

test.each(named(repeatable.filter(({ path }) => !path.startsWith("/auth"))))(
  "%s looks at its Idempotency-Key",
  async (_name, route) => {
    const name = (key: string) => ({ headers: { "idempotency-key": key } });
    const address = addressOf(route).split("?")[0] ?? "";
    const answer = await anna.ask("POST", address, { ...name("not visible ascii \u00e9"), body: {} });
    if (answer.status === 422)
      expect(answer.body.code).toBe("validation_failed"); // comes first, as in the fixed order
    else expectProblem(answer, 400, "invalid_header");
  },
);

test("what creates answers 201 and says where the new thing is, and it is there", async () => {
  const created = routes.filter(({ entry, path }) => entry.rest?.status === 201 && !path.startsWith("/auth"));
  const bodies: Record<string, object> = {
    "/users": { email: "made@example.org" },
    "/codes": { count: 2 },
    "/triggers": { name: "Made", ...TRIGGER },
  };
  for (const { path, entry } of created) {
    const made = await anna.ask("POST", path.slice(1), { body: bodies[path] ?? leastOf({ entry }) });
    expect([made.status, path]).toEqual([201, path]);
    const location = String(made.headers.location);
    expect(location, path).toMatch(/^\/api\/v1\//);
    const found = await anna.ask("GET", location);
    expect(found.status, location).toBe(path === "/users" ? 405 : 200); // an invitation is read in their list
  }
  expect(created.length).toBeGreaterThanOrEqual(8);
});
