/** PostgreSQL's SQLSTATE for a statement behind one that failed. */
const IN_FAILED_TRANSACTION = "25P02";

/**
 * Waits for statements of one transaction that were sent one behind the other. Behind one that fails all others fail too,
 * and may be heard of first.
 * @throws what the first one failed of
 */
export async function allAnswered(
  statements: readonly (Promise<unknown> | null | undefined)[],
): Promise<void> {
  const answers = await Promise.allSettled(statements);
  const failures = answers.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  if (failures.length > 0) throw failures.find((reason) => !isConsequence(reason)) ?? failures[0];
}

function isConsequence(reason: unknown): boolean {
  for (let error = reason; error instanceof Error; error = error.cause)
    if ((error as { code?: unknown }).code === IN_FAILED_TRANSACTION) return true;
  return false;
}
