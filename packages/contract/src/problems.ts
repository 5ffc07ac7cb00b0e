import { z } from "zod";
import { Scope } from "./scopes.ts";

interface ProblemKind {
  status: number;
  title: string;
}

/** Every error code of the API. The words of `title` never vary; `detail` tells the occurrence and its remedy. */
export const PROBLEMS = {
  malformed_json: { status: 400, title: "The body is not valid JSON" },
  ambiguous_credentials: { status: 400, title: "Two different credentials were sent" },
  key_in_url: { status: 400, title: "A key was sent in the URL" },
  invalid_header: { status: 400, title: "A header cannot be understood" },
  missing_credentials: { status: 401, title: "No credentials were sent" },
  malformed_authorization: { status: 401, title: "The Authorization header cannot be understood" },
  key_malformed: { status: 401, title: "This is not a key" },
  key_invalid: { status: 401, title: "Unknown key" },
  key_expired: { status: 401, title: "The key has expired" },
  key_revoked: { status: 401, title: "The key was revoked" },
  key_rotated: { status: 401, title: "The key's secret was replaced" },
  key_disabled: { status: 401, title: "The key is disabled" },
  owner_disabled: { status: 401, title: "The key's user can no longer sign in here" },
  session_expired: { status: 401, title: "The session has ended" },
  two_factor_required: { status: 401, title: "A code of the second factor is needed" },
  sign_in_failed: { status: 401, title: "Wrong e-mail address or password" },
  insufficient_scope: { status: 403, title: "The key lacks a scope" },
  role_forbidden: { status: 403, title: "The role does not allow this" },
  ip_not_allowed: { status: 403, title: "The key may not be used from this network" },
  session_required: { status: 403, title: "Only a signed-in person may do this" },
  recent_sign_in_required: { status: 403, title: "This needs the password again" },
  escalation_denied: { status: 403, title: "A key cannot grant more than its maker has" },
  csrf_rejected: { status: 403, title: "The request came from another site" },
  plan_restricted: { status: 403, title: "The plan does not include this" },
  not_found: { status: 404, title: "Not found" },
  unknown_route: { status: 404, title: "No such route" },
  environment_mismatch: { status: 404, title: "It exists in the other environment" },
  method_not_allowed: { status: 405, title: "The route does not know this method" },
  conflict: { status: 409, title: "It conflicts with what is there" },
  rotation_in_progress: { status: 409, title: "A rotation is already going on" },
  insufficient_stock: { status: 409, title: "There is not that much" },
  idempotency_in_flight: { status: 409, title: "The first call with this key is still running" },
  version_mismatch: { status: 412, title: "Somebody else changed it first" },
  body_too_large: { status: 413, title: "The body is too large" },
  unsupported_media_type: { status: 415, title: "The body is not JSON" },
  validation_failed: { status: 422, title: "The input is not valid" },
  unknown_field: { status: 422, title: "The input has a field that is not known" },
  limit_reached: { status: 422, title: "A limit was reached" },
  expiry_out_of_range: { status: 422, title: "The expiry is out of range" },
  idempotency_key_reused: { status: 422, title: "The idempotency key was used for another request" },
  rate_limited: { status: 429, title: "Too many requests" },
  auth_throttled: { status: 429, title: "Too many failed attempts" },
  internal: { status: 500, title: "Something went wrong on our side" },
  unavailable: { status: 503, title: "The database does not answer" },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Where a problem is explained, below the server's public URL: `/problems/key-revoked`. */
export const problemPath = (code: ProblemCode): string => `/problems/${code.replaceAll("_", "-")}`;

const FieldError = z.strictObject({
  location: z.enum(["body", "query", "path", "header"]),
  pointer: z.string().describe("JSON pointer into that part, such as /scopes/0."),
  code: z.string(),
  message: z.string(),
});
export type FieldError = z.infer<typeof FieldError>;

/** RFC 9457 problem details, the body of every answer that is not 2xx. */
export const Problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    message: z.string(),
    code: z.enum(Object.keys(PROBLEMS) as ProblemCode[]), // keys of a const object: exactly ProblemCode
    request_id: z.string(),
    instance: z.string(),
    errors: z.array(FieldError).optional(),
    required_scopes: z.array(Scope).optional(),
    granted_scopes: z.array(Scope).optional(),
    missing_scopes: z.array(Scope).optional(),
    fix_url: z.string().optional(),
    key_id: z.string().optional(),
    expired_at: z.string().optional(),
    revoked_at: z.string().optional(),
    rotated_at: z.string().optional(),
    retry_after: z.int().optional(),
    violated_policies: z.array(z.string()).optional(),
    current_version: z.int().optional(),
    current_quantity: z.number().optional(),
    suggest: z.enum(["create", "claim"]).optional().describe("What to do about a code that names nothing."),
    failed_index: z.int().optional().describe("The operation that made an atomic bulk fail."),
    address: z.string().optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;
/** The members of a problem that tell one occurrence from another. */
export type ProblemExtras = Omit<
  Partial<Problem>,
  "type" | "title" | "status" | "detail" | "message" | "code" | "request_id" | "instance"
>;
