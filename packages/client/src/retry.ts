import { ConnectionError, type StowageError, TimeoutError } from "./errors.ts";

/** First wait without a `Retry-After`; each further one is twice as long, up to the last. */
const BACKOFF_FIRST_MS = 500;
const BACKOFF_LAST_MS = 8_000;

/** Passing faults of what stands between. Nobody knows whether the server has seen the call. */
const PASSING_STATUSES = new Set([408, 502, 503, 504]);

/**
 * Whether a call may be made again after this, so that it is never carried out twice. `isSafe`: the server itself sees to
 * that, as it only reads, knows the call by its idempotency key, or compares versions.
 */
export function mayRepeat(error: StowageError, isSafe: boolean): boolean {
  // The server says these before it begins.
  if (error.status === 429 || error.code === "unavailable") return true;
  if (!isSafe) return false;
  if (error instanceof ConnectionError || error instanceof TimeoutError) return true;
  return error.code === "idempotency_in_flight" || PASSING_STATUSES.has(error.status ?? 0);
}

/**
 * How long to wait before the next try; null when it is longer than `longestMs`, as coming too early is in vain.
 * @param attempt  from 0
 * @param chance  from 0 to 1
 */
export function retryDelayMs(
  { retryAfter }: StowageError,
  { attempt, chance, longestMs }: { attempt: number; chance: number; longestMs: number },
): number | null {
  if (retryAfter !== null) return retryAfter * 1_000 <= longestMs ? retryAfter * 1_000 : null;
  const backoffMs = Math.min(BACKOFF_FIRST_MS * 2 ** attempt, BACKOFF_LAST_MS, longestMs);
  return Math.round(backoffMs * (0.5 + chance / 2));
}

/** `Retry-After` as seconds from now: a number of them or an HTTP date. Null when it is neither. */
export function retryAfterSeconds(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1_000));
}
