import { escalation } from "@stowage/auth/key-rights";
import type { ApiKeyStatus } from "@stowage/contract/api-keys";
import type { Scope } from "@stowage/contract/scopes";
import type { Caller } from "../../gate/caller.ts";
import { conflict, ProblemError } from "../../problems.ts";

interface Lifecycle {
  revoked_at: string | null;
  disabled_at: string | null;
  expires_at: string | null;
}

/** What a key is at `nowMs`; the end that cannot be undone counts first. */
export function statusOf(key: Lifecycle, nowMs: number): ApiKeyStatus {
  if (key.revoked_at !== null) return "revoked";
  if (key.expires_at !== null && Date.parse(key.expires_at) <= nowMs) return "expired";
  return key.disabled_at === null ? "active" : "disabled";
}

/**
 * The scopes of a new key: those asked for, or all that its maker may exercise. A key never out-ranks its maker.
 * @throws escalation_denied  the maker lacks one of them
 */
export function grantedScopes(caller: Caller, requested: readonly Scope[] | undefined): Scope[] {
  const held = caller.scopes;
  if (requested === undefined) return held.filter((scope) => scope !== "admin:*");
  const missing = escalation(requested, held);
  if (missing.length === 0) return [...requested];
  throw new ProblemError(
    "escalation_denied",
    `You cannot grant ${missing.join(", ")}: you do not have it yourself.`,
    {
      required_scopes: [...requested],
      granted_scopes: [...held],
      missing_scopes: missing,
    },
  );
}

/**
 * A key makes keys of its own environment alone, none that outlives it.
 * @throws escalation_denied
 */
export function checkMakerBounds(
  caller: Caller,
  wanted: { environment: string; expires_at: string | null },
): void {
  if (caller.auth_method !== "api_key") return;
  if (wanted.environment !== caller.environment)
    throw new ProblemError(
      "escalation_denied",
      `A ${caller.environment} key makes ${caller.environment} keys only.`,
    );
  const end = caller.key.expires_at;
  if (end !== null && (wanted.expires_at === null || Date.parse(wanted.expires_at) > Date.parse(end)))
    throw new ProblemError("escalation_denied", `A key cannot outlive its maker, which ends at ${end}.`);
}

/**
 * K32: a key may narrow keys, itself included; to raise one's rights takes a session that holds them.
 * @throws session_required  a key would add a scope or prolong a life
 * @throws escalation_denied  the person lacks an added scope
 */
export function checkRaise(caller: Caller, added: readonly Scope[], isProlonged: boolean): void {
  if (caller.auth_method === "api_key" && (added.length > 0 || isProlonged))
    throw new ProblemError("session_required", "Only a signed-in person may give a key more than it has.");
  if (added.length > 0) grantedScopes(caller, added);
}

/** Whether an end lies later than another; null is never. */
export function isLater(end: string | null, than: string | null): boolean {
  if (than === null) return false;
  return end === null || Date.parse(end) > Date.parse(than);
}

/** @throws conflict  the key has ended: nothing brings it back */
export function checkAlive(key: Lifecycle & { name: string }, nowMs: number): void {
  const status = statusOf(key, nowMs);
  if (status === "revoked" || status === "expired")
    throw conflict(`${key.name} is ${status}, and nothing brings it back. Create a new key.`);
}

/** @throws expiry_out_of_range  it lies in the past */
export function checkExpiry(expires_at: string | null, nowMs: number): void {
  if (expires_at === null || Date.parse(expires_at) > nowMs) return;
  throw new ProblemError(
    "expiry_out_of_range",
    `expires_at: ${expires_at} has passed. Choose a later time.`,
    {
      errors: [{ location: "body", pointer: "/expires_at", code: "in_the_past", message: "It has passed." }],
    },
  );
}

/** Who sees and ends keys that are not their own: admins and owners. */
export function seesAllKeys(caller: Caller): boolean {
  return caller.role === "owner" || caller.role === "admin";
}
