import { connect } from "node:net";
import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, TEST_PASSWORD, type TestServer } from "../testing/test-server.ts";
import { logOptions } from "./log-options.ts";

let server: TestServer;
let anna: Person;
let written = "";

beforeAll(async () => {
  const sink = new Writable({
    write(chunk, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  server = await startTestServer({ log: pino(logOptions("trace"), sink) });
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

test("K3: wherever a key is put, and whatever goes wrong with it, no log line has it", async () => {
  const { key, ask } = await anna.key(["bins:read", "bins:write"]);
  await ask("GET", "bins");
  await ask("GET", `bins/${key}`);
  await server.ask("GET", `${key}/nowhere`);
  await server.ask("GET", `bins?key=${key}`);
  await server.ask("GET", "bins", { headers: { "x-api-key": `${key}x`, "x-request-id": key } });
  await server.ask("POST", "/trpc/bins.create", { key, raw: `{"name": "${key}` });
  await server.database.sql`alter table bins rename column color to colour`;
  expect((await ask("POST", "bins", { body: { name: key } })).status).toBe(500);
  await server.database.sql`alter table bins rename column colour to color`;
  await server.ask("POST", "leaked-keys", { raw: JSON.stringify({ key }) });
  expect(written).toContain('"statusCode":500');
  expect(written).toContain('"level":50');
  expect(written).not.toContain(key);
  expect(written).not.toContain(key.slice(-16));
});

test("no log line has a password, a hash of one, or a session's token", async () => {
  const token = anna.cookie.split("=")[1] ?? "";
  await anna.ask("GET", "bins");
  await server.database.sql`alter table sessions rename column ip to address`;
  const body = { email: anna.email, password: TEST_PASSWORD };
  expect((await server.ask("POST", "auth/sign-in", { body })).status).toBe(500);
  await server.database.sql`alter table sessions rename column address to ip`;
  expect(written.length).toBeGreaterThan(1_000);
  expect(written).not.toContain(TEST_PASSWORD);
  expect(written).not.toContain("$argon2id");
  expect(written).not.toContain(token);
});

test("what is not HTTP gets a problem body too", async () => {
  const { port } = new URL(await server.listen());
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), "127.0.0.1", () => socket.write("NONSENSE\r\n\r\n"));
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk.toString();
    });
    socket.on("end", () => resolve(text));
    socket.on("error", reject);
  });
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  expect(head).toContain("application/problem+json");
  expect(JSON.parse(body)).toMatchObject({ status: 400, code: "invalid_header" });
});
