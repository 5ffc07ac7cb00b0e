import type { FieldError } from "@stowage/contract/problems";
import { isDatabaseUnavailable } from "@stowage/db/unavailable";
import { TRPCError } from "@trpc/server";
import type { z } from "zod";
import { nearestField } from "./nearest-field.ts";
import { ProblemError, unavailable } from "./problems.ts";
import { InvalidInput } from "./trpc/compiled.ts";

/** Tells where the caller put a field of an input. */
export type Locate = (field: string) => FieldError["location"];

const inBody: Locate = () => "body";

/** Fastify's own refusals of a request, by its error codes. */
const FASTIFY_PROBLEMS: Record<string, [ConstructorParameters<typeof ProblemError>[0], string]> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ["unsupported_media_type", "Send the body as application/json."],
  FST_ERR_CTP_BODY_TOO_LARGE: ["body_too_large", "The body is larger than 1 MiB. Send less at a time."],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ["malformed_json", "The body ended before its Content-Length."],
  FST_ERR_CTP_INVALID_JSON_BODY: ["malformed_json", "The body is not valid JSON."],
  FST_ERR_BAD_URL: ["unknown_route", "The URL cannot be decoded."],
};

/** Turns whatever was thrown into the one error of the API; what is not known becomes `internal` and tells nothing. */
export function problemOf(thrown: unknown, locate: Locate = inBody): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  if (thrown instanceof InvalidInput) return validationProblem(thrown, locate);
  if (thrown instanceof TRPCError) return problemOfTrpc(thrown, locate);
  if (isDatabaseUnavailable(thrown)) return unavailable(thrown);
  const known = FASTIFY_PROBLEMS[codeOf(thrown)];
  if (known) return new ProblemError(...known);
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

/** 422 with every field at fault; a field that is not known makes it `unknown_field` and names the nearest one. */
function validationProblem(invalid: InvalidInput, locate: Locate): ProblemError {
  const errors = invalid.issues.flatMap((issue) => fieldErrors(issue, invalid.known, locate));
  const unknown = errors.some((field) => field.code === "unknown_field");
  const first = errors[0];
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
  const where = first && first.pointer !== "" ? `${first.pointer.slice(1).replaceAll("/", ".")}: ` : "";
  return new ProblemError(
    unknown ? "unknown_field" : "validation_failed",
    `${where}${first?.message ?? "The input is not valid."}${more}`,
    { errors },
  );
}

function fieldErrors(issue: z.core.$ZodIssue, known: readonly string[], locate: Locate): FieldError[] {
  const pointer = issue.path.map((part) => `/${escapePointer(String(part))}`).join("");
  const field = issue.path[0] === undefined ? "" : String(issue.path[0]);
  if (issue.code !== "unrecognized_keys")
    return [{ location: locate(field), pointer, code: issue.code, message: issue.message }];
  return issue.keys.map((key) => {
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
