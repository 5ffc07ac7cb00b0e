import { ALL_SCOPES } from "@stowage/contract/scopes";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

const codeOf = async (key: string) => (await server.ask("GET", "whoami", { key })).body.code;

test.each(ALL_SCOPES)("K43: a key whose only scope is %s ends itself, on REST and tRPC", async (scope) => {
  for (const way of ["REST", "tRPC"]) {
    const { id, key } = await anna.key([scope]);
    const answer =
      way === "REST"
        ? await server.ask("DELETE", "api-keys/current", { key })
        : await server.ask("POST", "/trpc/apiKeys.revokeCurrent", { key });
    expect(answer.status, answer.text).toBe(200);
    const receipt = way === "REST" ? answer.body : answer.body.result.data;
    expect(receipt).toEqual({ id, revoked_at: expect.any(String) });
    expect(await codeOf(key)).toBe("key_revoked");
  }
});

test("K43: a disabled key does nothing, not even end itself", async () => {
  const { id, key } = await anna.key(["bins:read"]);
  await anna.ask("PATCH", `api-keys/${id}`, { body: { active: false } });
  const refused = await server.ask("DELETE", "api-keys/current", { key });
  expect([refused.status, refused.body.code]).toEqual([401, "key_disabled"]);
  expect((await anna.ask("GET", `api-keys/${id}`)).body.status).toBe("disabled");
});

test("K40, K42: revoking a key that is being rotated ends both of its secrets", async () => {
  for (const body of [{ grace_seconds: 600 }, { activate: "first_use" }]) {
    const { id, key } = await anna.key(["bins:read"]);
    const fresh = (await anna.ask("POST", `api-keys/${id}/rotate`, { body })).body.key;
    expect(await codeOf(key)).toBeUndefined();
    await anna.ask("DELETE", `api-keys/${id}`);
    expect([await codeOf(key), await codeOf(fresh)]).toEqual(["key_revoked", "key_revoked"]);
    expect((await anna.ask("GET", `api-keys/${id}`)).body.status).toBe("revoked");
  }
});

test("K43: with the old secret of a rotation a key ends itself as a whole", async () => {
  const { id, key } = await anna.key(["bins:read"]);
  const body = { grace_seconds: 600 };
  const fresh = (await anna.ask("POST", `api-keys/${id}/rotate`, { body })).body.key;
  expect((await server.ask("DELETE", "api-keys/current", { key })).status).toBe(200);
  expect(await codeOf(fresh)).toBe("key_revoked");
});
