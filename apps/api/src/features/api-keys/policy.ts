import { escalation } from "@stowage/auth/key-rights";
import type { ApiKey, ApiKeyStatus } from "@stowage/contract/api-keys";
import { type Role, roleGrants } from "@stowage/contract/roles";
import type { Scope } from "@stowage/contract/scopes";
import type { Caller } from "../../gate/caller.ts";
import { excessOf, type KeyRights } from "../../grants/excess.ts";
import { isAdmin } from "../../grants/organization-rules.ts";
import { conflict, invalidField, ProblemError } from "../../problems.ts";
import { isRotating, type RotationTimes } from "../../rotation/rotating.ts";

interface Lifecycle extends RotationTimes {
  revoked_at: string | null;
  disabled_at: string | null;
  expires_at: string | null;
}

/** What a key is at `nowMs`; the end that cannot be undone counts first. */
export function statusOf(key: Lifecycle, nowMs: number): ApiKeyStatus {
  if (key.revoked_at !== null) return "revoked";
  if (key.expires_at !== null && Date.parse(key.expires_at) <= nowMs) return "expired";
  if (key.disabled_at !== null) return "disabled";
  return isRotating(key, nowMs) ? "rotating" : "active";
}

/**
 * The scopes of a new key: those asked for, or all that its maker and the role of its subject allow, but for `admin:*`. A
 * key never out-ranks its maker.
 * @throws escalation_denied  the maker lacks one of them
 * @throws validation_failed  none was asked for and none would be left
 */
export function grantedScopes(
  caller: Caller,
  requested: readonly Scope[] | undefined,
  subject: Role,
): Scope[] {
  if (requested !== undefined) {
    checkHolds(caller, requested);
    return [...requested];
  }
  const shared = caller.scopes.filter((scope) => scope !== "admin:*" && roleGrants(subject, scope));
  if (shared.length > 0) return shared;
  throw invalidField(
    "/scopes",
    "none_left",
    "Name its scopes: you have none in common with the role it acts in.",
  );
}

/** @throws escalation_denied  the caller lacks one of the scopes */
function checkHolds(caller: Caller, scopes: readonly Scope[]): void {
  const missing = escalation(scopes, caller.scopes);
  if (missing.length === 0) return;
  throw new ProblemError(
    "escalation_denied",
    `You cannot grant ${missing.join(", ")}: you do not have it yourself.`,
    { required_scopes: [...scopes], granted_scopes: [...caller.scopes], missing_scopes: missing },
  );
}

/**
 * K14: a key makes keys of its own environment alone, and none that is in any direction more than it is itself. Its
 * places bound what it sees, so that a place outside them is for it one that does not exist.
 * @throws escalation_denied
 */
export function checkMakerBounds(caller: Caller, wanted: KeyRights & { environment: string }): void {
  if (caller.auth_method !== "api_key") return;
  if (wanted.environment !== caller.environment)
    throw new ProblemError(
      "escalation_denied",
      `A ${caller.environment} key makes ${caller.environment} keys only.`,
    );
  const [excess] = excessOf(wanted, { ...caller.key, scopes: caller.scopes }, []);
  if (excess === undefined) return;
  throw new ProblemError("escalation_denied", `A key cannot ${excess} when the key that makes it does not.`);
}

/**
 * K32: a key may narrow keys, itself included; to raise one takes a session that holds what the key then has.
 * @throws session_required  a key would give a key more than it has
 * @throws escalation_denied  the person lacks one of its scopes
 */
export function checkRaise(caller: Caller, after: KeyRights): void {
  if (caller.auth_method === "api_key")
    throw new ProblemError("session_required", "Only a signed-in person may give a key more than it has.");
  checkHolds(caller, after.scopes);
}

/**
 * K52: or whoever stole a key could silence what would give them away.
 * @throws session_required  a key would mute an alert
 */
export function checkMuting(caller: Caller, before: MutedAlerts, after: Partial<MutedAlerts>): void {
  const isMore = after.muted_alerts?.some((alert) => !before.muted_alerts.includes(alert));
  if (caller.auth_method === "api_key" && isMore)
    throw new ProblemError("session_required", "Only a signed-in person may mute a key's alerts.");
}

type MutedAlerts = Pick<ApiKey, "muted_alerts">;

/** Seconds that a key lasts from now on; null for ever. */
export function lifetimeSeconds(expires_at: string | null, nowMs: number): number | null {
  return expires_at === null ? null : Math.round((Date.parse(expires_at) - nowMs) / 1_000);
}

/** @throws conflict  the key has ended: nothing brings it back */
export function checkAlive(key: Lifecycle & { name: string }, nowMs: number): void {
  const status = statusOf(key, nowMs);
  if (status === "revoked" || status === "expired")
    throw conflict(`${key.name} is ${status}, and nothing brings it back. Create a new key.`);
}

/** Who sees and ends keys that are not their own. */
export function seesAllKeys(caller: Caller): boolean {
  return isAdmin(caller);
}
