import type { ProcedureEntry } from "../../trpc/procedure-list.ts";
import { entityTagOf } from "./entity-tag.ts";

const text = (description: string, example: string) => ({ description, schema: { type: "string" }, example });
const integer = (description: string, example: number) => ({
  description,
  schema: { type: "integer" },
  example,
});

/** Every header of an answer that callers may rely on, by the name of its component. */
export const HEADERS = {
  "X-Request-Id": text(
    "Names this request; problems repeat it. Send one of your own, 8 to 64 letters, digits, `-` or `_`, and it is kept.",
    "req_01h455vb4pex5vsknk084sn02q",
  ),
  "X-RateLimit-Limit": integer("Requests an hour; on 429 those of the window that is used up.", 10_000),
  "X-RateLimit-Remaining": integer("What is left of them.", 9_998),
  "X-RateLimit-Reset": integer("When that window starts anew, in Unix seconds.", 1_767_607_200),
  "RateLimit-Policy": text(
    "Both windows, as the IETF draft writes them.",
    '"minute";q=500;w=60, "hour";q=10000;w=3600',
  ),
  RateLimit: text("What is left of both windows.", '"minute";r=499;t=58, "hour";r=9998;t=3540'),
  "Retry-After": { ...integer("Seconds to wait; to wait as long is enough.", 12), required: true },
  "X-API-Key-Id": text("The key that was used, for callers with one.", "key_01h455vb4pex5vsknk084sn02q"),
  "X-API-Key-Expires-At": text("When that key ends, if it does.", "2027-01-01T00:00:00.000Z"),
  "X-API-Key-Warning": text(
    "What to do about that key soon.",
    "rotated; old secret ends 2026-01-02T00:00:00.000Z",
  ),
  "X-Required-Scopes": text("Scopes that this call needs, with spaces between.", "bins:read items:read"),
  "X-Environment": {
    description: "Whose data it is.",
    schema: { type: "string", enum: ["live", "test"] },
    example: "live",
  },
  "Cache-Control": text(
    "`no-store` when the answer holds a secret, otherwise `private, no-cache`.",
    "private, no-cache",
  ),
  Location: text("Where the new object is.", "/api/v1/bins/bin_01h455vb4pex5vsknk084sn02q"),
  "Idempotent-Replayed": text("`true`: this is the first answer, given again.", "true"),
  ETag: text("The object's version; send it as `If-Match` or `If-None-Match`.", '"v3"'),
  WeakETag: text("Changes with what the answer says; send it as `If-None-Match`.", 'W/"r12-hJ2kQ0aW9xYz"'),
  "WWW-Authenticate": text("How to sign in, and what was wrong (RFC 6750).", 'Bearer realm="api"'),
  "Set-Cookie": text(
    "For browsers: the session's cookie, begun, renewed or ended.",
    "stowage_session=…; HttpOnly; Path=/",
  ),
  "Content-Disposition": text("What to save the file as.", 'attachment; filename="labels.pdf"'),
} satisfies Record<string, { description: string; schema: object; example: unknown; required?: boolean }>;

type Component = keyof typeof HEADERS;

const OF_CALLERS: readonly Component[] = [
  "Cache-Control",
  "X-RateLimit-Limit",
  "X-RateLimit-Remaining",
  "X-RateLimit-Reset",
  "RateLimit-Policy",
  "RateLimit",
  "X-API-Key-Id",
  "X-API-Key-Expires-At",
  "X-API-Key-Warning",
  "X-Environment",
  "Set-Cookie",
];

/** The headers of a successful answer, as references. */
export function answerHeaders(entry: ProcedureEntry): Record<string, object> {
  const { access, rest, path } = entry;
  const isOpen = access.kind === "open";
  return {
    ...references("X-Request-Id"),
    ...(isOpen ? references("Cache-Control") : references(...OF_CALLERS)),
    ...(access.kind === "scope" && references("X-Required-Scopes")),
    ...(rest?.status === 201 && path !== "auth.signUp" && references("Location")),
    ...(rest?.method === "POST" && !isOpen && references("Idempotent-Replayed")),
    ...entityTagHeader(entry),
    ...(isOpen && path.startsWith("auth.") && references("Set-Cookie")),
    ...(entry.file && references("Content-Disposition")),
  };
}

/** The headers of an answer that only says that nothing changed. */
export const UNMODIFIED_HEADERS = {
  ...references("X-Request-Id", ...OF_CALLERS, "X-Required-Scopes"),
  ETag: { $ref: "#/components/headers/WeakETag" },
};

/** The headers of a problem of this status. */
export function problemHeaders(status: number): Record<string, object> {
  return {
    ...references("X-Request-Id", ...OF_CALLERS, "X-Required-Scopes"),
    ...((status === 401 || status === 403) && references("WWW-Authenticate")),
    ...((status === 429 || status === 503) && references("Retry-After")),
  };
}

function entityTagHeader(entry: ProcedureEntry): Record<string, object> {
  const kind = entityTagOf(entry);
  if (kind === null) return {};
  return { ETag: { $ref: `#/components/headers/${kind === "version" ? "ETag" : "WeakETag"}` } };
}

function references(...names: Component[]): Record<string, object> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
