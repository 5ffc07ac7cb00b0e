import { parseCode } from "@stowage/contract/codes";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

async function bin(body: Record<string, unknown> = {}) {
  const answer = await anna.ask("POST", "bins", { body: { name: "Box", ...body } });
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

test("a new bin has a label code of its own, and answers to it however it is typed", async () => {
  const made = await bin();
  expect(parseCode(made.code)).toBe(made.code);
  for (const ref of [
    made.id,
    made.code,
    made.code.toLowerCase(),
    `${made.code.slice(0, 3)}-${made.code.slice(3)}`,
  ])
    expect((await anna.ask("GET", `bins/${ref}`)).body.id, ref).toBe(made.id);
});

test("a bin can be changed and deleted by its code", async () => {
  const made = await bin();
  expect((await anna.ask("PATCH", `bins/${made.code}`, { body: { color: "#2f6fde" } })).body.color).toBe(
    "#2f6fde",
  );
  expect((await anna.ask("DELETE", `bins/${made.code}`)).body.id).toBe(made.id);
  expect((await anna.ask("GET", `bins/${made.code}`)).status).toBe(404);
});

test("a bin with something in it stays", async () => {
  const made = await bin();
  const item = await anna.ask("POST", "items", { body: { name: "Nut", bin_id: made.id } });
  const refused = await anna.ask("DELETE", `bins/${made.id}`);
  expect([refused.status, refused.body.code]).toEqual([409, "conflict"]);
  await anna.ask("DELETE", `items/${item.body.id}`);
  expect((await anna.ask("DELETE", `bins/${made.id}`)).status).toBe(200);
});

test("something put in while the bin is deleted is never left in a deleted bin", async () => {
  for (let round = 0; round < 10; round++) {
    const made = await bin();
    const [gone, put] = await Promise.all([
      anna.ask("DELETE", `bins/${made.id}`),
      anna.ask("POST", "items", { body: { name: "Nut", bin_id: made.id } }),
    ]);
    expect([gone.status, put.status].sort()).not.toEqual([200, 201]);
  }
});

test("custom fields, tags and colours have their rules", async () => {
  const refused = async (body: object) =>
    (await anna.ask("POST", "bins", { body: { name: "x", ...body } })).status;
  expect(await refused({ custom_fields: { Upper: 1 } })).toBe(422);
  expect(await refused({ custom_fields: { nested: { a: 1 } } })).toBe(422);
  expect(
    await refused({ custom_fields: Object.fromEntries(Array.from({ length: 31 }, (_, i) => [`f${i}`, 1])) }),
  ).toBe(422);
  expect(await refused({ tags: Array.from({ length: 21 }, (_, i) => `t${i}`) })).toBe(422);
  expect(await refused({ color: "red" })).toBe(422);
  const kept = { text: "a", number: 1.5, yes: true, none: null };
  expect((await bin({ custom_fields: kept })).custom_fields).toEqual(kept);
});

test("live and test do not see each other", async () => {
  const live = await bin();
  const testKey = await anna.key(undefined, { environment: "test" });
  const names = (await testKey.ask("GET", "bins")).body.data.map(({ name }: { name: string }) => name);
  expect(names).not.toContain(live.name);
  expect(names).toContain("Metric screws"); // the sample data
  expect((await testKey.ask("GET", `bins/${live.id}`)).status).toBe(404);
  expect((await testKey.ask("GET", `bins/${live.code}`)).status).toBe(404);
  const inTest = await testKey.ask("POST", "bins", { body: { name: "Trial" } });
  expect(inTest.headers["x-environment"]).toBe("test");
  expect((await anna.ask("GET", `bins/${inTest.body.id}`)).status).toBe(404);
  expect(
    (await anna.ask("GET", `bins/${inTest.body.id}`, { headers: { "x-environment": "test" } })).status,
  ).toBe(200);
});
