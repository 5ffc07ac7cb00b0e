import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

test("a bulk that deletes bins needs the scope for that, and without it does nothing at all", async () => {
  const made = (await anna.ask("POST", "bins", { body: { name: "Box" } })).body;
  const writer = await anna.key(["bins:read", "bins:write"]);
  const operations = [
    { op: "update", id: made.id, data: { name: "Crate" } },
    { op: "delete", id: made.id },
  ];
  const refused = await writer.ask("POST", "bins/bulk", { body: { operations } });
  expect([refused.status, refused.body.missing_scopes]).toEqual([403, ["bins:delete"]]);
  expect((await anna.ask("GET", `bins/${made.id}`)).body).toEqual(made);
});
