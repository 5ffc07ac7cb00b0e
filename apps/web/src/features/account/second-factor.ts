/** A code or recovery code as the server compares it: without spaces and hyphens, in lower case. */
function bare(text: string): string {
  return text.replace(/[\s-]/g, "").toLowerCase();
}

/** Why this cannot be a code of an authenticator app, or nothing. */
export function codeProblem(text: string): string | undefined {
  if (/^\d{6}$/.test(bare(text))) return undefined;
  return bare(text) === "" ? "Enter the code that your app shows." : "A code is six digits.";
}

/** Why this cannot be a recovery code, or nothing. */
export function recoveryCodeProblem(text: string): string | undefined {
  if (/^[a-z2-7]{16}$/.test(bare(text))) return undefined;
  return bare(text) === ""
    ? "Enter one of your recovery codes."
    : "A recovery code has 16 letters and digits. Spaces and hyphens do not count.";
}
