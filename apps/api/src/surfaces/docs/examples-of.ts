import type { ProblemCode } from "@stowage/contract/problems";
import type { ProcedureEntry } from "../../trpc/procedure-list.ts";
import { EXAMPLES, PROBLEM_EXAMPLES } from "./examples.gen.ts";
import type { Parameter } from "./parameters.ts";

interface Exemplified {
  parameters?: unknown[];
  requestBody?: { content?: Record<string, object> };
  responses: Record<string, object>;
}

/** Puts what was sent and answered once, in the tests, beside what may be sent and answered. */
export function documentExamples(operation: Exemplified, { path, rest, upload }: ProcedureEntry): void {
  const example = EXAMPLES[path];
  if (!example) return;
  const given = { ...example.path, ...example.query };
  for (const parameter of (operation.parameters ?? []) as Parameter[])
    if (parameter.in !== "header" && parameter.name in given) parameter.example = given[parameter.name]; // the library's own
  const bodies = operation.requestBody?.content ?? {};
  if (bodies["application/json"] && example.body)
    Object.assign(bodies["application/json"], { example: example.body });
  for (const [mediaType, format] of Object.entries(upload ?? {})) {
    const { content, format: sent } = (example.body ?? {}) as Record<string, unknown>; // an input with a file
    if (sent === format) Object.assign(bodies[mediaType] ?? {}, { example: content });
  }
  const { content = {} } = (operation.responses[String(rest?.status)] ?? {}) as {
    content?: Record<string, object>;
  };
  const answered = content[example.media_type ?? "application/json"];
  if (answered && example.answer !== undefined) Object.assign(answered, { example: example.answer });
}

/** Problems of one status as they came, by their codes; nothing when none of them is common. */
export function problemExamples(codes: readonly ProblemCode[]): { examples?: Record<string, object> } {
  const known = codes.flatMap((code) => {
    const value = PROBLEM_EXAMPLES[code];
    return value ? [[code, { value }] as const] : [];
  });
  return known.length > 0 ? { examples: Object.fromEntries(known) } : {};
}
