import { readFileSync } from "node:fs";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { PROBLEMS, type ProblemCode } from "@stowage/contract/problems";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../testing/test-server.ts";
import { type ProcedureEntry, procedureList } from "../../trpc/procedure-list.ts";
import { appRouter } from "../../trpc/router.ts";

interface Named {
  $ref?: string;
  name: string;
  in: string;
  description?: string;
  schema: Record<string, unknown> & { description?: string };
}
interface Operation {
  operationId: string;
  summary: string;
  description: string;
  security: unknown[];
  tags: string[];
  parameters?: Named[];
  requestBody?: {
    required: boolean;
    content: Record<string, { schema: Record<string, unknown> & { $ref?: string } }>;
  };
  responses: Record<string, { $ref?: string; content?: object; headers?: object; description?: string }>;
  "x-required-scopes"?: string[];
  "x-session-only"?: boolean;
  "x-any-credential"?: boolean;
  "x-problem-codes": ProblemCode[];
}

const OPERATION_IDS = new URL("../../../../../docs/operation-ids.txt", import.meta.url);
const entries = procedureList(appRouter);

let server: TestServer;
let text: string;
// biome-ignore lint/suspicious/noExplicitAny: the document is walked member by member below
let document: any;

beforeAll(async () => {
  server = await startTestServer();
  const answer = await server.ask("GET", "openapi.json");
  text = answer.text;
  document = answer.body;
});
afterAll(() => server.close());

const operationOf = ({ rest }: ProcedureEntry): Operation =>
  document.paths[rest?.path ?? ""]?.[rest?.method.toLowerCase() ?? ""];

/** What a reference stands for; anything else is itself. */
function resolved<Part extends { $ref?: string }>(part: Part): Part {
  const [, kind = "", name = ""] = /^#\/components\/(\w+)\/([\w.-]+)$/.exec(part.$ref ?? "") ?? [];
  return part.$ref === undefined ? part : document.components[kind][name];
}

const parametersOf = (entry: ProcedureEntry) => (operationOf(entry).parameters ?? []).map(resolved);

test("the document is what a linter asks for of OpenAPI 3.1, and every example is of its schema", async () => {
  const config = await createConfig({ extends: ["recommended"] }); // none of its rules is off
  const found = await lintFromString({ source: text, absoluteRef: "openapi.json", config });
  expect(
    found.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`),
  ).toEqual([]);
  expect(document.openapi).toBe("3.1.0");
});

test("it is served at its address and its aliases, for anybody", async () => {
  expect(document.servers).toEqual([{ url: "http://stowage.test/api/v1" }]);
  expect((await server.ask("GET", "/v1/openapi.json")).body).toEqual(document);
});

test("document and routes agree, operation by operation", () => {
  const documented = Object.entries<Record<string, Operation>>(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const served = entries.map(({ rest }) => `${rest?.method} ${rest?.path}`);
  expect(documented.sort()).toEqual(served.sort());
});

test("each operation says who may call it, in exactly one way", () => {
  for (const entry of entries) {
    const operation = operationOf(entry);
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

test("each operation has a name, words, a tag and its status of success, and a problem for each of its codes", () => {
  const tags = document.tags.map(({ name }: { name: string }) => name);
  for (const entry of entries) {
    const operation = operationOf(entry);
    expect(operation.summary).toBe(entry.rest?.summary);
    expect(operation.description, entry.path).toMatch(/\S/);
    expect(tags).toContain(operation.tags[0]);
    const statuses = Object.keys(operation.responses);
    expect(statuses.filter((status) => status.startsWith("2"))).toEqual([String(entry.rest?.status)]);
    const refusals = statuses.filter((one) => !one.startsWith("2") && one !== "304");
    const ofCodes = operation["x-problem-codes"].map((code) => String(PROBLEMS[code].status));
    expect(refusals, entry.path).toEqual([...new Set(ofCodes)]);
    for (const status of refusals) {
      const response = operation.responses[status] ?? {};
      expect(resolved(response).content).toHaveProperty(["application/problem+json"]);
      const words = response.description ?? resolved(response).description;
      for (const code of operation["x-problem-codes"])
        if (String(PROBLEMS[code].status) === status) expect(words, entry.path).toContain(`\`${code}\``);
    }
  }
});

test("every way to fail at the gate is told of what is behind it", () => {
  for (const entry of entries) {
    const codes = operationOf(entry)["x-problem-codes"];
    if (entry.access.kind === "open") expect(codes, entry.path).not.toContain("missing_credentials");
    else
      for (const code of ["key_rotated", "ip_not_allowed", "auth_throttled", "rate_limited"] as const)
        expect(codes, entry.path).toContain(code);
    if (entry.path === "bins.get") expect(codes).toContain("environment_mismatch");
  }
});

