import { PLAN_RATE_LIMITS, type Plan, type RateLimitPair } from "@stowage/contract/limits";
import { ORGANIZATION_SETTINGS_DEFAULT, type OrganizationSettings } from "@stowage/contract/organizations";
import type { Db } from "@stowage/db/open-database";
import { organizations } from "@stowage/db/schema/identity";
import { eq } from "drizzle-orm";
import type { Caller, OrganizationId } from "../gate/caller.ts";
import { invalidField, ProblemError } from "../problems.ts";
import { isLater } from "./excess.ts";

const DAY_MS = 86_400_000;

/** What an organization lays down for its keys. */
export interface OrganizationRules {
  plan: Plan;
  /** What a key of it may do at the most. */
  rate_limit: RateLimitPair;
  settings: OrganizationSettings;
}

export async function organizationRules(
  db: Pick<Db, "select">,
  id: OrganizationId,
): Promise<OrganizationRules> {
  const [row] = await db
    .select({
      plan: organizations.plan,
      rate_limit: organizations.rate_limit,
      settings: organizations.settings,
    })
    .from(organizations)
    .where(eq(organizations.id, id));
  if (!row) throw new Error(`organization ${id} is gone`);
  const { plan, rate_limit, settings } = row;
  return {
    plan,
    rate_limit: rate_limit ?? PLAN_RATE_LIMITS[plan],
    settings: { ...ORGANIZATION_SETTINGS_DEFAULT, ...settings },
  };
}

/** Who sees and makes keys of others: admins and owners. */
export function isAdmin({ role }: Pick<Caller, "role">): boolean {
  return role === "owner" || role === "admin";
}

/**
 * K14: an organization may leave the making of keys to its admins.
 * @throws role_forbidden
 */
export function checkMayMake(caller: Caller, { settings }: OrganizationRules): void {
  if (settings.api_key_makers === "members" || isAdmin(caller)) return;
  throw new ProblemError(
    "role_forbidden",
    `In ${caller.organization.name} only admins make API keys. Ask one of them, or have the setting changed.`,
  );
}

/** @throws expiry_out_of_range  it has passed */
export function checkFuture(expires_at: string, nowMs: number): void {
  if (Date.parse(expires_at) <= nowMs)
    throw outOfRange("in_the_past", `${expires_at} has passed. Choose a later time.`);
}

/**
 * The end of a new or prolonged key.
 * @throws expiry_out_of_range  it lies later than the organization allows
 */
export function checkLifetime(
  expires_at: string | null,
  nowMs: number,
  { settings }: OrganizationRules,
): void {
  const days = settings.api_key_days_max;
  if (days === null) return;
  const latest = new Date(nowMs + days * DAY_MS).toISOString();
  if (isLater(expires_at, latest))
    throw outOfRange("too_late", `Keys here last ${days} days at the most. Choose ${latest} or earlier.`);
}

function outOfRange(code: string, message: string): ProblemError {
  return new ProblemError("expiry_out_of_range", `expires_at: ${message}`, {
    errors: [{ location: "body", pointer: "/expires_at", code, message }],
  });
}

/**
 * A key's own limit lies below its organization's; one above would never be reached.
 * @throws validation_failed
 */
export function checkRateLimit(
  limit: Partial<RateLimitPair> | null,
  { rate_limit }: OrganizationRules,
): void {
  for (const [window, name] of [
    ["per_minute", "a minute"],
    ["per_hour", "an hour"],
  ] as const)
    if ((limit?.[window] ?? 0) > rate_limit[window])
      throw invalidField(
        `/rate_limit/${window}`,
        "too_big",
        `Keys here may make ${rate_limit[window]} requests ${name}. Send at most that, or leave it out.`,
      );
}

/**
 * K35: renewal is part of the larger plans, and takes a lifetime to renew.
 * @throws plan_restricted, validation_failed
 */
export function checkRenewal(
  { auto_renew, expires_at }: { auto_renew: boolean; expires_at: string | null },
  { plan }: OrganizationRules,
): void {
  if (!auto_renew) return;
  if (plan === "free")
    throw new ProblemError(
      "plan_restricted",
      "The free plan does not renew keys. Leave out auto_renew and prolong the key yourself, or change the plan.",
    );
  if (expires_at === null)
    throw invalidField(
      "/auto_renew",
      "no_expiry",
      "A key that never ends needs no renewal. Send expires_at, too.",
    );
}
