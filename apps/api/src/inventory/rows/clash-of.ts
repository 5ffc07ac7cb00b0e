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

/** A label code that was drawn at random is taken. */
export const isTakenCode = (thrown: unknown): boolean =>
  violatedConstraint(thrown) === "codes_organization_id_code_pk";
