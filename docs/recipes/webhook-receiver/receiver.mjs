#!/usr/bin/env node
// Takes the webhooks of a Stowage: checks that each is genuine and fresh, and acts once for each. Nothing to install.
//
// Settings, from the environment:
//   STOWAGE_WEBHOOK_SECRET  what the app showed when the trigger was made: whsec_ and more
//   PORT                    where it listens; default 8090
//   HOST                    default 127.0.0.1; 0.0.0.0 for the network
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";

const TOLERANCE_SECONDS = 5 * 60;
const BODY_BYTES_MAX = 1024 * 1024;
const IDS_REMEMBERED = 10_000;

/** Whether one of the signatures is right and the post is no older or newer than five minutes. */
function isGenuine(secret, headers, body, nowSeconds) {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const sentAt = headers["webhook-timestamp"] ?? "";
  if (!/^\d+$/.test(sentAt) || Math.abs(nowSeconds - Number(sentAt)) > TOLERANCE_SECONDS) return false;
  const signed = createHmac("sha256", key).update(`${headers["webhook-id"]}.${sentAt}.`).update(body);
  const expected = Buffer.from(`v1,${signed.digest("base64")}`);
  // While a secret is being changed there are two signatures, one for each.
  return (headers["webhook-signature"] ?? "").split(" ").some((one) => {
    const signature = Buffer.from(one);
    return signature.length === expected.length && timingSafeEqual(signature, expected);
  });
}

/** Your part. It has five seconds; what takes longer belongs into a queue of yours. */
async function act({ type, data }) {
  console.log(type, data.event.subject_name);
}

async function bodyOf(request) {
  const parts = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > BODY_BYTES_MAX) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const secret = process.env.STOWAGE_WEBHOOK_SECRET;
if (!secret) throw new Error("Set STOWAGE_WEBHOOK_SECRET.");
const done = new Map();

/** Acts on a post unless that is done or being done: one whose answer was lost comes again under the same id. */
function actOnce(id, body) {
  const acting = done.get(id) ?? act(body);
  done.set(id, acting);
  acting.catch(() => done.delete(id));
  if (done.size > IDS_REMEMBERED) done.delete(done.keys().next().value);
  return acting;
}

async function statusOf(request) {
  if (request.method !== "POST") return 405;
  const body = await bodyOf(request);
  if (!body) return 413;
  if (!isGenuine(secret, request.headers, body, Date.now() / 1000)) return 401;
  await actOnce(request.headers["webhook-id"], JSON.parse(body));
  return 204;
}

const server = createServer(async (request, response) => {
  const status = await statusOf(request).catch((error) => {
    console.error(error);
    return 500; // Stowage tries again
  });
  response.writeHead(status, { "content-length": 0 }).end();
});
server.listen(Number(process.env.PORT ?? 8090), process.env.HOST ?? "127.0.0.1", () => {
  const { address, port } = server.address();
  console.log(`listening on http://${address}:${port}`);
});
