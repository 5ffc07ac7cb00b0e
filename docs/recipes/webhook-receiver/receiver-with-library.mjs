#!/usr/bin/env node
// As receiver.mjs, with the checking left to the library of the Standard Webhooks: npm install standardwebhooks
import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

const BODY_BYTES_MAX = 1024 * 1024;
const IDS_REMEMBERED = 10_000;

const webhook = new Webhook(process.env.STOWAGE_WEBHOOK_SECRET);
const done = new Map();

/** Your part. */
async function act({ type, data }) {
  console.log(type, data.event.subject_name);
}

function bodyOf(payload, headers) {
  try {
    return webhook.verify(payload, headers);
  } catch {
    return null;
  }
}

async function payloadOf(request) {
  const parts = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > BODY_BYTES_MAX) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Acts on a post unless that is done or being done: one whose answer was lost comes again under the same id. */
function actOnce(id, body) {
  const acting = done.get(id) ?? act(body);
  done.set(id, acting);
  acting.catch(() => done.delete(id));
  if (done.size > IDS_REMEMBERED) done.delete(done.keys().next().value);
  return acting;
}

async function statusOf(request) {
  const payload = await payloadOf(request);
  if (!payload) return 413;
  const body = bodyOf(payload, request.headers);
  if (!body) return 401;
  await actOnce(request.headers["webhook-id"], body);
  return 204;
}

const server = createServer(async (request, response) => {
  const status = await statusOf(request).catch(() => 500);
  response.writeHead(status, { "content-length": 0 }).end();
});
server.listen(Number(process.env.PORT ?? 8090), process.env.HOST ?? "127.0.0.1", () => {
  const { address, port } = server.address();
  console.log(`listening on http://${address}:${port}`);
});
