import type { IncomingHttpHeaders } from "node:http";
import { ProblemError, unauthorized } from "../problems.ts";

/** What a request presents, before anything is checked. */
export type Credentials =
  | { kind: "key"; text: string }
  | { kind: "session"; token: string }
  /** A key in the query string; headers beside it are not looked at. */
  | { kind: "in_url"; text: string }
  | { kind: "none" };

/** Longer than any credential of ours. */
const CREDENTIAL_LENGTH_MAX = 512;

/**
 * Reads the credentials of a request. A key always wins over a cookie, even a bad one.
 * @throws malformed_authorization, ambiguous_credentials
 */
export function credentialsOf(request: {
  headers: IncomingHttpHeaders;
  url: string;
  cookieName: string;
}): Credentials {
  const { authorization } = request.headers;
  const apiKey = oneHeader(request.headers["x-api-key"]);
  const inUrl = keyInQuery(request.url);
  if (inUrl !== null) return { kind: "in_url", text: inUrl };
  const bearer = authorization === undefined ? undefined : bearerToken(authorization);
  if (bearer !== undefined && apiKey !== undefined && bearer !== apiKey)
    throw new ProblemError("ambiguous_credentials", "Authorization and X-API-Key differ. Send one of them.");
  const text = bearer ?? apiKey;
  if (text !== undefined) return { kind: "key", text };
  const token = cookieValue(request.headers.cookie, request.cookieName);
  return token ? { kind: "session", token } : { kind: "none" };
}

/** The first value of the query string that begins as keys do, also when its `_` is written `%5F`. */
function keyInQuery(url: string): string | null {
  const value = /[?&][^=&#]*=(sk(?:_|%5[fF])[^&#]*)/.exec(url)?.[1];
  return value === undefined ? null : decoded(value.slice(0, CREDENTIAL_LENGTH_MAX));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not escaped as it should be, and so no key either
  }
}

function bearerToken(authorization: string): string {
  const [, scheme, token] = /^(\S+)(?: +(\S.*))?$/.exec(authorization.trim()) ?? [];
  if (scheme?.toLowerCase() === "bearer" && token && token.length <= CREDENTIAL_LENGTH_MAX) return token;
  throw unauthorized(
    "malformed_authorization",
    "Write the header as `Authorization: Bearer <key>`, with the word Bearer and a space.",
    { error: "invalid_request" },
  );
}

function oneHeader(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(",") : value;
}

function cookieValue(header: string | undefined, name: string): string | null {
  for (const pair of header?.split(";") ?? []) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name)
      return pair
        .slice(at + 1)
        .trim()
        .slice(0, CREDENTIAL_LENGTH_MAX);
  }
  return null;
}
