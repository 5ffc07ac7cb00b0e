import type { KeyRecord } from "@stowage/auth/key-store";
import { roleGrants } from "@stowage/contract/roles";
import { missingScopes, type Scope } from "@stowage/contract/scopes";
import type { Deps } from "../deps.ts";
import { insufficientScope, ProblemError } from "../problems.ts";
import type { Access } from "./access.ts";
import type { Call } from "./call.ts";
import type { Caller } from "./caller.ts";

/**
 * What the credential itself allows: a key's scopes; a signed-in person is stopped by none.
 * @throws insufficient_scope, session_required
 */
export function checkScope(deps: Deps, caller: Caller, access: Access): void {
  if (caller.auth_method === "session") return;
  if (access.kind === "session")
    throw new ProblemError("session_required", "Only a signed-in person may do this; an API key may not.");
  if (access.kind === "scope") checkKeyScopes(deps, caller.key, access.scopes, access.lacking);
}

/**
 * What the role of the user behind the caller allows at this moment. Whom a key acts as may always see and stop it (K24).
 * @throws role_forbidden
 */
export function checkRole(caller: Caller, access: Access): void {
  if (access.kind !== "scope") return;
  if (access.isOwnAffair && caller.auth_method === "session") return;
  checkRoleGrants(caller, access.scopes);
}

/**
 * What a call turns out to need beyond its procedure's own scopes, such as `items:delete` for a bulk that deletes. It
 * counts as used by the key.
 * @throws insufficient_scope, role_forbidden
 */
export function requireScopes(
  { deps, call, caller }: { deps: Deps; call: Call; caller: Caller },
  scopes: readonly Scope[],
): void {
  if (caller.auth_method === "api_key") checkKeyScopes(deps, caller.key, scopes, "insufficient_scope");
  checkRoleGrants(caller, scopes);
  call.also_used = [...new Set([...(call.also_used ?? []), ...scopes])];
}

function checkRoleGrants({ role, organization }: Caller, scopes: readonly Scope[]): void {
  const forbidden = scopes.find((scope) => !roleGrants(role, scope));
  if (forbidden === undefined) return;
  throw new ProblemError(
    "role_forbidden",
    `The role ${role} does not include ${forbidden}. An admin of ${organization.name} can change that.`,
  );
}

function checkKeyScopes(
  deps: Deps,
  key: KeyRecord,
  required: readonly Scope[],
  problem: "insufficient_scope" | "session_required",
): void {
  const missing = missingScopes(key.scopes, required);
  if (missing.length === 0) return;
  throw insufficientScope({
    problem,
    required,
    granted: key.scopes,
    missing,
    fix_url: fixUrl(deps.publicUrl(), key.id, missing),
  });
}

/** Opens the key's settings with the missing scopes ticked; grants nothing, and never ticks `admin:*`. */
function fixUrl(publicUrl: string, keyId: string, missing: readonly string[]): string {
  const add = missing.filter((scope) => scope !== "admin:*").join(",");
  return `${publicUrl}/settings/api-keys/${keyId}?add=${encodeURIComponent(add)}`;
}
