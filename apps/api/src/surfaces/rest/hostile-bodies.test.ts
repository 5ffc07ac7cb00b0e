import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { connect } from "node:net";
import { PassThrough } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;
let address: URL;
let printed = "";

beforeAll(async () => {
  const lines = new PassThrough();
  lines.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
  });
  server = await startTestServer({ log: pino({ level: "info" }, lines) });
  address = new URL(await server.listen());
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

/** Until Node.js tells of the next event on a channel of its own. */
function once(channel: string): Promise<void> {
  return new Promise((resolve) => {
    const hear = () => {
      unsubscribe(channel, hear);
      resolve();
    };
    subscribe(channel, hear);
  });
}

const members = (count: number, name = "odd") =>
  Object.fromEntries(Array.from({ length: count }, (_, nth) => [`${name}${nth}`, nth]));

test("an answer names so many faults and counts the others, so that it is no larger than its request", async () => {
  const { status, body } = await anna.ask("POST", "items", { body: members(90) });
  expect([status, body.code, body.errors.length]).toEqual([422, "unknown_field", 50]);
  expect(body.detail).toContain("(and 90 more)"); // and the name is missing
  const many = await anna.ask("POST", "items", {
    body: { name: "Nut", tags: Array(20).fill(1), ...members(60) },
  });
  expect([many.body.code, many.body.errors.length]).toEqual(["unknown_field", 50]);
});

test.each([
  ["of the body itself", "auth/sign-up", members(50_000)],
  ["of custom fields", "items", { name: "Nut", custom_fields: members(50_000, "Odd") }],
  [
    "within a bulk",
    "items/bulk",
    { operations: [{ op: "create", data: { custom_fields: members(50_000, "Odd") } }] },
  ],
])("an object of very many members is refused without a look at each: %s", async (_where, path, body) => {
  const answer = await anna.ask("POST", path, { body });
  expect([answer.status, answer.body.errors]).toEqual([
    422,
    [{ location: "body", pointer: "", code: "custom", message: "An object has at most 100 members." }],
  ]);
});

test("a name made of half a million marks is cut to what a letter can have", async () => {
  const name = `a${"\u0301\u0316".repeat(200_000)}`;
  const { status, body } = await anna.ask("POST", "items", { body: { name } });
  expect(status).toBe(201);
  expect(body.name.length).toBeLessThanOrEqual(31);
});

test.each([
  ["at once", 0],
  ["once it is heard", 1],
])("who hangs up in the midst of a body, %s, is no fault of ours in the log", async (_when, heard) => {
  printed = "";
  const hearing = once("http.server.request.start");
  const socket = connect(Number(address.port), address.hostname);
  socket.write("POST /api/v1/auth/sign-up HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n");
  await new Promise((written) => socket.write('content-length: 1000\r\n\r\n{"email":', written));
  if (heard > 0) await hearing;
  socket.resetAndDestroy();
  await expect.poll(() => printed).toContain("the client hung up before it had sent its request");
  expect(printed).not.toContain('"level":50');
});
