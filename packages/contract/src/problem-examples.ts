import { PROBLEMS, type Problem, type ProblemCode, type ProblemExtras, problemPath } from "./problems.ts";

const REQUEST_ID = "Vb3XkQ9dLm2sT7wA";
const KEY = "key_01k0h8vdxke7rr5q1mwa9zf4tc";
const SERVER = "https://stowage.example.org";

/** What tells one occurrence from another: a sentence as the server says it, and the members that come with it. */
const OCCURRENCES: Readonly<Record<ProblemCode, { detail: string } & ProblemExtras>> = {
  malformed_json: { detail: "The body is not valid JSON." },
  ambiguous_credentials: { detail: "Authorization and X-API-Key differ. Send one of them." },
  key_in_url: {
    detail:
      "Keys in URLs end up in logs. Send it as `Authorization: Bearer …`, and revoke or rotate this one.",
  },
  invalid_header: {
    detail: 'Send If-Match as the ETag of the object, such as "v3".',
    errors: [
      { location: "header", pointer: "/if-match", code: "invalid_header", message: "Not an ETag of ours." },
    ],
  },
  missing_credentials: { detail: "Send an API key as `Authorization: Bearer <key>`, or sign in." },
  malformed_authorization: {
    detail: "Write the header as `Authorization: Bearer <key>`, with the word Bearer and a space.",
  },
  key_malformed: { detail: "This is not a key of this server: its form or checksum is wrong." },
  key_invalid: { detail: "This key is not known here." },
  key_expired: {
    detail: "This key ended at 2026-01-31T00:00:00.000Z. Create a new one.",
    key_id: KEY,
    expired_at: "2026-01-31T00:00:00.000Z",
  },
  key_revoked: {
    detail: "This key was revoked for good. Create a new one.",
    key_id: KEY,
    revoked_at: "2026-01-31T09:30:00.000Z",
  },
  key_rotated: {
    detail: "This secret has ended: the key has another one. Use that.",
    key_id: KEY,
    rotated_at: "2026-01-31T09:30:00.000Z",
  },
  key_disabled: {
    detail: "This key is disabled. It can be enabled on its page under API keys.",
    key_id: KEY,
  },
  owner_disabled: { detail: "The user this key acts for has no access any more.", key_id: KEY },
  session_expired: { detail: "Your session has ended. Sign in again." },
  two_factor_required: { detail: "Send a code of your authenticator app, or a recovery code." },
  sign_in_failed: { detail: "Wrong e-mail address or password." },
  insufficient_scope: {
    detail: "This key lacks items:write. Add it to the key, or use a key that has it.",
    required_scopes: ["items:write"],
    granted_scopes: ["items:read"],
    missing_scopes: ["items:write"],
    fix_url: `${SERVER}/settings/api-keys/${KEY}?add=items%3Awrite`,
  },
  role_forbidden: {
    detail: "The role viewer does not include items:write. An admin of Workshop can change that.",
  },
  ip_not_allowed: {
    detail:
      "This key may not be used from 203.0.113.7. Add that address to the key's networks, or call from one of them.",
    address: "203.0.113.7",
    key_id: KEY,
  },
  session_required: { detail: "Only a signed-in person may do this; an API key may not." },
  recent_sign_in_required: {
    detail: "Confirm that it is you: send your password to /auth/confirm, then try again.",
  },
  escalation_denied: { detail: "You cannot grant items:delete: you do not have it yourself." },
  csrf_rejected: {
    detail: `A signed-in browser may only write from ${SERVER}. Scripts use an API key instead.`,
  },
  plan_restricted: {
    detail:
      "The free plan does not renew keys. Leave out auto_renew and prolong the key yourself, or change the plan.",
  },
  not_found: { detail: "There is no bin bin_01k0h8vdxke7rr5q1mwa9zf4tc here." },
  unknown_route: { detail: "GET /api/v1/boxes does not exist." },
  environment_mismatch: {
    detail: "The bin bin_01k0h8vdxke7rr5q1mwa9zf4tc is live data, and you asked for test. Use a live key.",
  },
  method_not_allowed: { detail: "PUT does not work here; GET, POST does." },
  conflict: { detail: "There is a place named Shelf here already." },
  rotation_in_progress: {
    detail:
      "This key is being rotated. If its old secret still works, finish that, cancel it, or wait until it has ended.",
  },
  insufficient_stock: { detail: "Only 3 pcs of M4 screws are there.", current_quantity: 3 },
  idempotency_in_flight: {
    detail:
      "The first call with this idempotency key is still running. Ask again in a moment for its answer.",
  },
  version_mismatch: {
    detail: "The item is at version 4. Read it again and repeat the change on that.",
    current_version: 4,
  },
  body_too_large: { detail: "The body is larger than 1 MiB. Send less at a time." },
  unsupported_media_type: { detail: "Send the body as application/json." },
  validation_failed: {
    detail: "quantity: Too small: expected number to be >=0",
    errors: [
      {
        location: "body",
        pointer: "/quantity",
        code: "too_small",
        message: "Too small: expected number to be >=0",
      },
    ],
  },
  unknown_field: {
    detail: "permissions: Unknown field; did you mean scopes?",
    errors: [
      {
        location: "body",
        pointer: "/permissions",
        code: "unknown_field",
        message: "Unknown field; did you mean scopes?",
      },
    ],
  },
  limit_reached: { detail: "A workspace holds at most 20000 bins." },
  expiry_out_of_range: {
    detail: "expires_at: 2025-01-31T00:00:00.000Z has passed. Choose a later time.",
    errors: [
      {
        location: "body",
        pointer: "/expires_at",
        code: "in_the_past",
        message: "2025-01-31T00:00:00.000Z has passed. Choose a later time.",
      },
    ],
  },
  idempotency_key_reused: {
    detail:
      "This idempotency key named another request. Use a new one for each request, and the same one to repeat it.",
  },
  rate_limited: {
    detail: "More than 500 requests in one minute. Wait 12 s, then go on.",
    retry_after: 12,
    violated_policies: ["minute"],
  },
  auth_throttled: {
    detail: "Too many attempts from your network. Wait 240 s. Keys that work go on working meanwhile.",
    retry_after: 240,
  },
  internal: { detail: "Something went wrong on our side. The log has it under the request id." },
  unavailable: { detail: "The database does not answer. Try again in a moment.", retry_after: 2 },
};

/** The body of an answer with this problem, as it may look. */
export function exampleProblem(code: ProblemCode, publicUrl = SERVER): Problem {
  const { detail, ...extras } = OCCURRENCES[code];
  const { status, title } = PROBLEMS[code];
  return {
    type: `${publicUrl}${problemPath(code)}`,
    title,
    status,
    detail,
    message: detail,
    code,
    request_id: REQUEST_ID,
    instance: `urn:request:${REQUEST_ID}`,
    ...extras,
  };
}
