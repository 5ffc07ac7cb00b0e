import { createServer, type Server } from "node:http";
import { createOpenApiNodeHttpHandler } from "trpc-to-openapi";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Call } from "../../gate/call.ts";
import { queryOf } from "../../testing/ask-every-way.ts";
import { idOfNouns, leastInput } from "../../testing/least-input.ts";
import { type Person, startTestServer, type TestKey, type TestServer } from "../../testing/test-server.ts";
import { procedureList } from "../../trpc/procedure-list.ts";
import { appRouter } from "../../trpc/router.ts";

// For valid calls our routes answer what trpc-to-openapi's own handler answers; elsewhere we differ on purpose
// (docs/decisions/0003). The library marks the schemas it serves as coercing, so no other test may get to see them.

let server: TestServer;
let anna: Person;
let key: TestKey;
let library: Server;
let origin: string;

beforeAll(async () => {
  const at = Date.now();
  server = await startTestServer({ now: () => at }); // some answers tell the time
  anna = await server.signUp("Anna");
  key = await anna.key(undefined);
  const handler = createOpenApiNodeHttpHandler({
    router: appRouter,
    createContext: ({ req }: { req: import("node:http").IncomingMessage }) => {
      const call: Call = {
        endpoint: "the library",
        writes: false,
        admitted: null,
        exchange: {
          request_id: "differential",
          method: req.method ?? "GET",
          url: req.url ?? "/",
          headers: req.headers,
          ip: "127.0.0.1",
          user_agent: null,
          arrived_at: Date.now(),
          setHeader: () => undefined,
          key: null,
          caller: null,
        },
      };
      return { deps: server.deps, call };
    },
  });
  library = createServer((req, res) => void handler(req, res));
  await new Promise<void>((resolve) => library.listen(0, "127.0.0.1", resolve));
  const address = library.address();
  if (address === null || typeof address === "string") throw new Error("not listening");
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(async () => {
  library.close();
  await server.close();
  vi.resetModules(); // the files that this worker runs next load schemas that are as they were
});

test("valid reads of every list and every object are the same, byte for byte", async () => {
  const location = (await anna.ask("POST", "locations", { body: { name: "Shelf" } })).body;
  const bin = (
    await anna.ask("POST", "bins", { body: { name: "Box", location_id: location.id, tags: ["a"] } })
  ).body;
  const item = (await anna.ask("POST", "items", { body: { name: "Nut", bin_id: bin.id, quantity: 2.5 } }))
    .body;
  const ids: Record<string, string> = {
    locations: location.id,
    bins: bin.id,
    items: item.id,
    "api-keys": key.id,
  };
  const reads = procedureList(appRouter).filter(
    ({ rest, access, file }) =>
      rest?.method === "GET" &&
      file === null &&
      (access.kind === "scope" || access.kind === "any_credential") &&
      (!rest.path.includes("{") || (rest.path.split("/")[1] ?? "") in ids),
  );
  expect(reads.length).toBeGreaterThanOrEqual(9);
  for (const entry of reads) {
    const { rest } = entry;
    const noun = rest?.path.split("/")[1] ?? "";
    const path = rest?.path.replace("{id}", ids[noun] ?? "");
    const isList = rest?.path === `/${noun}` && "limit" in entry.fields;
    const query = queryOf(entry, { ...leastInput(entry, idOfNouns(ids)), ...(isList && { limit: 10 }) });
    // Signed in: a key's own reads would be counted between the two, and seen in the second.
    const ours = await anna.ask("GET", `/api/v1${path}${query}`);
    const theirs = await fetch(`${origin}${path}${query}`, { headers: { cookie: anna.cookie } });
    expect(theirs.status, path).toBe(ours.status);
    expect(await theirs.text(), path).toBe(ours.text);
  }
});
