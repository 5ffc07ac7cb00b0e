import { ALL_SCOPES, type Scope } from "@stowage/contract/scopes";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operationIdOf } from "../surfaces/docs/operation-id.ts";
import { type Person, startTestServer, type TestKey, type TestServer } from "../testing/test-server.ts";
import { type ProcedureEntry, procedureList } from "./procedure-list.ts";
import { appRouter } from "./router.ts";

// Every procedure there is, walked: nothing below is a list that somebody could forget to extend.
const procedures = procedureList(appRouter);
const scopedOnes = procedures.filter(
  ({ access }) => access.kind === "scope" || access.kind === "any_credential",
);

/** A body that passes for each noun that can be created by its name alone. */
const NAMED = { name: "Made by the contract test" };

let server: TestServer;
let anna: Person;
let stranger: Person;
let everything: TestKey;
let testEverything: TestKey;
const idOf = new Map<string, string>();

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  stranger = await server.signUp("Stranger");
  everything = await anna.key(["admin:*"]);
  testEverything = await anna.key(["admin:*"], { environment: "test" });
  for (const { rest } of procedures) {
    const noun = nounOf(rest?.path ?? "");
    if (rest?.method === "POST" && rest.path === `/${noun}`) await makeAnew(noun);
  }
});
afterAll(() => server.close());

async function makeAnew(noun: string): Promise<void> {
  const made = await anna.ask("POST", noun, { body: NAMED });
  expect(made.status, made.text).toBe(201);
  idOf.set(noun, made.body.id);
}

const nounOf = (path: string) => path.split("/")[1] ?? "";
const concrete = (path: string) => path.replace("{id}", idOf.get(nounOf(path)) ?? "missing");

describe.each(procedures.map((entry) => [entry.path, entry] as const))("%s", (_path, entry) => {
  test("declares who may call it, a REST route with a summary, and what it gives", () => {
    expect(entry.access.kind).toMatch(/^(scope|any_credential|session|open)$/);
    expect(entry.rest).not.toBeNull();
    expect(entry.rest?.summary).toMatch(/^[A-Z].*[^.]$/);
    expect(entry.output).not.toBeNull();
    expect(entry.rest?.method === "GET").toBe(entry.type === "query");
  });
});

test("routes and operation ids are unique, and no path shadows another", () => {
  const routes = procedures.map(({ rest }) => `${rest?.method} ${rest?.path.replace(/\{\w+\}/g, "{}")}`);
  expect(new Set(routes).size).toBe(routes.length);
  const operations = procedures.map(({ path }) => operationIdOf(path));
  expect(new Set(operations).size).toBe(operations.length);
});

describe.each(scopedOnes.map((entry) => [entry.path, entry] as const))("the gate of %s", (_path, entry) => {
  const call = (credentials: { key?: string; cookie?: string }) => ask(entry, credentials);

  test("refuses an anonymous caller, on REST and tRPC", async () => {
    expect(await codesOf(entry, {})).toEqual(["missing_credentials", "missing_credentials"]);
  });

  test("refuses a revoked key, on REST and tRPC", async () => {
    const key = await anna.key(["admin:*"]);
    await anna.ask("DELETE", `api-keys/${key.id}`);
    expect(await codesOf(entry, { key: key.key })).toEqual(["key_revoked", "key_revoked"]);
  });

  const { access } = entry;
  if (access.kind !== "scope") return;

  test("K23: refuses a key with every scope but its own, on REST and tRPC", async () => {
    const others = ALL_SCOPES.filter(
      (scope): scope is Scope => scope !== access.scope && scope !== "admin:*",
    );
    const key = await anna.key(others);
    expect(await codesOf(entry, { key: key.key })).toEqual([access.lacking, access.lacking]);
  });

  test("K23: lets in a key with its scope alone", async () => {
    const key = await anna.key([access.scope]);
    const answer = await call({ key: key.key });
    expect([401, 403, 429, 500, 503]).not.toContain(answer.status);
    if (entry.rest?.method === "DELETE") await makeAnew(nounOf(entry.rest.path));
  });

  if (!entry.rest?.path.includes("{id}")) return;

  test("another organization's id is 404, never 403, and stays as it was", async () => {
    const answer = await call({ cookie: stranger.cookie });
    expect([answer.status, answer.body.code]).toEqual([404, "not_found"]);
    expect(
      (await everything.ask("GET", concrete(`/api/v1/${nounOf(entry.rest?.path ?? "")}/{id}`))).status,
    ).not.toBe(500);
  });

  if (nounOf(entry.rest.path) === "api-keys") return; // keys of both environments are managed together

  test("K25: an id of the other environment is 404", async () => {
    const answer = await call({ key: testEverything.key });
    expect([answer.status, answer.body.code]).toEqual([404, "not_found"]);
  });
});

const forPeople = procedures.filter(({ access }) => access.kind === "session");

describe.each(forPeople.map((entry) => [entry.path, entry] as const))("the gate of %s", (_path, entry) => {
  test("refuses strangers, and keys whatever their scopes, on REST and tRPC", async () => {
    expect(await codesOf(entry, {})).toEqual(["missing_credentials", "missing_credentials"]);
    expect(await codesOf(entry, { key: everything.key })).toEqual(["session_required", "session_required"]);
  });
});

test("every thing that the tests above asked for is still there", async () => {
  expect(idOf.size).toBeGreaterThanOrEqual(4);
  for (const [noun, id] of idOf)
    expect((await everything.ask("GET", `${noun}/${id}`)).status, noun).toBe(200);
});

/** The least input that passes validation where it must, so that a refusal comes from the gate or the tenant filter. */
function inputOf(entry: ProcedureEntry): Record<string, unknown> {
  const id = idOf.get(nounOf(entry.rest?.path ?? "")) ?? "missing";
  return {
    ...("id" in entry.fields && { id }),
    ...("name" in entry.fields && NAMED),
    ...("delta" in entry.fields && { delta: 1 }),
  };
}

function ask(entry: ProcedureEntry, credentials: { key?: string; cookie?: string }) {
  if (!entry.rest) throw new Error(`${entry.path} has no route`);
  const { id: _id, ...fields } = inputOf(entry);
  const body = entry.rest.method === "POST" || entry.rest.method === "PATCH" ? { body: fields } : {};
  return server.ask(entry.rest.method, `/api/v1${concrete(entry.rest.path)}`, { ...credentials, ...body });
}

async function codesOf(entry: ProcedureEntry, credentials: { key?: string }): Promise<string[]> {
  const viaRest = await ask(entry, credentials);
  const input = encodeURIComponent(JSON.stringify(inputOf(entry)));
  const viaTrpc =
    entry.type === "query"
      ? await server.ask("GET", `/trpc/${entry.path}?input=${input}`, credentials)
      : await server.ask("POST", `/trpc/${entry.path}`, { ...credentials, body: inputOf(entry) });
  expect(viaTrpc.status).toBe(viaRest.status);
  return [viaRest.body.code, viaTrpc.body.error.data.problem.code];
}
