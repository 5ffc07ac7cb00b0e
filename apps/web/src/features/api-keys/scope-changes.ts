import { ALL_SCOPES, grants, inCatalogueOrder, type Scope } from "@stowage/contract/scopes";

/** The scopes of `?add=`. What is unknown falls away, and so does `admin:*`: no link may lead towards it. */
export function askedScopes(add: string | undefined): Scope[] {
  const words = (add ?? "").split(",").map((word) => word.trim());
  return ALL_SCOPES.filter((scope) => scope !== "admin:*" && words.includes(scope));
}

/** The same scopes with those that were asked for and may be granted. */
export function withAsked(
  scopes: readonly Scope[],
  asked: readonly Scope[],
  grantable: readonly Scope[],
): Scope[] {
  const missing = asked.filter((scope) => grants(grantable, scope) && !grants(scopes, scope));
  return inCatalogueOrder([...scopes, ...missing]);
}

interface ScopeChanges {
  added: Scope[];
  removed: Scope[];
}

/** What a key gains and loses; what `admin:*` covers on both sides is neither. */
export function scopeChanges(before: readonly Scope[], after: readonly Scope[]): ScopeChanges {
  return {
    added: after.filter((scope) => !grants(before, scope)),
    removed: before.filter((scope) => !grants(after, scope)),
  };
}
