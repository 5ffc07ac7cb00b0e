import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from "@stowage/contract/limits";

/** Follows a password as it is typed. Length is all that counts, so length is all it speaks of. */
export function passwordHint(length: number): string {
  if (length === 0) return `At least ${PASSWORD_LENGTH_MIN} characters; any will do.`;
  if (length > PASSWORD_LENGTH_MAX)
    return `${length - PASSWORD_LENGTH_MAX} too many: at most ${PASSWORD_LENGTH_MAX}.`;
  const missing = PASSWORD_LENGTH_MIN - length;
  if (missing > 0) return missing === 1 ? "One more character." : `${missing} more characters.`;
  return `Long enough: ${length} characters.`;
}

/** What a new password lacks, or nothing. */
export function newPasswordProblem(password: string): string | undefined {
  return password.length < PASSWORD_LENGTH_MIN
    ? `Use at least ${PASSWORD_LENGTH_MIN} characters. A few words in a row are easy to keep in mind.`
    : undefined;
}
