import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Person,
  PUBLIC_URL,
  startTestServer,
  type TestKey,
  type TestServer,
} from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;
let key: TestKey;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  key = await anna.key(["bins:read", "bins:write", "items:read", "items:write", "locations:read"]);
});
afterAll(() => server.close());

describe("every refusal has the one problem body", () => {
  const cases: [string, () => Promise<{ status: number; code: string }>][] = [
    ["an unknown route", async () => problem(await key.ask("GET", "nowhere"))],
    ["a wrong method", async () => problem(await key.ask("PUT", "bins"))],
    ["malformed JSON", async () => problem(await key.ask("POST", "bins", { raw: '{"name": ' }))],
    [
      "a prototype in JSON",
      async () => problem(await key.ask("POST", "bins", { raw: '{"__proto__": {"a": 1}}' })),
    ],
    [
      "another media type",
      async () =>
        problem(await key.ask("POST", "bins", { raw: "a=b", headers: { "content-type": "text/plain" } })),
    ],
    [
      "a body over 1 MiB",
      async () => problem(await key.ask("POST", "bins", { body: { name: "x".repeat(1_100_000) } })),
    ],
    ["an invalid field", async () => problem(await key.ask("POST", "bins", { body: { name: "" } }))],
    [
      "an unknown field",
      async () => problem(await key.ask("POST", "bins", { body: { name: "a", colour: "red" } })),
    ],
    ["an array as body", async () => problem(await key.ask("POST", "bins", { body: [] }))],
    [
      "an id that is not there",
      async () => problem(await key.ask("GET", "bins/bin_00000000000000000000000000")),
    ],
    ["a bad id", async () => problem(await key.ask("GET", "bins/%00"))],
    ["no credentials", async () => problem(await server.ask("GET", "bins"))],
  ];
  async function problem(answer: Awaited<ReturnType<TestKey["ask"]>>) {
    const { body, status, headers } = answer;
    expect(headers["content-type"]).toContain("application/problem+json");
    expect(body).toMatchObject({
      status,
      type: `${PUBLIC_URL}/problems/${body.code.replaceAll("_", "-")}`,
      request_id: headers["x-request-id"],
      instance: `urn:request:${headers["x-request-id"]}`,
      message: body.detail,
    });
    expect(body.detail.length).toBeGreaterThan(10);
    return { status, code: body.code };
  }
  const expected: Record<string, [number, string]> = {
    "an unknown route": [404, "unknown_route"],
    "a wrong method": [405, "method_not_allowed"],
    "malformed JSON": [400, "malformed_json"],
    "a prototype in JSON": [400, "malformed_json"],
    "another media type": [415, "unsupported_media_type"],
    "a body over 1 MiB": [413, "body_too_large"],
    "an invalid field": [422, "validation_failed"],
    "an unknown field": [422, "unknown_field"],
    "an array as body": [422, "validation_failed"],
    "an id that is not there": [404, "not_found"],
    "a bad id": [422, "validation_failed"],
    "no credentials": [401, "missing_credentials"],
  };
  test.each(cases)("%s", async (name, run) => {
    const [status, code] = expected[name] ?? [];
    expect(await run()).toEqual({ status, code });
  });
});

test("a wrong method names those that work", async () => {
  const answer = await key.ask("PUT", "bins");
  expect(answer.headers.allow).toBe("GET, POST, HEAD");
});

test("an unknown field names the nearest one that is known", async () => {
  const answer = await key.ask("POST", "items", { body: { name: "Nut", qty: 3 } });
  expect(answer.body.errors).toEqual([
    {
      location: "body",
      pointer: "/qty",
      code: "unknown_field",
      message: "Unknown field; did you mean quantity?",
    },
  ]);
  const manager = await anna.key(["api-keys:manage"]);
  const permissions = await manager.ask("POST", "api-keys", { body: { name: "k", permissions: [] } });
  expect(permissions.body.errors[0].message).toContain("did you mean scopes?");
});

test("what is wrong with a field is said in words", async () => {
  const messages = async (body: object) => {
    const answer = await key.ask("POST", "items", { body });
    return answer.body.errors.map(({ pointer, message }: Record<string, string>) => `${pointer} ${message}`);
  };
  expect(await messages({ quantity: -1, min_quantity: "1", tags: "a" })).toEqual([
    "/name It is missing.",
    "/quantity At least 0.",
    "/min_quantity Expected a number.",
    "/tags Expected an array.",
  ]);
  expect(await messages({ name: " ", unit: "x".repeat(21), quantity: 0.1234 })).toEqual([
    "/name It is empty.",
    "/quantity Expected a multiple of 0.001.",
    "/unit At most 20 characters.",
  ]);
  expect((await key.ask("GET", "bins?limit=1.5")).body.detail).toBe("limit: Expected a whole number.");
  expect((await key.ask("GET", "bins?sort=size")).body.detail).toContain("sort: Expected one of name, -name");
});

test("an unknown query parameter is refused", async () => {
  const answer = await key.ask("GET", "bins?locaton_id=x");
  expect(answer.status).toBe(422);
  expect(answer.body.errors[0]).toMatchObject({ location: "query", pointer: "/locaton_id" });
  expect(answer.body.errors[0].message).toContain("location_id");
});

