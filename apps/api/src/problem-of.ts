import { BODY_BYTES_MAX } from "@stowage/contract/limits";
import type { FieldError, ProblemCode } from "@stowage/contract/problems";
import { isDatabaseUnavailable } from "@stowage/db/unavailable";
import { TRPCError } from "@trpc/server";
import type { z } from "zod";
import { nearestField } from "./nearest-field.ts";
import { ProblemError, unavailable } from "./problems.ts";
import { InvalidInput } from "./trpc/compiled.ts";

/** Tells where the caller put a field of an input. */
export type Locate = (field: string) => FieldError["location"];

const inBody: Locate = () => "body";

/** What a route takes as a body; the usual is JSON of at most 1 MiB. */
export interface BodyRules {
  media_types?: readonly string[] | undefined;
  body_bytes?: number | undefined;
}

/** Fastify's own refusals of a request, by its error codes. */
const FASTIFY_PROBLEMS: Record<string, [ProblemCode, string | ((rules: BodyRules) => string)]> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    "unsupported_media_type",
    ({ media_types = ["application/json"] }) => `Send the body as ${media_types.join(" or ")}.`,
  ],
  FST_ERR_CTP_BODY_TOO_LARGE: [
    "body_too_large",
    ({ body_bytes = BODY_BYTES_MAX }) =>
      `The body is larger than ${body_bytes / 1_048_576} MiB. Send less at a time.`,
  ],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ["malformed_json", "The body ended before its Content-Length."],
  FST_ERR_CTP_INVALID_JSON_BODY: ["malformed_json", "The body is not valid JSON."],
  FST_ERR_BAD_URL: ["unknown_route", "The URL cannot be decoded."],
};

/** Turns whatever was thrown into the one error of the API; what is not known becomes `internal` and tells nothing. */
export function problemOf(thrown: unknown, locate: Locate = inBody, rules: BodyRules = {}): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  if (thrown instanceof InvalidInput) return validationProblem(thrown, locate);
  if (thrown instanceof TRPCError) return problemOfTrpc(thrown, locate);
  if (isDatabaseUnavailable(thrown)) return unavailable(thrown);
  const known = FASTIFY_PROBLEMS[codeOf(thrown)];
  if (known) return new ProblemError(known[0], typeof known[1] === "string" ? known[1] : known[1](rules));
  return new ProblemError(
    "internal",
    "Something went wrong on our side. The log has it under the request id.",
    {
      cause: thrown,
    },
  );
}

function problemOfTrpc(error: TRPCError, locate: Locate): ProblemError {
  const { cause } = error;
  if (cause && cause !== error) return problemOf(cause, locate);
  if (error.code === "NOT_FOUND") return new ProblemError("unknown_route", "There is no such procedure.");
  if (error.code === "METHOD_NOT_SUPPORTED") return new ProblemError("method_not_allowed", error.message);
  return new ProblemError(
    "internal",
    "Something went wrong on our side. The log has it under the request id.",
    {
      cause: error,
    },
  );
}

/** Faults that an answer names; a request can hold so many that naming them all would be an answer many times its size. */
const FIELD_ERRORS_MAX = 50;

/** 422 with the fields at fault; a field that is not known makes it `unknown_field` and names the nearest one. */
function validationProblem(invalid: InvalidInput, locate: Locate): ProblemError {
  const total = invalid.issues.reduce((sum, issue) => sum + faultsIn(issue), 0);
  const errors = invalid.issues
    .slice(0, FIELD_ERRORS_MAX)
    .flatMap((issue) => fieldErrors(issue, invalid.known, locate))
    .slice(0, FIELD_ERRORS_MAX);
  const unknown = invalid.issues.some(({ code }) => code === "unrecognized_keys");
  const first = errors[0];
  const more = total > 1 ? ` (and ${total - 1} more)` : "";
  const where = first && first.pointer !== "" ? `${first.pointer.slice(1).replaceAll("/", ".")}: ` : "";
  return new ProblemError(
    unknown ? "unknown_field" : "validation_failed",
    `${where}${first?.message ?? "The input is not valid."}${more}`,
    { errors },
  );
}

const faultsIn = (issue: z.core.$ZodIssue) => (issue.code === "unrecognized_keys" ? issue.keys.length : 1);

function fieldErrors(issue: z.core.$ZodIssue, known: readonly string[], locate: Locate): FieldError[] {
  const pointer = issue.path.map((part) => `/${escapePointer(String(part))}`).join("");
  const field = issue.path[0] === undefined ? "" : String(issue.path[0]);
  if (issue.code !== "unrecognized_keys")
    return [{ location: locate(field), pointer, code: issue.code, message: issue.message }];
  return issue.keys.slice(0, FIELD_ERRORS_MAX).map((key) => {
    const nearest = issue.path.length === 0 ? nearestField(key, known) : null;
    return {
      location: locate(field || key),
      pointer: `${pointer}/${escapePointer(key)}`,
      code: "unknown_field",
      message: nearest ? `Unknown field; did you mean ${nearest}?` : "Unknown field.",
    };
  });
}

/** RFC 6901. */
function escapePointer(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}

function codeOf(thrown: unknown): string {
  return thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
}
