import type { Problem } from "./types.gen.ts";

/** Why the server refuses. A newer server may know more of them. */
export type ProblemCode = Problem["code"];
/** What is wrong with one field of the input. */
export type FieldError = NonNullable<Problem["errors"]>[number];

/** What went wrong: a code of the server's, or one of the three that no server says. */
export type ErrorCode = ProblemCode | "connection_failed" | "timed_out" | "unexpected_answer";

interface Failure {
  code: ErrorCode;
  message: string;
  status?: number;
  problem?: Problem;
  request_id?: string | null;
  retryAfter?: number | null;
  cause?: unknown;
}

/** A call that failed. What the server answered stands in `problem`; branch on `code`, show `message`. */
export class StowageError extends Error {
  override name = "StowageError";
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;
  readonly code: ErrorCode;
  /** Names the call in the server's log; null when no answer told it. */
  readonly request_id: string | null;
  /** The whole body of the answer (RFC 9457); null when it was none of the server's. */
  readonly problem: Problem | null;
  /** The fields that are wrong, for `validation_failed` and its like; else empty. */
  readonly errors: readonly FieldError[];
  /** Seconds that the server asks to wait; null when it does not say. */
  readonly retryAfter: number | null;

  constructor({ code, message, status, problem, request_id, retryAfter, cause }: Failure) {
    super(message, cause === undefined ? undefined : { cause });
    this.status = status ?? null;
    this.code = code;
    this.request_id = request_id ?? null;
    this.problem = problem ?? null;
    this.errors = problem?.errors ?? [];
    this.retryAfter = retryAfter ?? null;
  }
}

/** Nobody answered, or the connection broke: whether the call was carried out is not known. */
export class ConnectionError extends StowageError {
  override name = "ConnectionError";

  constructor(
    message: string,
    { cause, code = "connection_failed" }: { cause?: unknown; code?: ErrorCode } = {},
  ) {
    super({ code, message, cause });
  }
}

/** There was no whole answer within `timeoutMs`: whether the call was carried out is not known. */
export class TimeoutError extends ConnectionError {
  override name = "TimeoutError";

  constructor(message: string) {
    super(message, { code: "timed_out" });
  }
}

/** Something answered that is not Stowage: a proxy's page, a redirect, another program. */
export class UnexpectedAnswerError extends StowageError {
  override name = "UnexpectedAnswerError";
}
