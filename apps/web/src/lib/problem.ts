import type { Problem } from "@stowage/contract/problems";
import { TRPCClientError } from "@trpc/client";

/** A call of a REST route that did not succeed; without a problem when no answer of the server's came. */
export class RestError extends Error {
  readonly problem: Problem | null;

  constructor(body: unknown) {
    super("The call did not succeed.");
    this.problem = isProblem(body) ? body : null;
  }
}

/** The server's problem of an error, or null when the server was not reached or spoke something else. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof RestError) return error.problem;
  if (!(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  if (typeof data !== "object" || data === null || !("problem" in data)) return null;
  const { problem } = data;
  return isProblem(problem) ? problem : null;
}

/** Work of several requests that stopped on its way; its message tells the reader what was not done, and why. */
export class NotDone extends Error {}

/** What to tell the reader: the server's own sentence, or how to go on when there is none. */
export function problemSentence(error: unknown): string {
  const problem = problemOf(error);
  if (problem) return problem.detail;
  if (error instanceof NotDone) return error.message;
  if (isUnreachable(error)) return "The server cannot be reached. Check the connection and try again.";
  return "Something went wrong in this page. Reload it and try again.";
}

/** True when no answer came, or not one from this API (a proxy's error page, for one). */
export function isUnreachable(error: unknown): boolean {
  return (error instanceof TRPCClientError || error instanceof RestError) && problemOf(error) === null;
}

/**
 * The messages of a 422 by field: `/scopes/0` belongs to `scopes`. A field's first message wins.
 * What names no field is left out; {@link problemSentence} still tells it.
 */
export function fieldErrorsOf(error: unknown): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { pointer, message } of problemOf(error)?.errors ?? []) {
    const field = pointer.split("/")[1]?.replaceAll("~1", "/").replaceAll("~0", "~");
    if (field) found[field] ??= message;
  }
  return found;
}

function isProblem(value: unknown): value is Problem {
  return (
    typeof value === "object" &&
    value !== null &&
    "code" in value &&
    typeof value.code === "string" &&
    "status" in value &&
    typeof value.status === "number" &&
    "detail" in value &&
    typeof value.detail === "string"
  );
}
