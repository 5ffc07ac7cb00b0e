import type { ApiKey } from "@stowage/contract/api-keys";
import { formatDate } from "../../lib/format.ts";

/** Within this many days of its end, a key's expiry is worth a colour. */
const EXPIRES_SOON_DAYS = 14;
const DAY_MS = 86_400_000;

export function hasEnded(key: Pick<ApiKey, "status">): boolean {
  return key.status === "revoked" || key.status === "expired";
}

export function expiresSoon(key: Pick<ApiKey, "status" | "expires_at">, now: Date): boolean {
  if (key.expires_at === null || hasEnded(key)) return false;
  return new Date(key.expires_at).getTime() - now.getTime() < EXPIRES_SOON_DAYS * DAY_MS;
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
