/** PostgreSQL's SQLSTATE for a broken unique constraint. */
const UNIQUE_VIOLATION = "23505";

/** Runs `work`; where it breaks one of the named unique constraints, throws that one's error instead. */
export async function onUniqueViolation<Result>(
  errors: Record<string, Error>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    const constraint = violatedConstraint(thrown);
    throw (constraint && errors[constraint]) || thrown;
  }
}

/** The name of the unique constraint that a database error is about, or null; Drizzle wraps the driver's error as its cause. */
export function violatedConstraint(thrown: unknown): string | null {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    const { code, constraint_name } = error as { code?: unknown; constraint_name?: unknown };
    if (code === UNIQUE_VIOLATION && typeof constraint_name === "string") return constraint_name;
  }
  return null;
}
