/** The private PostgreSQL cannot run here; the message is written for whoever started the server. */
export class EmbeddedPostgresError extends Error {
  override name = "EmbeddedPostgresError";
}

/** Somebody else works in the data folder. Nothing was changed in it. */
export class DatabaseLockedError extends EmbeddedPostgresError {
  override name = "DatabaseLockedError";
}

/** The system's word for what went wrong (`EACCES`, `ENOENT`), if the error carries one. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
