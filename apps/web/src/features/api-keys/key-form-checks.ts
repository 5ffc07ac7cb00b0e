import { formatCount } from "../../lib/format.ts";
import { type ExpiryChoice, expiryOf, lastExpiryDate } from "./expiry-choice.ts";

export const NO_SCOPES = "Choose at least one thing that the key may do.";
const NO_DATE = "Choose a day that is not over.";

export function expiryProblem(
  choice: ExpiryChoice,
  date: string,
  daysMax: number | null = null,
): string | undefined {
  const now = new Date();
  if (expiryOf(choice, date, now, daysMax) === undefined) return NO_DATE;
  const last = lastExpiryDate(now, daysMax);
  if (choice !== "date" || last === undefined || date <= last) return undefined;
  return `Keys of this organization live ${formatCount(daysMax ?? 0, "day")} at the most: choose a day up to ${last}.`;
}

/** The one message of a field's errors. */
export function messageOf(errors: readonly unknown[]): string | undefined {
  return errors.find((error) => typeof error === "string");
}
