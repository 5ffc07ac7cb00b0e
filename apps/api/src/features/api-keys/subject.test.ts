import { afterAll, beforeAll, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { type Person, startTestServer, type TestKey, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;
let viewer: Person;
let theirs: TestKey;
let annas: TestKey;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  viewer = await addMember(server, anna, "Vera", "viewer");
  theirs = await anna.key(["bins:read"], { acts_as: viewer.user_id });
  annas = await anna.key(["bins:read"]);
});
afterAll(() => server.close());

test("K24: a viewer sees the keys that act as them, with their use and log, and no others", async () => {
  const { data } = (await viewer.ask("GET", "api-keys")).body;
  expect(data.map(({ id }: { id: string }) => id)).toEqual([theirs.id]);
  for (const path of ["", "/usage", "/events"]) {
    expect((await viewer.ask("GET", `api-keys/${theirs.id}${path}`)).status).toBe(200);
    expect((await viewer.ask("GET", `api-keys/${annas.id}${path}`)).status).toBe(404);
  }
});

test("K24: a viewer changes no key, rotates none and makes none", async () => {
  const tries = [
    await viewer.ask("PATCH", `api-keys/${theirs.id}`, { body: { name: "Mine" } }),
    await viewer.ask("POST", `api-keys/${theirs.id}/rotate`),
    await viewer.ask("POST", "api-keys", { body: { name: "Mine" } }),
  ];
  expect(tries.map(({ body }) => body.code)).toEqual(tries.map(() => "role_forbidden"));
});

test("K24: a viewer stops a key that acts as them, and none of anybody else's", async () => {
  expect((await viewer.ask("DELETE", `api-keys/${annas.id}`)).status).toBe(404);
  expect((await annas.ask("GET", "bins")).status).toBe(200);
  expect((await viewer.ask("DELETE", `api-keys/${theirs.id}`)).status).toBe(200);
  expect((await theirs.ask("GET", "bins")).body.code).toBe("key_revoked");
});
