import { PROBLEMS, type ProblemCode } from "@stowage/contract/problems";
import type { ProcedureEntry } from "../../trpc/procedure-list.ts";
import { mayBeUnmodified } from "./entity-tag.ts";
import { problemExamples } from "./examples-of.ts";
import { answerHeaders, problemHeaders, UNMODIFIED_HEADERS } from "./headers.ts";
import type { DocumentedProblem } from "./problem-codes.ts";

interface Response {
  description?: string;
  content?: unknown;
  headers?: unknown;
}

/** The statuses of problems, and the names of the components that describe them. */
const PROBLEM_STATUSES = [
  [400, "BadRequest"],
  [401, "Unauthorized"],
  [403, "Forbidden"],
  [404, "NotFound"],
  [409, "Conflict"],
  [412, "PreconditionFailed"],
  [413, "ContentTooLarge"],
  [415, "UnsupportedMediaType"],
  [422, "UnprocessableContent"],
  [429, "TooManyRequests"],
  [500, "InternalServerError"],
  [503, "ServiceUnavailable"],
] as const;

/** Every answer of an operation; what several have in common is a component. */
export function responsesOf(
  entry: ProcedureEntry,
  success: Response,
  problems: readonly DocumentedProblem[],
): Record<string, object> {
  const { status = 200, summary = "" } = entry.rest ?? {};
  return {
    [status]: {
      ...success,
      description: summary,
      ...(entry.file && { content: filesOf(entry.file) }),
      headers: answerHeaders(entry),
    },
    ...(mayBeUnmodified(entry) && { 304: { $ref: "#/components/responses/NotModified" } }),
    ...problemReferences(problems),
  };
}

function problemReferences(problems: readonly DocumentedProblem[]): Record<string, object> {
  const references: Record<string, object> = {};
  for (const [status, name] of PROBLEM_STATUSES) {
    const ofStatus = problems.filter((problem) => problem.status === status);
    if (ofStatus.length > 0)
      references[status] = { $ref: `#/components/responses/${name}`, description: described(ofStatus) };
  }
  return references;
}

/** `not_found` · `conflict`: the name is taken */
function described(problems: readonly DocumentedProblem[]): string {
  return problems.map(({ code, when }) => `\`${code}\`${when && `: ${when}`}`).join(" · ");
}

/** What a file is, is told by its media type. */
function filesOf(mediaTypes: readonly string[]): object {
  return Object.fromEntries(mediaTypes.map((type) => [type, { schema: { type: "string" } }]));
}

/**
 * The responses that operations refer to. Each is described as most of those do; they need no words of their own then.
 */
export function shareResponses(
  operations: readonly { responses: Record<string, object> }[],
): Record<string, object> {
  const shared: Record<string, object> = {
    NotModified: { description: "What you have is still the answer.", headers: UNMODIFIED_HEADERS },
  };
  for (const [status, name] of PROBLEM_STATUSES) {
    const references = operations.flatMap(
      ({ responses }) => (responses[status] as Reference | undefined) ?? [],
    ); // made above
    const description = mostFrequent(references.map((one) => one.description ?? ""));
    for (const one of references) if (one.description === description) delete one.description;
    shared[name] = {
      description,
      headers: problemHeaders(status),
      content: {
        "application/problem+json": {
          schema: { $ref: "#/components/schemas/Problem" },
          ...problemExamples(codesOf(status)),
        },
      },
    };
  }
  return shared;
}

function codesOf(status: number): ProblemCode[] {
  const codes = Object.keys(PROBLEMS) as ProblemCode[]; // keys of a const object: exactly ProblemCode
  return codes.filter((code) => PROBLEMS[code].status === status);
}

interface Reference {
  $ref: string;
  description?: string;
}

function mostFrequent(texts: readonly string[]): string {
  const uses = new Map<string, number>();
  for (const text of texts) uses.set(text, (uses.get(text) ?? 0) + 1);
  return [...uses].sort(([, one], [, other]) => other - one)[0]?.[0] ?? "";
}
