import { createTRPCClient, httpBatchLink, httpLink, TRPCClientError } from "@trpc/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestKey, type TestServer } from "../../testing/test-server.ts";
import type { AppRouter } from "../../trpc/router.ts";

let server: TestServer;
let origin: string;
let anna: Person;
let key: TestKey;

beforeAll(async () => {
  server = await startTestServer();
  origin = await server.listen();
  anna = await server.signUp("Anna");
  key = await anna.key(["bins:read", "bins:write", "items:read"]);
});
afterAll(() => server.close());

const clientOf = (secret: string, link: typeof httpBatchLink | typeof httpLink = httpBatchLink) =>
  createTRPCClient<AppRouter>({
    links: [link({ url: `${origin}/trpc`, headers: { authorization: `Bearer ${secret}` } })],
  });

test("tRPC's own client works, batched and not, with the same answers as REST", async () => {
  for (const link of [httpBatchLink, httpLink]) {
    const client = clientOf(key.key, link);
    const made = await client.bins.create.mutate({ name: "Made by tRPC" });
    expect(await client.bins.get.query({ id: made.id })).toEqual(made);
    expect((await key.ask("GET", `bins/${made.id}`)).body).toEqual(made);
  }
});

test("an error carries the problem body of REST", async () => {
  const client = clientOf(key.key);
  const error = await client.items.create.mutate({ name: "x" }).catch((thrown: unknown) => thrown);
  if (!(error instanceof TRPCClientError)) throw new Error("the call is refused");
  expect(error.data).toMatchObject({
    code: "FORBIDDEN",
    httpStatus: 403,
    problem: { code: "insufficient_scope", missing_scopes: ["items:write"] },
  });
  expect(error.data.problem.request_id).toBe(error.data.problem.instance.replace("urn:request:", ""));
});

test("each call of a batch is answered for itself and counted for itself", async () => {
  const counted = await anna.key(["bins:read"]);
  const paths = "bins.list,bins.get,items.list,nowhere.at_all,bins.create";
  const input = JSON.stringify({ 1: { id: "bin_missing" } });
  const before = await counted.ask("GET", "bins");
  const answer = await server.ask("GET", `/trpc/${paths}?batch=1&input=${encodeURIComponent(input)}`, {
    key: counted.key,
  });
  expect(answer.status).toBe(207);
  expect(answer.body[0].result.data).toMatchObject({ next_cursor: null });
  const codes = answer.body
    .slice(1)
    .map((one: { error: { data: { problem: { code: string } } } }) => one.error.data.problem.code);
  expect(codes).toEqual(["not_found", "insufficient_scope", "unknown_route", "method_not_allowed"]);
  const left = Number(answer.headers["x-ratelimit-remaining"]);
  expect(left).toBe(Number(before.headers["x-ratelimit-remaining"]) - 3);
});

test("a stranger's batch is refused before its body is read", async () => {
  const answer = await server.ask("POST", "/trpc/bins.create,bins.create?batch=1", {
    raw: "x".repeat(2_000_000),
  });
  expect(answer.status).toBe(401);
  expect(answer.body).toHaveLength(2);
  expect(answer.body[0].error.data.problem.code).toBe("missing_credentials");
});

test("malformed JSON, in the body or the query, is 400", async () => {
  const body = await server.ask("POST", "/trpc/bins.create", { key: key.key, raw: "{" });
  expect([body.status, body.body.code]).toEqual([400, "malformed_json"]);
  const query = await server.ask("GET", "/trpc/bins.list?input=%7B", { key: key.key });
  expect(query.status).toBe(400);
});

test("more than a hundred calls in one batch are refused", async () => {
  const paths = Array.from({ length: 101 }, () => "bins.list").join(",");
  const answer = await server.ask("GET", `/trpc/${paths}?batch=1`, { key: key.key });
  expect(answer.status).toBe(422);
});

test("an unexpected failure tells nothing of its cause", async () => {
  const broken = await startTestServer();
  const bob = await broken.signUp("Bob");
  await broken.database.sql`alter table bins rename column color to colour`;
  for (const path of ["/api/v1/bins", "/trpc/bins.list"]) {
    const answer = await bob.ask("GET", path);
    expect(answer.status).toBe(500);
    expect(answer.text).toContain("internal");
    expect(answer.text).not.toMatch(/color|select|column/);
  }
  await broken.close();
});
