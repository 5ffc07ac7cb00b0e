import type { ApiKey } from "@stowage/contract/api-keys";
import { formatDate } from "../../lib/format.ts";

/** Within this many days of its end, a key's expiry is worth a colour. */
const EXPIRES_SOON_DAYS = 14;
const DAY_MS = 86_400_000;

/** A key that was used within so many days is taken for one that something depends on. */
const IN_USE_DAYS = 7;

/** How old a secret may grow before it should be replaced (K15), in days. */
const SECRET_DAYS_MAX = { live: 90, test: 180 } as const;

export function hasEnded(key: Pick<ApiKey, "status">): boolean {
  return key.status === "revoked" || key.status === "expired";
}

export function expiresSoon(key: Pick<ApiKey, "status" | "expires_at">, now: Date): boolean {
  if (key.expires_at === null || hasEnded(key)) return false;
  return new Date(key.expires_at).getTime() - now.getTime() < EXPIRES_SOON_DAYS * DAY_MS;
}

export function isInUse({ last_used_at }: Pick<ApiKey, "last_used_at">, now: Date): boolean {
  return last_used_at !== null && daysSince(last_used_at, now) < IN_USE_DAYS;
}

/** The age of a secret in days when it is due to be replaced; null while it is young enough, or the key has ended. */
export function overdueSecretDays(
  key: Pick<ApiKey, "status" | "environment" | "rotated_at" | "created_at">,
  now: Date,
): number | null {
  if (hasEnded(key) || key.status === "rotating") return null;
  const days = Math.floor(daysSince(key.rotated_at ?? key.created_at, now));
  return days >= SECRET_DAYS_MAX[key.environment] ? days : null;
}

function daysSince(time: string, now: Date): number {
  return (now.getTime() - Date.parse(time)) / DAY_MS;
}

/** Why a key ended and when: "Revoked 3 Mar: laptop stolen". Empty for one that still works. */
export function endedReason(
  key: Pick<ApiKey, "status" | "expires_at" | "revoked_at" | "revocation_reason">,
): string {
  if (key.status === "revoked") {
    const when = key.revoked_at === null ? "Revoked" : `Revoked ${formatDate(key.revoked_at)}`;
    return key.revocation_reason ? `${when}: ${key.revocation_reason}` : when;
  }
  if (key.status === "expired")
    return key.expires_at === null ? "Expired" : `Expired ${formatDate(key.expires_at)}`;
  return "";
}
