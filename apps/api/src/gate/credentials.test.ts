import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestKey, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let anna: Person;
let key: TestKey;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  key = await anna.key(["bins:read"]);
});
afterAll(() => server.close());

type Headers = Record<string, string>;
const get = (headers: Headers, path = "bins") => server.ask("GET", path, { headers });

test("K20: a key works in both headers, in any case of the scheme, with a Content-Type on a GET too", async () => {
  const accepted: Headers[] = [
    { authorization: `Bearer ${key.key}` },
    { authorization: `bearer ${key.key}` },
    { "x-api-key": key.key },
    { authorization: `Bearer ${key.key}`, "x-api-key": key.key },
    { authorization: `Bearer ${key.key}`, "content-type": "application/json" },
  ];
  for (const headers of accepted)
    expect((await get(headers)).status, JSON.stringify(Object.keys(headers))).toBe(200);
});

test("K21: GET /bins needs no parameter and answers a key as it answers a session", async () => {
  const byKey = await get({ authorization: `Bearer ${key.key}` });
  const bySession = await anna.ask("GET", "bins");
  expect(byKey.body).toEqual({ data: [], next_cursor: null });
  expect(bySession.body).toEqual(byKey.body);
});

test("an Authorization without the word Bearer says how to write it", async () => {
  for (const authorization of [key.key, "Basic YTpi", "Bearer", "Bearer a b c".repeat(100)]) {
    const answer = await get({ authorization });
    expect(answer.body.code).toBe("malformed_authorization");
    expect(answer.headers["www-authenticate"]).toBe('Bearer realm="api", error="invalid_request"');
  }
});

test("two different credentials are refused rather than chosen from", async () => {
  const other = await anna.key(["bins:read"]);
  const answer = await get({ authorization: `Bearer ${key.key}`, "x-api-key": other.key });
  expect([answer.status, answer.body.code]).toEqual([400, "ambiguous_credentials"]);
});

test("a key in the URL is refused, and no answer repeats it", async () => {
  const answer = await get({}, `bins?api_key=${key.key}`);
  expect([answer.status, answer.body.code]).toEqual([400, "key_in_url"]);
  expect(answer.text).not.toContain(key.key);
});

test("a bad key never falls back to a cookie", async () => {
  const answer = await server.ask("GET", "bins", {
    cookie: anna.cookie,
    headers: { "x-api-key": "nonsense" },
  });
  expect([answer.status, answer.body.code]).toEqual([401, "key_malformed"]);
});

test("K2: a malformed key and an unknown one are told apart by code, and neither says more", async () => {
  const last = key.key.at(-1) === "A" ? "B" : "A";
  const mistyped = await get({ authorization: `Bearer ${key.key.slice(0, -1)}${last}` });
  expect(mistyped.body.code).toBe("key_malformed");
  const stranger = server.deps.keyFormat.mint("live");
  const unknown = await get({ authorization: `Bearer ${stranger}` });
  expect([unknown.status, unknown.body.code]).toEqual([401, "key_invalid"]);
  expect(unknown.headers["www-authenticate"]).toBe('Bearer realm="api", error="invalid_token"');
  expect(unknown.body).not.toHaveProperty("key_id");
  expect(unknown.text).not.toContain(stranger);
});

test("K23: a key without the scope is told which it needs, has and lacks, and where to add it", async () => {
  const answer = await key.ask("POST", "bins", { body: { name: "x" } });
  expect(answer.status).toBe(403);
  expect(answer.body).toMatchObject({
    code: "insufficient_scope",
    required_scopes: ["bins:write"],
    granted_scopes: ["bins:read"],
    missing_scopes: ["bins:write"],
    fix_url: `http://stowage.test/settings/api-keys/${key.id}?add=bins%3Awrite`,
  });
  expect(answer.headers["www-authenticate"]).toBe(
    'Bearer realm="api", error="insufficient_scope", scope="bins:write"',
  );
  expect(answer.headers["x-required-scopes"]).toBe("bins:write");
});

test("a signed-in browser writes from our own pages alone", async () => {
  const write = (headers: Record<string, string>) =>
    server.ask("POST", "bins", { body: { name: "x" }, headers: { cookie: anna.cookie, ...headers } });
  expect((await write({ origin: "https://evil.example" })).body.code).toBe("csrf_rejected");
  expect((await write({ "sec-fetch-site": "cross-site", origin: "http://stowage.test" })).body.code).toBe(
    "csrf_rejected",
  );
  expect((await write({})).body.code).toBe("csrf_rejected");
  expect((await write({ "sec-fetch-site": "same-origin" })).status).toBe(201);
  expect((await write({ origin: "http://stowage.test" })).status).toBe(201);
  expect((await write({ origin: "http://192.168.1.5:4870", host: "192.168.1.5:4870" })).status).toBe(201);
});

test("reading needs no Origin", async () => {
  expect((await server.ask("GET", "bins", { headers: { cookie: anna.cookie } })).status).toBe(200);
});
