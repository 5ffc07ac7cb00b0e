import { randomBytes } from "node:crypto";
import type { Plan, RateLimitPair } from "@stowage/contract/limits";
import type { UpdateOrganization } from "@stowage/contract/organizations";
import type { Caller } from "../../gate/caller.ts";
import { invalidField, ProblemError } from "../../problems.ts";

const SLUG_WORDS_LENGTH_MAX = 40;

/** A slug of the name's letters and digits, with a few random ones so that it is free: `our-workshop-3f9c1a`. */
export function slugOf(name: string): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, SLUG_WORDS_LENGTH_MAX)
    .replace(/^-+|-+$/g, "");
  return [...(words ? [words] : []), randomBytes(3).toString("hex")].join("-");
}

/**
 * What keys may do is for whoever runs the instance.
 * @throws session_required, role_forbidden
 */
export function checkPlanChange(
  caller: Caller,
  { plan, rate_limit }: Pick<UpdateOrganization, "plan" | "rate_limit">,
): void {
  if (plan === undefined && rate_limit === undefined) return;
  if (caller.auth_method === "api_key")
    throw new ProblemError("session_required", "Only a signed-in person may change the plan.");
  if (!caller.user.is_instance_admin)
    throw new ProblemError("role_forbidden", "Only the admin of this instance may change the plan.");
}

/**
 * The custom limit after a change: it belongs to the enterprise plan, and goes with it.
 * @throws validation_failed  another plan would have one
 */
export function customLimitOf(
  before: { plan: Plan; rate_limit: RateLimitPair | null },
  { plan = before.plan, rate_limit = before.rate_limit }: Pick<UpdateOrganization, "plan" | "rate_limit">,
): RateLimitPair | null {
  if (plan === "enterprise" || rate_limit === null) return rate_limit;
  if (rate_limit === before.rate_limit) return null;
  throw invalidField("/rate_limit", "needs_enterprise", "Only the enterprise plan has a limit of its own.");
}
