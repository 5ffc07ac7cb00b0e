import type { NotRenewedReason } from "@stowage/contract/api-keys";
import { KEY_UNUSED_DAYS, type Plan } from "@stowage/contract/limits";
import type { OrganizationSettings } from "@stowage/contract/organizations";

const DAY_MS = 86_400_000;
/** A renewal comes when less than this is left, or a tenth of the lifetime if that is shorter … */
const RENEWAL_LEAD_MS = DAY_MS;
/** … but never so late that a pass each minute could miss it. */
const RENEWAL_LEAD_MS_MIN = 3 * 60_000;

export interface RenewalFacts {
  created_at: string;
  last_used_at: string | null;
  /** From when its present end was set to that end. */
  lifetime_seconds: number;
  /** The key's subject may come in: neither disabled, nor suspended, nor gone from the organization. */
  is_subject_active: boolean;
  plan: Plan;
  settings: Partial<OrganizationSettings>;
}

/** K35: why a key with `auto_renew` would not be prolonged at `atMs`; null when it would be. */
export function whyNotRenewed(key: RenewalFacts, atMs: number): NotRenewedReason | null {
  if (key.plan === "free") return "plan_restricted";
  if (!key.is_subject_active) return "subject_disabled";
  const daysMax = key.settings.api_key_days_max ?? null;
  if (daysMax !== null && key.lifetime_seconds * 1_000 > daysMax * DAY_MS) return "lifetime_too_long";
  const lastUseMs = Date.parse(key.last_used_at ?? key.created_at);
  return atMs - lastUseMs >= KEY_UNUSED_DAYS * DAY_MS ? "unused" : null;
}

/** How long before its end a key is prolonged. */
export function renewalLeadMs(lifetime_seconds: number): number {
  return Math.max(RENEWAL_LEAD_MS_MIN, Math.min(RENEWAL_LEAD_MS, lifetime_seconds * 100));
}
