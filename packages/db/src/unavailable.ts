/** The driver's own words for a connection that is gone or never came. */
const DRIVER_CODES = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
]);

/** The system's words for it. A webhook's receiver can fail in the same words, so they count on a query alone. */
const SYSTEM_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOENT", // the embedded database's socket, while it restarts
  "EACCES",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/**
 * admin_shutdown, crash_shutdown, cannot_connect_now, database_dropped, idle_session_timeout, too_many_connections; and
 * query_canceled, which is our own limit for a statement: it had no answer in time, and has done nothing.
 */
const SERVER_CODES = new Set(["57P01", "57P02", "57P03", "57P04", "57P05", "53300", "57014"]);

/** Class 08: connection exceptions, also what poolers answer for an absent server. */
const CONNECTION_EXCEPTION = /^08...$/;

/** Drizzle and tRPC each wrap once; more than this is a cycle. */
const CAUSES_MAX = 8;

/**
 * Whether an error says that the database could not be reached or went away, as opposed to refusing the statement.
 * The work may or may not have been done: only a commit that was answered is certain.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  let isOnQuery = false;
  for (let depth = 0; depth < CAUSES_MAX && error instanceof Error; depth++) {
    isOnQuery ||= "query" in error;
    if (isConnectionCode(error, isOnQuery)) return true;
    error = error.cause;
  }
  return false;
}

function isConnectionCode(error: Error, isOnQuery: boolean): boolean {
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (DRIVER_CODES.has(code) || SERVER_CODES.has(code) || CONNECTION_EXCEPTION.test(code)) return true;
  return isOnQuery && SYSTEM_CODES.has(code);
}
