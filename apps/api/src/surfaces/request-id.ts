import { randomFillSync } from "node:crypto";
import type { IncomingMessage } from "node:http";

const ID_BYTES = 12;
/** Randomness for a few hundred ids at a time: asking for it costs more than an id. */
const pool = Buffer.alloc(ID_BYTES * 256);
let used = pool.length;

/** The caller's `X-Request-Id` when it is one a log can hold and no misplaced key, else a new one: 96 random bits. */
export function requestIdOf(request: Pick<IncomingMessage, "headers">): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && /^(?!sk_)[A-Za-z0-9_-]{8,64}$/.test(given) ? given : newRequestId();
}

function newRequestId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += ID_BYTES;
  return pool.toString("base64url", used - ID_BYTES, used);
}
