import { PROBLEMS, type ProblemCode } from "@stowage/contract/problems";
import { EVENT_STREAM } from "../../streams/event-stream.ts";
import type { ProcedureEntry } from "../../trpc/procedure-list.ts";

const text = (description: string) => ({ description, schema: { type: "string" } });
const integer = (description: string) => ({ description, schema: { type: "integer" } });

/** The headers of a successful answer. */
export function answerHeaders(entry: ProcedureEntry, status: number): Record<string, unknown> {
  const isOpen = entry.access.kind === "open";
  return {
    "X-Request-Id": text("Names this request; problems repeat it."),
    ...(!isOpen && rateLimitHeaders()),
    ...(entry.access.kind === "scope" && { "X-Required-Scopes": text("Scopes this call needs.") }),
    ...(!isOpen && { "X-Environment": text("`live` or `test`.") }),
    ...(status === 201 && entry.path !== "auth.signUp" && { Location: text("Where the new object is.") }),
    ...(entry.rest?.method === "POST" &&
      !isOpen && { "Idempotent-Replayed": text("`true`: this is the first answer, given again.") }),
    ...entityTagHeader(entry),
  };
}

function entityTagHeader(entry: ProcedureEntry): Record<string, unknown> {
  if (!hasEntityTag(entry)) return {};
  const what = hasVersion(entry)
    ? 'The object\'s version, such as "v3".'
    : "Weak: it changes with what the answer says.";
  return { ETag: text(what) };
}

/** Objects have their version, lists what they depend on. */
function hasEntityTag(entry: ProcedureEntry): boolean {
  if (entry.access.kind === "open" || entry.file) return false;
  return hasVersion(entry) || (entry.rest?.method === "GET" && (entry.revision || hasMember(entry, "data")));
}

export const mayBeUnmodified = (entry: ProcedureEntry): boolean =>
  entry.rest?.method === "GET" && !entry.unversioned && hasEntityTag(entry);

export function unmodifiedResponse(entry: ProcedureEntry): Record<string, unknown> {
  if (!mayBeUnmodified(entry)) return {};
  return { 304: { description: "What you have is still the answer.", headers: answerHeaders(entry, 304) } };
}

function rateLimitHeaders() {
  return {
    "X-RateLimit-Limit": integer("Requests an hour."),
    "X-RateLimit-Remaining": integer("What is left of them."),
    "X-RateLimit-Reset": integer("When the hour starts anew, in Unix seconds."),
    "RateLimit-Policy": text("Both windows, as the IETF draft writes them."),
    RateLimit: text("What is left of both windows."),
  };
}

const hasVersion = (entry: ProcedureEntry) => hasMember(entry, "version");

function hasMember({ output }: ProcedureEntry, member: string): boolean {
  const shape = (output?._zod.def as { shape?: Record<string, unknown> } | undefined)?.shape;
  return shape !== undefined && member in shape;
}

/** Every problem that the route may answer, one response a status. */
export function problemResponses(entry: ProcedureEntry): Record<string, unknown> {
  const byStatus = new Map<number, string[]>();
  for (const code of new Set(codesOf(entry))) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const content = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.join(", "),
        content,
        ...((status === 429 || status === 503) && {
          headers: { "Retry-After": integer("Seconds to wait.") },
        }),
      },
    ]),
  );
}

function codesOf(entry: ProcedureEntry): ProblemCode[] {
  const { access } = entry;
  const hasInput = Object.keys(entry.fields).length > 0;
  const writes = entry.type === "mutation";
  return [
    ...(access.kind === "open" ? [] : AUTHENTICATION),
    ...(access.kind === "scope" ? ([access.lacking, "role_forbidden"] as const) : []),
    ...(access.kind === "session" ? (["session_required"] as const) : []),
    ...(writes
      ? (["csrf_rejected", "malformed_json", "body_too_large", "unsupported_media_type"] as const)
      : []),
    ...("id" in entry.fields ? (["not_found"] as const) : []),
    ...(writes && access.kind === "scope" ? (["conflict"] as const) : []),
    ...(entry.file?.includes(EVENT_STREAM) ? (["invalid_header"] as const) : []),
    ...("if_version" in entry.fields ? (["version_mismatch", "invalid_header"] as const) : []),
    ...(entry.rest?.method === "POST" && access.kind !== "open" ? REPEATED : []),
    ...(hasInput ? (["validation_failed", "unknown_field"] as const) : []),
    ...(OWN_CODES[entry.path] ?? []),
    ...(access.kind === "open" ? [] : (["rate_limited"] as const)),
    "internal",
    "unavailable",
  ];
}

const REPEATED: ProblemCode[] = ["invalid_header", "idempotency_in_flight", "idempotency_key_reused"];
const PROVING: ProblemCode[] = ["sign_in_failed", "two_factor_required", "auth_throttled"];
const DELICATE: ProblemCode[] = ["recent_sign_in_required", "conflict"];
const BY_INVITATION: ProblemCode[] = ["role_forbidden", "not_found", "conflict", "auth_throttled"];

/** What a procedure refuses by a rule of its own. */
const OWN_CODES: Record<string, ProblemCode[]> = {
  "auth.signIn": PROVING,
  "auth.signUp": BY_INVITATION,
  "auth.confirm": PROVING,
  "auth.changePassword": ["sign_in_failed", "recent_sign_in_required", "auth_throttled"],
  "auth.switchOrganization": ["not_found"],
  "account.remove": DELICATE,
  "twoFactor.start": DELICATE,
  "twoFactor.enable": DELICATE,
  "twoFactor.renewRecoveryCodes": DELICATE,
  "twoFactor.disable": DELICATE,
  "organizations.create": ["conflict", "limit_reached"],
  "organizations.update": ["session_required"],
  "organizations.remove": ["role_forbidden", "recent_sign_in_required"],
  "organizations.leave": ["conflict"],
  "members.update": ["session_required"],
  "instanceUsers.list": ["role_forbidden"],
  "instanceUsers.update": DELICATE,
  "invitations.look": ["not_found", "auth_throttled"],
  "invitations.accept": BY_INVITATION,
};

const AUTHENTICATION: ProblemCode[] = [
  "ambiguous_credentials",
  "key_in_url",
  "missing_credentials",
  "malformed_authorization",
  "key_malformed",
  "key_invalid",
  "key_expired",
  "key_revoked",
  "key_disabled",
  "owner_disabled",
  "session_expired",
];
