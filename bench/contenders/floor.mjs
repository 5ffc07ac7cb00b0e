// The floor: Node's own HTTP server and the bytes of one answer. No program in Node.js answers with less work.
import { createServer } from "node:http";
import { isReady } from "./serve.mjs";

let body = Buffer.alloc(0);
process.on("message", (/** @type {{ body?: string }} */ message) => {
  if (message.body !== undefined) body = Buffer.from(message.body);
});
const server = createServer((_request, response) => {
  response.writeHead(200, {
    "content-type": "application/json; charset=utf-8",
    "content-length": body.length,
  });
  response.end(body);
});
server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => {
  const address = server.address();
  isReady({ port: address !== null && typeof address === "object" ? address.port : 0, tokens: [] });
});