test("every operation id that was ever written down is still there: clients are generated from them", () => {
  const ids = entries.map((entry) => operationOf(entry).operationId);
  for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z]+$/);
  const promised = readFileSync(OPERATION_IDS, "utf8").split("\n").filter(Boolean);
  const broken = promised
    .filter((id) => !ids.includes(id))
    .map(
      (id) =>
        `${id} is gone, so generated clients that call it break: give the operation its id back in operation-id.ts, ` +
        "or take it out of docs/operation-ids.txt and say so in the changelog",
    );
  expect(broken).toEqual([]);
  for (const id of ["listBins", "getBin", "createApiKey", "adjustItem", "signUp", "getWhoami", "getDelivery"])
    expect(ids).toContain(id);
});

test("every component is ours and is used, and parameters keep their descriptions", () => {
  for (const [kind, components] of Object.entries<object>(document.components))
    for (const name of Object.keys(components))
      if (kind !== "securitySchemes") expect(text).toContain(`"#/components/${kind}/${name}"`);
  for (const name of Object.keys(document.components.schemas)) expect(name).toMatch(/^[A-Z][A-Za-z]+$/);
  const list = entries.filter(({ path }) => path === "bins.list").flatMap(parametersOf);
  expect(list.find(({ name }) => name === "cursor")?.schema.description).toContain("next_cursor");
});

test("every operation documents the headers that it takes, and no others", () => {
  for (const entry of entries) {
    const headers = parametersOf(entry).filter((one) => one.in === "header");
    const { responses } = operationOf(entry);
    const isRead = entry.rest?.method === "GET";
    const isRepeatable = entry.rest?.method === "POST" && entry.access.kind !== "open";
    expect(
      headers.map(({ name }) => name),
      entry.path,
    ).toEqual([
      ...("if_version" in entry.fields ? ["If-Match"] : []),
      ...(isRead && responses["304"] ? ["If-None-Match"] : []),
      ...(entry.file?.includes("text/event-stream") ? ["Last-Event-ID"] : []),
      ...(isRepeatable ? ["Idempotency-Key"] : []),
    ]);
    expect("304" in responses, entry.path).toBe(
      isRead && !entry.unversioned && "ETag" in (responses["200"]?.headers ?? {}),
    );
  }
});

test("files are answered and taken under their own media types", () => {
  for (const entry of entries) {
    const operation = operationOf(entry);
    const answered = operation.responses[String(entry.rest?.status)]?.content ?? {};
    expect(Object.keys(answered), entry.path).toEqual(entry.file ?? ["application/json"]);
    if (!entry.upload) continue;
    const taken = Object.keys(operation.requestBody?.content ?? {});
    expect(taken).toEqual(["application/json", ...Object.keys(entry.upload)]);
  }
});

test("a body is asked for where one is needed, and says that it takes no other fields", () => {
  const bodyOf = (path: string) =>
    entries.filter((entry) => entry.path === path).map((entry) => operationOf(entry).requestBody)[0];
  expect(bodyOf("bins.create")?.required).toBe(true);
  expect(bodyOf("bins.update")?.required).toBe(true);
  expect(bodyOf("apiKeys.rotate")?.required).toBe(false);
  for (const entry of entries) {
    const schema = operationOf(entry).requestBody?.content["application/json"]?.schema;
    if (schema) expect(resolved(schema).additionalProperties, entry.path).toBe(false);
  }
});

test("a body is called as its operation, and a client finds it by that name", () => {
  for (const entry of entries) {
    const { operationId, requestBody } = operationOf(entry);
    const schema = requestBody?.content["application/json"]?.schema;
    const name = operationId.charAt(0).toUpperCase() + operationId.slice(1);
    if (schema) expect(schema.$ref).toBe(`#/components/schemas/${name}`);
  }
  expect(document.components.schemas).toHaveProperty("CreateBin");
});

test("every shape and every parameter says what it is, and no bound is one that JavaScript makes", () => {
  for (const [name, { description }] of Object.entries<{ description?: string }>(document.components.schemas))
    expect(description, `say above ${name} in packages/contract what it is`).toMatch(/\S/);
  for (const entry of entries)
    for (const parameter of parametersOf(entry))
      expect(
        parameter.description ?? parameter.schema.description,
        `say what \`${parameter.name}\` of ${entry.path} means: .describe("…") in packages/contract`,
      ).toMatch(/\S/);
  expect(text).not.toContain(String(Number.MAX_SAFE_INTEGER));
});

test("lists that take commas say so, and custom fields can be filtered by", () => {
  const [list] = entries.filter(({ path }) => path === "items.list").map(parametersOf);
  const parameter = (name: string) => list?.find((one) => one.name === name);
  for (const name of ["fields", "include"]) {
    expect(parameter(name)).toMatchObject({ style: "form", explode: false, schema: { type: "array" } });
    expect(parameter(name)?.schema).not.toHaveProperty("commas");
  }
  expect(parameter("tag")).not.toHaveProperty("explode");
  expect(parameter("custom.<key>")?.in).toBe("query");
});
