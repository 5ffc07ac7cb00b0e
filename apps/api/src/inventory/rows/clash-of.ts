import { conflict, type ProblemError } from "../../problems.ts";
import { violatedConstraint } from "../../writes/unique-violation.ts";

/** What the tables of things keep unique; a repeated event number would be our own mistake. */
const OF_THINGS = /^(locations|bins|items|codes|projects|reservations|tasks)_/;

/**
 * What a broken unique constraint of a thing says to the caller; null for any other failure. Rules are checked before,
 * on all that the workspace holds; ids and label codes reach beyond it.
 */
export function clashOf(thrown: unknown): ProblemError | null {
  const constraint = violatedConstraint(thrown);
  if (constraint === null || !OF_THINGS.test(constraint)) return null;
  const noun = constraint.split("_", 1)[0];
  return conflict(`Another of the ${noun} has this id, name or code already. Nothing was written.`);
}

/** Where a label code shows that it is taken: at the bin, which is written first, or at the label. */
const OF_CODES = new Set(["bins_code", "codes_organization_id_code_pk"]);

/** A label code that was drawn at random is taken. */
export const isTakenCode = (thrown: unknown): boolean => OF_CODES.has(violatedConstraint(thrown) ?? "");
