import type { NotRenewedReason } from "@stowage/contract/api-keys";
import { KEY_UNUSED_DAYS } from "@stowage/contract/limits";
import { writtenTime } from "./written-time.ts";

const DAY_MS = 86_400_000;

interface NamedKey {
  name: string;
  prefix: string;
  expires_at: string;
}

/** What is said of a key that ends soon; `reason` only for one that was to be renewed. */
export function expiringWords(key: NamedKey, nowMs: number, reason: NotRenewedReason | null) {
  const days = Math.max(1, Math.ceil((Date.parse(key.expires_at) - nowMs) / DAY_MS));
  const ends = (timeZone: string) =>
    `The API key ${key.name} (${key.prefix}) ends at ${writtenTime(key.expires_at, timeZone)}.`;
  const remedy = "Until then you can give it a later end, or put a new key in its place.";
  return {
    title: `${key.name} ends in ${days === 1 ? "1 day" : `${days} days`}`,
    body: (timeZone: string) =>
      [ends(timeZone), ...(reason === null ? [] : [REASONS[reason]]), remedy].join(" "),
  };
}

/** What is said of a key that has ended. */
export function expiredWords(key: NamedKey) {
  return {
    title: `${key.name} has ended`,
    body: (timeZone: string) =>
      `The API key ${key.name} (${key.prefix}) ended at ${writtenTime(key.expires_at, timeZone)}. Calls with it are refused, ` +
      "and nothing brings it back. If something still needs it, create a new key.",
  };
}

const REASONS: Record<NotRenewedReason, string> = {
  unused:
    `It will not be renewed by itself, because by then nothing has used it for ${KEY_UNUSED_DAYS} days. ` +
    "A single call with it changes that.",
  subject_disabled: "It will not be renewed by itself, because the user it acts as has no access any more.",
  plan_restricted: "It will not be renewed by itself, because the organization's plan does not include that.",
  lifetime_too_long:
    "It will not be renewed by itself, because it would live longer than the organization allows.",
};
