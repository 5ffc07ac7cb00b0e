import { type ExpiryChoice, expiryOf } from "./expiry-choice.ts";

export const NO_SCOPES = "Choose at least one thing that the key may do.";
const NO_DATE = "Choose a day that is not over.";

export function expiryProblem(choice: ExpiryChoice, date: string): string | undefined {
  return expiryOf(choice, date, new Date()) === undefined ? NO_DATE : undefined;
}

/** The one message of a field's errors. */
export function messageOf(errors: readonly unknown[]): string | undefined {
  return errors.find((error) => typeof error === "string");
}
