import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messageOf, toolCall } from "../../testing/mcp-client.ts";
import { type Person, startTestServer, type TestKey, type TestServer } from "../../testing/test-server.ts";
import { logOptions } from "../log-options.ts";

let server: TestServer;
let anna: Person;
let key: TestKey;
let written = "";

beforeAll(async () => {
  const sink = new Writable({
    write(chunk, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  server = await startTestServer({ log: pino(logOptions("trace"), sink) });
  anna = await server.signUp("Anna");
  key = await anna.key(["bins:read", "bins:write"]);
});
afterAll(() => server.close());

const post = (ask: object = {}) => server.ask("POST", "/mcp", { body: toolCall("whoami_get"), ...ask });

test("a browser's session counts for nothing here, whichever page asks", async () => {
  for (const headers of [{}, { "sec-fetch-site": "same-origin" }, { origin: "https://evil.example" }]) {
    const { status, body, headers: answered } = await post({ cookie: anna.cookie, headers });
    expect([status, body.code]).toEqual([401, "missing_credentials"]);
    expect(answered["set-cookie"]).toBeUndefined();
  }
});

test("a key counts wherever the asking page comes from, and a bad one never falls back to the cookie", async () => {
  const foreign = await post({ key: key.key, headers: { origin: "https://inspector.example" } });
  expect(foreign.status).toBe(200);
  expect(foreign.headers["access-control-allow-origin"]).toBe("*");
  const bad = await post({ key: `${key.key}x`, cookie: anna.cookie });
  expect([bad.status, bad.body.code]).toEqual([401, "key_malformed"]);
  const inUrl = await server.ask("POST", `/mcp?key=${key.key}`, {
    key: key.key,
    body: toolCall("whoami_get"),
  });
  expect([inUrl.status, inUrl.body.code]).toEqual([400, "key_in_url"]);
});

test("a page may send the protocol's headers and read ours", async () => {
  const asked = "authorization,content-type,mcp-protocol-version,mcp-method,mcp-name";
  const { headers } = await server.ask("OPTIONS", "/mcp", {
    headers: {
      origin: "https://inspector.example",
      "access-control-request-method": "POST",
      "access-control-request-headers": asked,
    },
  });
  expect(headers["access-control-allow-headers"]).toBe(asked);
  expect(headers["access-control-allow-methods"]).toContain("POST");
});

test.each(["GET", "DELETE", "PUT", "PATCH"] as const)(
  "%s answers 405: there are no sessions",
  async (method) => {
    const { status, body, headers } = await server.ask(method, "/mcp", { key: key.key });
    expect([status, body.code, headers.allow]).toEqual([405, "method_not_allowed", "POST"]);
  },
);

test("what is no message is refused as on every surface", async () => {
  const refused = async (ask: object) => {
    const { status, body, headers } = await post({ key: key.key, ...ask });
    expect(headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    return [status, body.code];
  };
  expect(await refused({ raw: "{nope" })).toEqual([400, "malformed_json"]);
  expect(await refused({ raw: "" })).toEqual([400, "malformed_json"]);
  expect(await refused({ raw: '{"__proto__": {"method": "ping"}}' })).toEqual([400, "malformed_json"]);
  expect(await refused({ headers: { "content-type": "text/plain" } })).toEqual([
    415,
    "unsupported_media_type",
  ]);
  expect(await refused({ raw: JSON.stringify("x".repeat(1_100_000)) })).toEqual([413, "body_too_large"]);
  expect(await refused({ body: [toolCall("whoami_get"), toolCall("whoami_get")] })).toEqual([
    422,
    "validation_failed",
  ]);
});

test.each<[string, unknown, number, number]>([
  ["no object", 5, 400, -32600],
  ["no message", {}, 400, -32600],
  ["an unknown method", messageOf("nowhere"), 200, -32601],
  ["a call of nothing", messageOf("tools/call", {}), 200, -32602],
  ["a foreign cursor", messageOf("resources/list", { cursor: "tasks.abc" }), 200, -32602],
])("the protocol's own mistakes are its own errors: %s", async (_, body, status, code) => {
  const answer = await post({ key: key.key, body });
  expect([answer.status, answer.body.error.code]).toEqual([status, code]);
});

test("a revision that there is not is refused by name, and nobody is kept waiting for changes", async () => {
  const future = await post({ key: key.key, headers: { "mcp-protocol-version": "1999-01-01" } });
  expect(future.status).toBe(400);
  expect(future.body.error.message).toContain("2025-11-25");
  const _meta = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientInfo": { name: "test", version: "1" },
    "io.modelcontextprotocol/clientCapabilities": {},
  };
  const listening = await post({
    key: key.key,
    headers: { "mcp-protocol-version": "2026-07-28", "mcp-method": "subscriptions/listen" },
    body: messageOf("subscriptions/listen", { notifications: { toolsListChanged: true }, _meta }),
  });
  expect(listening.body.error.code).toBe(-32603);
});

test("a call that wants no answer is not made", async () => {
  const { id: _, ...silent } = toolCall("bins_create", { name: "Unanswered" });
  expect((await post({ key: key.key, body: silent })).status).toBe(202);
  expect((await anna.ask("GET", "bins?q=Unanswered")).body.data).toEqual([]);
});

test("K26: a key bound to networks is used from them alone", async () => {
  const bound = await anna.key(["bins:read"], { allowed_cidrs: ["192.0.2.0/24"] });
  expect((await post({ key: bound.key, ip: "192.0.2.7" })).status).toBe(200);
  const { status, body } = await post({ key: bound.key, ip: "198.51.100.7" });
  expect([status, body.code]).toEqual([403, "ip_not_allowed"]);
});

test("what breaks on our side is told without its cause, and no log line has the key", async () => {
  await server.database.sql`alter table bins rename column color to colour`;
  const called = await post({ key: key.key, body: toolCall("bins_list") });
  const listed = await post({ key: key.key, body: messageOf("resources/list") });
  await server.database.sql`alter table bins rename column colour to color`;
  expect(called.body.result.structuredContent).toMatchObject({ code: "internal", status: 500 });
  expect(listed.body.error).toMatchObject({ code: -32603, data: { code: "internal" } });
  for (const { text } of [called, listed]) expect(text).not.toContain("colo");
  expect(written).toContain("does not exist");
  await post({ key: key.key, body: toolCall(key.key, { key: key.key }) });
  expect(written).not.toContain(key.key);
});
