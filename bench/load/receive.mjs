// Receives webhooks: answers each at once and counts them. Told over IPC how many to wait for.
import { createServer } from "node:http";

let received = 0;
let awaited = Number.POSITIVE_INFINITY;

function tellIfAllCame() {
  if (received < awaited) return;
  awaited = Number.POSITIVE_INFINITY;
  process.send?.({ received });
}

const server = createServer((request, response) => {
  request.resume();
  request.on("end", () => {
    received += 1;
    response.writeHead(204).end();
    tellIfAllCame();
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ ready: { port: address !== null && typeof address === "object" ? address.port : 0 } });
});
process.on("message", (/** @type {any} */ message) => {
  if (message === "count") process.send?.({ count: received });
  if (typeof message?.expect !== "number") return;
  awaited = message.expect;
  tellIfAllCame();
});
