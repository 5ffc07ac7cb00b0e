import type { Role } from "@stowage/contract/roles";
import { ROLE_SCOPES } from "@stowage/contract/roles";
import { ALL_SCOPES, grants, missingScopes, type Scope } from "@stowage/contract/scopes";

/**
 * What a key may do: its scopes as far as its subject's role allows, in catalogue order.
 * `admin:*` becomes everything the role has; without a role nothing is left.
 */
export function effectiveScopes(keyScopes: readonly Scope[], role: Role | null): Scope[] {
  if (role === null) return [];
  return ALL_SCOPES.filter((scope) => grants(keyScopes, scope) && grants(ROLE_SCOPES[role], scope));
}

/**
 * The requested scopes that their maker lacks and so cannot give; empty when the request is in order.
 * `admin:*` comes from `admin:*` alone, since it also grants what later versions add.
 * `makerScopes` are effective ones: a maker's key ∩ role.
 */
export function escalation(requested: readonly Scope[], makerScopes: readonly Scope[]): Scope[] {
  return missingScopes(makerScopes, requested);
}
