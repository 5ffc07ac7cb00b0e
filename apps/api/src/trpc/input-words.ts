import type { z } from "zod";

/** What is wrong with an input, in words for whoever wrote it; where these say nothing, zod's own stay. */
export function inputWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "It is missing." : `Expected ${nounOf(issue.expected)}.`;
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      return `At most ${issue.maximum}${unitOf(issue.origin)}.`;
    case "not_multiple_of":
      return `Expected a multiple of ${issue.divisor}.`;
    case "invalid_value":
      return `Expected one of ${issue.values.map(String).join(", ")}.`;
    default:
      return undefined;
  }
}

function tooSmall({ origin, minimum }: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string {
  if (origin === "string" && minimum === 1) return "It is empty.";
  return `At least ${minimum}${unitOf(origin)}.`;
}

function unitOf(origin: string): string {
  return origin === "string" ? " characters" : origin === "array" ? " entries" : "";
}

function nounOf(type: string): string {
  if (type === "int") return "a whole number";
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