test.each([
  ["limit=0"],
  ["limit=201"],
  ["limit=x"],
  ["limit="],
  ["limit=1e1"],
  ["limit=1&limit=2"],
  ["sort=color"],
  ["include_total=1"],
])("?%s is an error, never clamped or guessed", async (query) => {
  expect((await key.ask("GET", `bins?${query}`)).status).toBe(422);
});

test("false in a query is false", async () => {
  const answer = await key.ask("GET", "bins?include_total=false");
  expect(answer.status).toBe(200);
  expect(answer.body).not.toHaveProperty("total");
  expect((await key.ask("GET", "bins?include_total=true")).body.total).toBeTypeOf("number");
});

test("numbers in a body are never read from text, on tRPC as on REST", async () => {
  expect((await key.ask("POST", "items", { body: { name: "Nut", quantity: "3" } })).status).toBe(422);
  expect((await key.ask("POST", "items", { body: { name: "Nut", quantity: null } })).status).toBe(422);
  await key.ask("GET", "items?limit=3");
  const viaTrpc = await server.ask("GET", `/trpc/items.list?input=${encodeURIComponent('{"limit":"3"}')}`, {
    key: key.key,
  });
  expect(viaTrpc.status).toBe(422);
});

test("stray query parameters on a POST and an id in the body are refused", async () => {
  expect((await key.ask("POST", "bins?dry_run=true", { body: { name: "a" } })).body.code).toBe(
    "unknown_field",
  );
  const bin = await key.ask("POST", "bins", { body: { name: "a" } });
  const answer = await key.ask("PATCH", `bins/${bin.body.id}`, { body: { id: bin.body.id, name: "b" } });
  expect(answer.body.code).toBe("unknown_field");
});

test("creating answers 201 with Location and ETag, and the location leads to it", async () => {
  const made = await key.ask("POST", "bins", { body: { name: "Screws" } });
  expect(made.status).toBe(201);
  expect(made.headers.etag).toBe('"v1"');
  expect(made.headers.location).toBe(`/api/v1/bins/${made.body.id}`);
  const got = await key.ask("GET", String(made.headers.location));
  expect(got.body).toEqual(made.body);
});

test("HEAD is GET without a body, behind the same gate", async () => {
  expect((await key.ask("HEAD", "bins")).status).toBe(200);
  expect((await server.ask("HEAD", "bins")).status).toBe(401);
});

test("/v1 and /api answer like /api/v1", async () => {
  for (const path of [
    "/v1/bins?limit=1",
    "/api/bins?limit=1",
    "/api/v1/bins?limit=1",
    "/api/v1/bins/?limit=1",
  ])
    expect((await key.ask("GET", path)).status, path).toBe(200);
  expect((await key.ask("GET", "/v1")).status).toBe(404);
});

test("a request id that a log can hold is taken over, another is replaced", async () => {
  const taken = await key.ask("GET", "bins", { headers: { "x-request-id": "my-request-1" } });
  expect(taken.headers["x-request-id"]).toBe("my-request-1");
  const replaced = await key.ask("GET", "bins", { headers: { "x-request-id": "two words" } });
  expect(replaced.headers["x-request-id"]).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
});

test("every authenticated answer carries the limits, refusals too", async () => {
  for (const path of ["bins", "bins/bin_missing", "bins?limit=0", "events"]) {
    const { headers } = await key.ask("GET", path);
    expect(headers["x-ratelimit-limit"]).toBe("100000");
    expect(Number(headers["x-ratelimit-remaining"])).toBeLessThan(100_000);
    expect(Number(headers["x-ratelimit-reset"])).toBeGreaterThan(Date.now() / 1_000);
    expect(headers["ratelimit-policy"]).toBe('"minute";q=5000;w=60, "hour";q=100000;w=3600');
    expect(headers.ratelimit).toMatch(/^"minute";r=\d+;t=\d+, "hour";r=\d+;t=\d+$/);
    expect(headers["x-api-key-id"]).toBe(key.id);
    expect(headers["x-environment"]).toBe("live");
    expect(headers["cache-control"]).toBe("private, no-cache");
    expect(headers["access-control-expose-headers"]).toContain("X-RateLimit-Remaining");
  }
});

test.each(["GET", "POST", "PATCH", "DELETE"])(
  "an OPTIONS preflight lets scripts in browsers %s with a key, and with no cookie",
  async (method) => {
    const { status, headers } = await server.ask("OPTIONS", "bins", {
      headers: {
        origin: "https://elsewhere.example",
        "access-control-request-method": method,
        "access-control-request-headers": "authorization",
      },
    });
    expect(status).toBe(204);
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(String(headers["access-control-allow-methods"]).split(/, */)).toContain(method);
    expect(headers["access-control-allow-credentials"]).toBeUndefined();
  },
);

test("a stranger's body is not read: 401 comes before malformed JSON and before its size", async () => {
  expect((await server.ask("POST", "bins", { raw: "{" })).body.code).toBe("missing_credentials");
  expect((await server.ask("POST", "bins", { raw: "x".repeat(2_000_000) })).body.code).toBe(
    "missing_credentials",
  );
});
