import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { bodyOf, Connection } from "./connection.mjs";

const PLAIN = 'HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n{"a":"ö"}\n\n';
const CHUNKED = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"n":\r\n4\r\n 10}\r\n0\r\n\r\n';
const UNCHANGED = 'HTTP/1.1 304 Not Modified\r\netag: "r1"\r\n\r\n';
const REFUSED = "HTTP/1.1 401 Unauthorized\r\ncontent-length: 2\r\n\r\n{}";

/** @type {import("node:net").Server} */
let server;
/** @type {Connection} */
let connection;
afterEach(() => {
  connection.close();
  server.close();
});

/** A server that answers with these, one for each request, in pieces of so many bytes. */
async function answering(answers, bytes) {
  const queue = [...answers];
  server = createServer({ noDelay: true }, (socket) => {
    socket.on("error", () => {});
    socket.on("data", async () => {
      const answer = Buffer.from(queue.shift() ?? "");
      if (answer.length === 0) return socket.destroy();
      for (let at = 0; at < answer.length; at += bytes) {
        socket.write(answer.subarray(at, at + bytes));
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  connection = new Connection(address !== null && typeof address === "object" ? address.port : 0);
}

/** @returns {Promise<{ error: Error | null, status: number, answer: Buffer }>} */
const asked = () =>
  new Promise((resolve) => {
    connection.send("GET / HTTP/1.1\r\n\r\n", (error, status, answer) => resolve({ error, status, answer }));
  });

test.each([1, 3, 7, 1_000])(
  "answers that come in pieces of %i bytes are read whole, one after the other",
  async (bytes) => {
    await answering([PLAIN, CHUNKED, UNCHANGED, REFUSED, CHUNKED], bytes);
    for (const [status, body] of /** @type {const} */ ([
      [200, '{"a":"ö"}\n\n'],
      [200, '{"n": 10}'],
      [304, ""],
      [401, "{}"],
      [200, '{"n": 10}'],
    ])) {
      const got = await asked();
      expect(got.error).toBe(null);
      expect(got.status).toBe(status);
      expect(bodyOf(got.answer)).toBe(body);
    }
  },
);

test("a connection that the server closes tells of it", async () => {
  await answering([], 1);
  expect((await asked()).error?.message).toMatch(/closed|reset/i);
});
