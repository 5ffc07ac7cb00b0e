import type { KeyRecord } from "./key-store.ts";

/** What presenting a key comes to, once its secret matched. */
export type KeyState = "valid" | "revoked" | "rotated" | "expired" | "disabled" | "subject_disabled";

/** Moments of a key in Unix milliseconds; Infinity for never. */
export interface KeyEnds {
  readonly expiresAtMs: number;
  readonly secretEndsAtMs: number;
}

/** A key's ends, read once so that judging it at each use parses no text. */
export function keyEnds({ expires_at, secret_ends_at }: KeyRecord): KeyEnds {
  return { expiresAtMs: moment(expires_at), secretEndsAtMs: moment(secret_ends_at) };
}

/**
 * A key's state at `nowMs`. The most final reason wins; the key's own come before its subject's.
 * A key is over at the very millisecond of its expiry.
 */
export function keyState(key: KeyRecord, ends: KeyEnds, nowMs: number): KeyState {
  if (key.revoked_at !== null) return "revoked";
  if (nowMs >= ends.secretEndsAtMs) return "rotated";
  if (nowMs >= ends.expiresAtMs) return "expired";
  if (key.disabled_at !== null) return "disabled";
  if (key.subject.is_disabled || key.role === null) return "subject_disabled";
  return "valid";
}

/** What cannot be read as a time ends the key rather than prolong it. */
function moment(instant: string | null): number {
  if (instant === null) return Number.POSITIVE_INFINITY;
  const ms = Date.parse(instant);
  return Number.isNaN(ms) ? Number.NEGATIVE_INFINITY : ms;
}
