import { validate } from "@readme/openapi-parser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../testing/test-server.ts";
import { procedureList } from "../../trpc/procedure-list.ts";
import { appRouter } from "../../trpc/router.ts";

interface Operation {
  operationId: string;
  summary: string;
  security: unknown[];
  responses: Record<string, { content?: Record<string, unknown> }>;
  "x-required-scopes"?: string[];
}

let server: TestServer;
// biome-ignore lint/suspicious/noExplicitAny: the document is walked member by member below
let document: any;

beforeAll(async () => {
  server = await startTestServer();
  document = (await server.ask("GET", "openapi.json")).body;
});
afterAll(() => server.close());

test("the document is valid OpenAPI 3.1, at its address and its aliases, for anybody", async () => {
  expect(document.openapi).toBe("3.1.0");
  expect(document.servers).toEqual([{ url: "http://stowage.test/api/v1" }]);
  expect(await validate(structuredClone(document))).toMatchObject({ valid: true });
  expect((await server.ask("GET", "/v1/openapi.json")).body).toEqual(document);
});

test("document and routes agree, operation by operation", () => {
  const documented = Object.entries<Record<string, Operation>>(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const served = procedureList(appRouter).map(({ rest }) => `${rest?.method} ${rest?.path}`);
  expect(documented.sort()).toEqual(served.sort());
});

test("each operation says who may call it, in exactly one way", () => {
  for (const entry of procedureList(appRouter)) {
    const operation = document.paths[entry.rest?.path ?? ""][entry.rest?.method.toLowerCase() ?? ""];
    const ways = [
      operation["x-required-scopes"] !== undefined,
      operation["x-session-only"] === true,
      operation["x-any-credential"] === true,
      operation.security.length === 0,
    ];
    expect(ways.filter(Boolean), entry.path).toHaveLength(1);
    if (entry.access.kind === "scope") expect(operation["x-required-scopes"]).toEqual(entry.access.scopes);
  }
});

test("each operation has a name, a summary, its status of success and problem bodies for the rest", () => {
  for (const entry of procedureList(appRouter)) {
    const operation: Operation =
      document.paths[entry.rest?.path ?? ""][entry.rest?.method.toLowerCase() ?? ""];
    expect(operation.operationId).toMatch(/^[a-z][A-Za-z]+$/);
    expect(operation.summary).toBe(entry.rest?.summary);
    const statuses = Object.keys(operation.responses);
    expect(statuses.filter((status) => status.startsWith("2"))).toEqual([String(entry.rest?.status)]);
    expect(statuses).toContain("500");
    for (const status of statuses.filter((one) => !one.startsWith("2") && one !== "304"))
      expect(operation.responses[status]?.content).toHaveProperty(["application/problem+json"]);
  }
});

test("every schema is one of ours and is used, and parameters keep their descriptions", () => {
  const text = JSON.stringify(document);
  for (const name of Object.keys(document.components.schemas)) {
    expect(name).toMatch(/^[A-Z][A-Za-z]+$/);
    expect(text).toContain(`#/components/schemas/${name}"`);
  }
  const cursor = document.paths["/bins"].get.parameters.find(
    (one: { name: string }) => one.name === "cursor",
  );
  expect(cursor.schema.description).toContain("next_cursor");
});

test("every operation documents the headers that it takes, and no others", () => {
  for (const entry of procedureList(appRouter)) {
    const operation = document.paths[entry.rest?.path ?? ""][entry.rest?.method.toLowerCase() ?? ""];
    const headers = (operation.parameters ?? []).filter((one: { in: string }) => one.in === "header");
    const isRead = entry.rest?.method === "GET";
    const isRepeatable = entry.rest?.method === "POST" && entry.access.kind !== "open";
    expect(
      headers.map((one: { name: string }) => one.name),
      entry.path,
    ).toEqual([
      ...("if_version" in entry.fields ? ["If-Match"] : []),
      ...(isRead && operation.responses["304"] ? ["If-None-Match"] : []),
      ...(entry.file?.includes("text/event-stream") ? ["Last-Event-ID"] : []),
      ...(isRepeatable ? ["Idempotency-Key"] : []),
    ]);
    expect("304" in operation.responses, entry.path).toBe(
      isRead && !entry.unversioned && "ETag" in operation.responses["200"].headers,
    );
  }
});

test("lists that take commas say so, and custom fields can be filtered by", () => {
  const parameter = (name: string) =>
    document.paths["/items"].get.parameters.find((one: { name: string }) => one.name === name);
  for (const name of ["fields", "include"]) {
    expect(parameter(name)).toMatchObject({ style: "form", explode: false, schema: { type: "array" } });
    expect(parameter(name).schema).not.toHaveProperty("commas");
  }
  expect(parameter("tag")).not.toHaveProperty("explode");
  expect(parameter("custom.<key>").in).toBe("query");
});

test("operation ids read as their nouns do", () => {
  const ids = procedureList(appRouter).map(
    ({ rest }) => document.paths[rest?.path ?? ""][rest?.method.toLowerCase() ?? ""].operationId,
  );
  for (const id of [
    "listBins",
    "getBin",
    "createApiKey",
    "revokeApiKey",
    "adjustItem",
    "signUp",
    "getWhoami",
  ])
    expect(ids).toContain(id);
});
