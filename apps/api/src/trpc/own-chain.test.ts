import { afterAll, beforeAll, expect, test } from "vitest";
import type { Call } from "../gate/call.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";
import { appRouter } from "./router.ts";

// Our surfaces call procedures by `invoke`. Whoever mounts the router by tRPC itself must meet the same gate (ADR 0022).

let server: TestServer;
let anna: Person;
beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

function callWith(headers: Record<string, string>) {
  const call: Call = {
    exchange: {
      request_id: "request-of-a-test",
      method: "GET",
      url: "/trpc/bins.list",
      headers,
      ip: "127.0.0.1",
      user_agent: null,
      arrived_at: 0,
      setHeader: () => {},
      key: null,
      caller: null,
    },
    endpoint: "trpc bins.list",
    writes: false,
    admitted: null,
  };
  return appRouter.createCaller({ deps: server.deps, call });
}

test("by tRPC's own chain a call passes the same gate, is parsed, and answers the same", async () => {
  await anna.ask("POST", "bins", { body: { name: "Red box" } });
  const key = await anna.key(["bins:read"]);
  await expect(callWith({}).bins.list({})).rejects.toMatchObject({ problem: "missing_credentials" });
  const known = { authorization: `Bearer ${key.key}` };
  await expect(callWith(known).bins.create({ name: "Blue box" })).rejects.toMatchObject({
    problem: "insufficient_scope",
  });
  await expect(callWith(known).bins.list({ limit: 0 })).rejects.toThrow();
  const trimmed = await callWith(known).bins.list({ fields: ["name"] });
  expect(trimmed.data).toEqual([{ id: expect.stringMatching(/^bin_/), name: "Red box" }]);
  const rest = (await key.ask("GET", "bins")).body;
  expect(await callWith(known).bins.list({})).toEqual(rest);
});
