import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { mcpClient, toolCall } from "../../testing/mcp-client.ts";
import { type Person, startTestServer, type TestKey, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let origin: string;
let anna: Person;
let full: TestKey;
let assistant: Client;

beforeAll(async () => {
  server = await startTestServer();
  origin = await server.listen();
  anna = await server.signUp("Anna");
  full = await anna.key(["admin:*"]);
  assistant = await mcpClient(origin, full.key);
});
afterAll(async () => {
  await assistant.close();
  await server.close();
});

const namesFor = async (client: Client) => (await client.listTools()).tools.map(({ name }) => name);

/** A problem without what differs between two requests. */
function occurrence(problem: unknown) {
  const { request_id: _, instance: __, errors, ...rest } = problem as Record<string, unknown>; // a problem, as is asserted
  return {
    ...rest,
    errors: (errors as { location: string }[] | undefined)?.map(({ location: ___, ...fault }) => fault),
  };
}

test("tools are listed as far as the key's scopes reach, and its person's role as it is at that moment", async () => {
  const reader = await anna.key(["bins:read"], { environment: "test" });
  const within = await namesFor(await mcpClient(origin, reader.key));
  for (const name of [
    "whoami_get",
    "rate_limit_get",
    "api_keys_explain",
    "bins_list",
    "bins_get",
    "codes_get",
  ])
    expect(within).toContain(name);
  expect(
    within.filter((name) => /^(items|locations|tasks|bins_(create|update|remove|items))/.test(name)),
  ).toEqual([]);

  const ben = await addMember(server, anna, "Ben", "member");
  const { key } = await ben.key(["items:read", "items:write"]);
  const client = await mcpClient(origin, key);
  expect(await namesFor(client)).toContain("items_adjust");
  await anna.ask("PATCH", `users/${ben.user_id}`, { body: { role: "viewer" } });
  const names = await namesFor(client);
  expect(names).toContain("items_list");
  expect(names).not.toContain("items_adjust");
});

test.each([
  ["with a handshake", true],
  ["without one", false],
] as const)("the official client lists, calls and reads, %s", async (_, earlier) => {
  const { key } = await anna.key(["bins:read", "bins:write"]);
  const client = await mcpClient(origin, key, { earlier });
  expect(client.getServerVersion()).toMatchObject({ name: "stowage", title: "Stowage" });
  expect(await namesFor(client)).toContain("bins_create"); // from here on it judges answers by their schemas
  const made = await client.callTool({
    name: "bins_create",
    arguments: { name: `Box ${earlier}`, tags: ["blue"] },
  });
  const { id } = made.structuredContent as { id: string }; // by its schema, as the client saw to
  const { body } = await anna.ask("GET", `bins/${id}`);
  expect(made.structuredContent).toEqual(body);
  expect(made.content).toEqual([{ type: "text", text: JSON.stringify(made.structuredContent) }]);
  const trimmed = await client.callTool({ name: "bins_list", arguments: { fields: ["name"], limit: 1 } });
  expect(trimmed.structuredContent).toMatchObject({ data: [{ id, name: `Box ${earlier}` }] });
  const { contents } = await client.readResource({ uri: `stowage://bins/${body.code}` });
  expect(contents).toEqual([
    { uri: `stowage://bins/${body.code}`, mimeType: "application/json", text: JSON.stringify(body) },
  ]);
  await client.close();
});

test("a refused call is a tool error with the very problem that REST answers, and words to act on", async () => {
  const reader = await anna.key(["bins:read"]);
  const client = await mcpClient(origin, reader.key);
  const inTest = await (await anna.key(["bins:read", "bins:write"], { environment: "test" })).ask(
    "POST",
    "bins",
    {
      body: { name: "Trial" },
    },
  );
  await namesFor(client);
  const cases = [
    { name: "items_list", input: {}, rest: await reader.ask("GET", "items") },
    {
      name: "bins_create",
      input: { name: 5 },
      rest: await reader.ask("POST", "bins", { body: { name: 5 } }),
    },
    { name: "bins_list", input: { limit: 0 }, rest: await reader.ask("GET", "bins?limit=0") },
    { name: "bins_list", input: { lmit: 5 }, rest: await reader.ask("GET", "bins?lmit=5") },
    { name: "bins_get", input: { id: "bin_gone" }, rest: await reader.ask("GET", "bins/bin_gone") },
    {
      name: "bins_get",
      input: { id: inTest.body.id },
      rest: await reader.ask("GET", `bins/${inTest.body.id}`),
    },
  ];
  expect(cases.map(({ rest }) => rest.body.code)).toEqual([
    "insufficient_scope",
    "insufficient_scope",
    "validation_failed",
    "unknown_field",
    "not_found",
    "environment_mismatch",
  ]);
  for (const { name, input, rest } of cases) {
    const { isError, structuredContent, content } = await client.callTool({ name, arguments: input });
    expect(isError).toBe(true);
    expect(occurrence(structuredContent)).toEqual(occurrence(rest.body));
    const [words] = content;
    expect(words).toMatchObject({
      type: "text",
      text: expect.stringContaining(rest.body.fix_url ?? rest.body.detail),
    });
    expect(JSON.stringify(content)).toContain(rest.body.code);
    expect(JSON.stringify(content)).toContain(JSON.stringify(rest.body.detail).slice(1, -1));
  }
  await client.close();
});

test("what is no tool cannot be called, whatever the key may do", async () => {
  for (const name of ["nowhere", "api_keys_create", "triggers_rotate", "auth_sign_in", "__proto__"])
    await expect(assistant.callTool({ name, arguments: {} })).rejects.toMatchObject({ code: -32602 });
});

test("K20: a revoked key is refused from the next message on, before anything of it is read", async () => {
  const key = await anna.key(["bins:read"]);
  const client = await mcpClient(origin, key.key);
  await client.callTool({ name: "bins_list" });
  await anna.ask("DELETE", `api-keys/${key.id}`);
  await expect(client.callTool({ name: "bins_list" })).rejects.toThrow("key_revoked");
  const { status, body, headers } = await key.ask("POST", "/mcp", { raw: "{not even JSON" });
  expect([status, body.code, body.key_id]).toEqual([401, "key_revoked", key.id]);
  expect(headers["www-authenticate"]).toContain('Bearer realm="api"');
});

test("K50: each message is one request of the key's limit, and over it none is read", async () => {
  const key = await anna.key(["bins:read"], { rate_limit: { per_minute: 3 } });
  const ask = (body: object) => key.ask("POST", "/mcp", { body });
  const remaining = [
    await ask({ jsonrpc: "2.0", id: 1, method: "ping" }),
    await ask(toolCall("bins_list")),
    await ask(toolCall("rate_limit_get")),
  ].map(({ headers }) => headers.ratelimit);
  expect(remaining.map((one) => /"minute";r=(\d)/.exec(String(one))?.[1])).toEqual(["2", "1", "0"]);
  const refused = await ask(toolCall("bins_list"));
  expect([refused.status, refused.body.code]).toEqual([429, "rate_limited"]);
  expect(Number(refused.headers["retry-after"])).toBe(refused.body.retry_after);
  expect((await key.ask("GET", "bins")).status).toBe(429);
});

test("K51: the key's log has each message by what it called, its scopes' use and its own outcome", async () => {
  const key = await anna.key(["bins:read"]);
  const client = await mcpClient(origin, key.key, { earlier: true });
  await client.callTool({ name: "bins_list" });
  await client.callTool({ name: "items_list" });
  await client.callTool({ name: "nowhere" }).catch(() => null);
  await client.readResource({ uri: "stowage://bins/bin_gone" }).catch(() => null);
  await client.close();
  await server.deps.meter.flush();
  const { body } = await anna.ask("GET", `api-keys/${key.id}/events`);
  const lines = body.data
    .filter(({ kind }: { kind: string }) => kind === "request")
    .map((line: Record<string, unknown>) =>
      [line.endpoint, line.status, line.code].filter(Boolean).join(" "),
    );
  expect(lines.sort()).toEqual([
    "mcp bins.get 404 not_found",
    "mcp bins.list 200",
    "mcp initialize 200",
    "mcp items.list 403 insufficient_scope",
    "mcp notifications/initialized 202",
    "mcp tools/call 404 unknown_route",
  ]);
  expect((await anna.ask("GET", `api-keys/${key.id}`)).body.advice.used_scopes).toEqual(["bins:read"]);
});

test("what an assistant changes is told with its key, and is undone like anything else", async () => {
  const call = async (name: string, input: object) => {
    const { structuredContent } = await assistant.callTool({ name, arguments: { ...input } });
    return structuredContent as Record<string, unknown>; // an object, by every tool's schema
  };
  const { id } = await call("bins_create", { name: "By an assistant" });
  const { data } = (await anna.ask("GET", `events?subject_id=${id}`)).body;
  expect(data).toMatchObject([{ type: "bin.created", api_key_id: full.id }]);
  await call("events_undo", { event_seqs: [data[0].seq] });
  expect((await anna.ask("GET", `bins/${id}`)).status).toBe(404);
});

test("bins and items are resources, page by page, as far as the scopes reach", async () => {
  const stranger = await server.signUp("Stranger");
  for (const name of ["A", "B"]) await stranger.ask("POST", "bins", { body: { name } });
  await stranger.ask("POST", "items", { body: { name: "C" } });
  const named = async (client: Client) => (await client.listResources()).resources.map(({ name }) => name);
  const { key } = await stranger.key(["bins:read", "items:read"]);
  const client = await mcpClient(origin, key);
  expect(await named(client)).toEqual(["B", "A", "C"]);
  const { resourceTemplates } = await client.listResourceTemplates();
  expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
    "stowage://bins/{id}",
    "stowage://items/{id}",
  ]);
  const onlyItems = await mcpClient(origin, (await stranger.key(["items:read"])).key);
  expect(await named(onlyItems)).toEqual(["C"]);
  expect(await named(await mcpClient(origin, (await stranger.key(["tasks:read"])).key))).toEqual([]);

  const { body } = await stranger.ask("GET", "bins?limit=1");
  const uri = `stowage://bins/${body.data[0].id}`;
  const missing = { code: -32602, data: { uri, code: "not_found", status: 404 } };
  await expect(assistant.readResource({ uri })).rejects.toMatchObject(missing);
  await expect(onlyItems.readResource({ uri })).rejects.toMatchObject({
    data: { code: "insufficient_scope" },
  });
  for (const other of ["stowage://tasks/task_1", "file:///etc/passwd", "stowage://bins/../items"])
    await expect(client.readResource({ uri: other })).rejects.toMatchObject({ code: -32602 });
});

test("two assistants at once each see their own things alone", async () => {
  const people = await Promise.all(["Carla", "Dora"].map((name) => server.signUp(name)));
  const clients = await Promise.all(
    people.map(async (person) => mcpClient(origin, (await person.key(["bins:read", "bins:write"])).key)),
  );
  await Promise.all(
    Array.from({ length: 10 }, (_, nth) =>
      clients.map((client, whose) =>
        client.callTool({ name: "bins_create", arguments: { name: `${whose} ${nth}` } }),
      ),
    ).flat(),
  );
  for (const [whose, client] of clients.entries()) {
    const { structuredContent } = await client.callTool({ name: "bins_list", arguments: { limit: 100 } });
    const names = (structuredContent as { data: { name: string }[] }).data.map(({ name }) => name); // a page of bins
    expect(names).toHaveLength(10);
    for (const name of names) expect(name).toMatch(new RegExp(`^${whose} `));
  }
});
