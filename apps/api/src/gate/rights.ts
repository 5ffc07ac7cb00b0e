import type { KeyRecord } from "@stowage/auth/key-store";
import { roleGrants } from "@stowage/contract/roles";
import { missingScopes } from "@stowage/contract/scopes";
import type { Deps } from "../deps.ts";
import { insufficientScope, ProblemError } from "../problems.ts";
import type { Access } from "./access.ts";
import type { Caller } from "./caller.ts";

/**
 * What the credential itself allows: a key's scopes; a signed-in person is stopped by none.
 * @throws insufficient_scope, session_required
 */
export function checkScope(deps: Deps, caller: Caller, access: Access): void {
  if (caller.auth_method === "session") return;
  if (access.kind === "session")
    throw new ProblemError("session_required", "Only a signed-in person may do this; an API key may not.");
  if (access.kind === "scope") checkKeyScopes(deps, caller.key, access);
}

/**
 * What the role of the user behind the caller allows at this moment. Whom a key acts as may always see and stop it (K24).
 * @throws role_forbidden
 */
export function checkRole(caller: Caller, access: Access): void {
  if (access.kind !== "scope" || roleGrants(caller.role, access.scope)) return;
  if (access.isOwnAffair && caller.auth_method === "session") return;
  throw new ProblemError(
    "role_forbidden",
    `The role ${caller.role} does not include ${access.scope}. An admin of ${caller.organization.name} can change that.`,
  );
}

function checkKeyScopes(
  deps: Deps,
  key: KeyRecord,
  { scope, lacking }: Extract<Access, { kind: "scope" }>,
): void {
  const missing = missingScopes(key.scopes, [scope]);
  if (missing.length === 0) return;
  throw insufficientScope({
    problem: lacking,
    required: [scope],
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
