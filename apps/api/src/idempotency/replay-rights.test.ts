import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type Answer,
  type Person,
  startTestServer,
  type TestKey,
  type TestServer,
} from "../testing/test-server.ts";

let server: TestServer;
let anna: Person;
let count = 0;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

const make = async (noun: string, body: object): Promise<string> =>
  (await anna.ask("POST", noun, { body })).body.id;
const patch = async (key: TestKey, body: object) =>
  expect((await anna.ask("PATCH", `api-keys/${key.id}`, { body })).status).toBe(200);
const replayed = ({ headers }: Answer) => headers["idempotent-replayed"] === "true";

/** The same request again and again, under one name. */
function request(path: string, body: object) {
  const headers = { "idempotency-key": `request-${++count}` };
  return (caller: Pick<TestKey, "ask">) => caller.ask("POST", path, { headers, body });
}

test("an answer that took a scope is not told to a key that has lost it, and is when that is back", async () => {
  const id = await make("items", { name: "Nut" });
  const key = await anna.key(["items:read", "items:write", "items:delete"]);
  const ask = request("items/bulk", { operations: [{ op: "delete", id }] });
  const first = await ask(key);
  expect([first.status, first.body.succeeded]).toEqual([200, 1]);
  await patch(key, { scopes: ["items:read", "items:write"] });
  const without = await ask(key);
  expect([without.status, without.body.code, without.body.missing_scopes, replayed(without)]).toEqual([
    403,
    "insufficient_scope",
    ["items:delete"],
    false,
  ]);
  await patch(key, { scopes: ["items:read", "items:write", "items:delete"] });
  const again = await ask(key);
  expect([again.text, replayed(again)]).toEqual([first.text, true]);
});

test("a key that was bound to places since is not told of others, and one with wider bounds is", async () => {
  const [shelf, attic] = [
    await make("locations", { name: "Shelf" }),
    await make("locations", { name: "Attic" }),
  ];
  const key = await anna.key(["items:read", "items:write"]);
  const ask = request("items", { name: "Secret", location_id: attic });
  const first = await ask(key);
  expect(first.status).toBe(201);
  await patch(key, { location_ids: [shelf] });
  const bound = await ask(key);
  expect([bound.status, bound.body.code, bound.text.includes("Secret")]).toEqual([409, "conflict", false]);
  const inside = request("items", { name: "Plain", location_id: shelf });
  const made = await inside(key);
  await patch(key, { location_ids: [shelf, attic] });
  expect((await inside(key)).text).toBe(made.text);
  await patch(key, { location_ids: null });
  expect((await ask(key)).text).toBe(first.text);
});

test("a refusal that tells of what is out of reach by now is kept back as well", async () => {
  const [shelf, attic] = [
    await make("locations", { name: "Bay" }),
    await make("locations", { name: "Loft" }),
  ];
  const item = await make("items", { name: "Secret", location_id: attic, quantity: 2 });
  const key = await anna.key(["items:write"]);
  const ask = request(`items/${item}/adjust`, { delta: -9 });
  expect((await ask(key)).body.current_quantity).toBe(2);
  await patch(key, { location_ids: [shelf] });
  const bound = await ask(key);
  expect([bound.status, bound.body.current_quantity]).toEqual([409, undefined]);
});
