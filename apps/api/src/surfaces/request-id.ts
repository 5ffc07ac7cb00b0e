import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** The caller's `X-Request-Id` when it is one a log can hold and no misplaced key, else a new one: 96 random bits. */
export function requestIdOf(request: Pick<IncomingMessage, "headers">): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && /^(?!sk_)[A-Za-z0-9_-]{8,64}$/.test(given)
    ? given
    : randomBytes(12).toString("base64url");
}
