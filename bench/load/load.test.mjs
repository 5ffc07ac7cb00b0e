import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startLoad } from "../contend/contenders.mjs";
import { stopAll } from "../contend/processes.mjs";

let seen = [];
const server = createServer((request, response) => {
  seen.push(request.url);
  response.statusCode = request.url === "/unknown" ? 404 : 200;
  response.end("{}");
});
const request = (path) => `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`;

/** @type {Awaited<ReturnType<typeof startLoad>>} */
let run;
let port = 0;
beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  port = address !== null && typeof address === "object" ? address.port : 0;
  run = await startLoad();
});
afterAll(async () => {
  await stopAll();
  server.close();
});

test("the load sends each request in turn, as many as it shall, and counts what it got", async () => {
  seen = [];
  const loaded = await run({
    port,
    connections: 4,
    count: 60,
    requests: ["/a", "/b", "/c"].map(request),
    status: 200,
  });
  expect(loaded).toMatchObject({ answers: 60, wrong: [] });
  expect(seen).toHaveLength(60);
  for (const path of ["/a", "/b", "/c"]) expect(seen.filter((url) => url === path)).toHaveLength(20);
  expect(loaded.max_ms).toBeGreaterThanOrEqual(loaded.p50_ms);
});

test("a wrong answer is told of, and counts for none", async () => {
  const requests = ["/a", "/unknown"].map(request);
  const loaded = await run({ port, connections: 2, count: 10, requests, status: 200 });
  expect(loaded).toMatchObject({ answers: 5, wrong: [["answered 404", 5]] });
});

test("for so many seconds, each connection has asked once before the clock starts", async () => {
  seen = [];
  const loaded = await run({ port, connections: 8, seconds: 0.1, requests: [request("/a")], status: 200 });
  expect(loaded.wrong).toEqual([]);
  expect(loaded.answers).toBe(seen.length);
  expect(Math.round(loaded.per_second * loaded.seconds)).toBe(loaded.answers - 8);
});

test("for so many seconds, a server that is not there is told of once for each connection", async () => {
  const loaded = await run({ port: 1, connections: 3, seconds: 5, requests: [request("/a")], status: 200 });
  expect(loaded).toMatchObject({ answers: 0, wrong: [[expect.stringContaining("ECONNREFUSED"), 3]] });
});
