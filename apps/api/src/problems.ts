import {
  PROBLEMS,
  type Problem,
  type ProblemCode,
  type ProblemExtras,
  problemPath,
} from "@stowage/contract/problems";
import type { Scope } from "@stowage/contract/scopes";
import { TRPCError } from "@trpc/server";

type TrpcCode = ConstructorParameters<typeof TRPCError>[0]["code"];

const TRPC_CODES: Record<number, TrpcCode> = {
  400: "BAD_REQUEST",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  405: "METHOD_NOT_SUPPORTED",
  409: "CONFLICT",
  412: "PRECONDITION_FAILED",
  413: "PAYLOAD_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
  422: "UNPROCESSABLE_CONTENT",
  429: "TOO_MANY_REQUESTS",
  500: "INTERNAL_SERVER_ERROR",
  503: "SERVICE_UNAVAILABLE",
};

/** The one error of the API: a code of the contract's table, the sentence for this occurrence, its extra members. */
export class ProblemError extends TRPCError {
  readonly problem: ProblemCode;
  readonly extras: ProblemExtras;
  readonly headers: Record<string, string>;

  constructor(
    problem: ProblemCode,
    detail: string,
    {
      headers = {},
      cause,
      ...extras
    }: ProblemExtras & { headers?: Record<string, string>; cause?: unknown } = {},
  ) {
    const { stackTraceLimit } = Error;
    const { status } = PROBLEMS[problem];
    // A refusal is an answer: nobody reads where it was made, and finding out costs more than refusing.
    if (status < 500) Error.stackTraceLimit = 0;
    super({ code: TRPC_CODES[status] ?? "INTERNAL_SERVER_ERROR", message: detail, cause });
    Error.stackTraceLimit = stackTraceLimit;
    this.problem = problem;
    this.extras = extras;
    this.headers = headers;
  }

  get status(): number {
    return PROBLEMS[this.problem].status;
  }
}

/** What a problem body needs to know of the request it answers. */
export interface ProblemFrame {
  request_id: string;
  public_url: string;
}

/** The body on the wire (RFC 9457). `message` repeats `detail` for clients that read `error.message`. */
export function problemBody(error: ProblemError, frame: ProblemFrame): Problem {
  const { status, title } = PROBLEMS[error.problem];
  return {
    type: `${frame.public_url}${problemPath(error.problem)}`,
    title,
    status,
    detail: error.message,
    message: error.message,
    code: error.problem,
    request_id: frame.request_id,
    instance: `urn:request:${frame.request_id}`,
    ...error.extras,
  };
}

/** Nothing of this name was found; what it was tells `environmentHint` where else to look. */
export class NotFound extends ProblemError {
  readonly noun: string;
  readonly id: string;

  constructor(noun: string, id: string) {
    super("not_found", `There is no ${noun} ${id} here.`);
    this.noun = noun;
    this.id = id;
  }
}

/** Absent and somebody else's look the same. */
export function notFound(noun: string, id: string): ProblemError {
  return new NotFound(noun, id);
}

export function conflict(detail: string, extras: ProblemExtras = {}): ProblemError {
  return new ProblemError("conflict", detail, extras);
}

export function versionMismatch(noun: string, current_version: number): ProblemError {
  return new ProblemError(
    "version_mismatch",
    `The ${noun} is at version ${current_version}. Read it again and repeat the change on that.`,
    { current_version, headers: { etag: `"v${current_version}"` } },
  );
}

export function limitReached(detail: string): ProblemError {
  return new ProblemError("limit_reached", detail);
}

/** One field's error, for rules that a schema cannot state. */
export function invalidField(pointer: string, code: string, message: string): ProblemError {
  return new ProblemError("validation_failed", `${pointer.slice(1)}: ${message}`, {
    errors: [{ location: "body", pointer, code, message }],
  });
}

/** RFC 6750: every 401 says how to authenticate. */
export function unauthorized(
  problem: ProblemCode,
  detail: string,
  extras: ProblemExtras & { error?: "invalid_token" | "invalid_request" } = {},
): ProblemError {
  const { error, ...members } = extras;
  const challenge = error ? `Bearer realm="api", error="${error}"` : 'Bearer realm="api"';
  return new ProblemError(problem, detail, { ...members, headers: { "www-authenticate": challenge } });
}

export function insufficientScope(args: {
  problem: "insufficient_scope" | "session_required";
  required: readonly Scope[];
  granted: readonly Scope[];
  missing: readonly Scope[];
  fix_url: string;
}): ProblemError {
  const scope = args.required.join(" ");
  const orPerson = args.problem === "session_required" ? " A signed-in person may do this without." : "";
  return new ProblemError(
    args.problem,
    `This key lacks ${args.missing.join(", ")}. Add it to the key, or use a key that has it.${orPerson}`,
    {
      required_scopes: [...args.required],
      granted_scopes: [...args.granted],
      missing_scopes: [...args.missing],
      fix_url: args.fix_url,
      headers: { "www-authenticate": `Bearer realm="api", error="insufficient_scope", scope="${scope}"` },
    },
  );
}

/** The database does not answer: the caller's credentials were never judged, so this is never a 401. */
export function unavailable(cause: unknown): ProblemError {
  return new ProblemError("unavailable", "The database does not answer. Try again in a moment.", {
    retry_after: 2,
    headers: { "retry-after": "2" },
    cause,
  });
}
