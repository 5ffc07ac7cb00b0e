import type { RateLimitPair } from "@stowage/contract/limits";
import { missingScopes, type Scope } from "@stowage/contract/scopes";
import { networksOutside } from "../gate/network.ts";

/** All directions in which one key can be more than another. */
export interface KeyRights {
  scopes: readonly Scope[];
  expires_at: string | null;
  auto_renew: boolean;
  location_ids: readonly string[] | null;
  allowed_cidrs: readonly string[] | null;
  rate_limit: Partial<RateLimitPair> | null;
  disabled_at: string | null;
}

/**
 * In which ways rights go beyond others, in words that follow "cannot"; none when they do not. `strayPlaces` are those
 * of the wanted places that lie in none of the others'.
 */
export function excessOf(wanted: KeyRights, than: KeyRights, strayPlaces: readonly string[]): string[] {
  const scopes = missingScopes(than.scopes, wanted.scopes);
  const ways: [boolean, string][] = [
    [scopes.length > 0, `have ${scopes.join(", ")}`],
    [isLater(wanted.expires_at, than.expires_at), `last longer than until ${than.expires_at}`],
    [wanted.auto_renew && !than.auto_renew && than.expires_at !== null, "renew itself"],
    [isWider(wanted.location_ids, than.location_ids, () => strayPlaces), "reach more places"],
    [isWider(wanted.allowed_cidrs, than.allowed_cidrs, networksOutside), "be used from more networks"],
    [isFaster(wanted.rate_limit, than.rate_limit), "have a higher rate limit"],
    [wanted.disabled_at === null && than.disabled_at !== null, "be enabled"],
  ];
  return ways.flatMap(([applies, words]) => (applies ? [words] : []));
}

/** Whether an end lies later than another; null is never. */
export function isLater(end: string | null, than: string | null): boolean {
  if (than === null) return false;
  return end === null || Date.parse(end) > Date.parse(than);
}

/** Whether bounds let in more than others; null is no bounds. */
function isWider(
  bounds: readonly string[] | null,
  than: readonly string[] | null,
  outside: (bounds: readonly string[], than: readonly string[]) => readonly string[],
): boolean {
  if (than === null) return false;
  return bounds === null || outside(bounds, than).length > 0;
}

/** A window that is not named is as wide as the plan allows. */
function isFaster(limit: KeyRights["rate_limit"], than: KeyRights["rate_limit"]): boolean {
  return (["per_minute", "per_hour"] as const).some(
    (window) => (limit?.[window] ?? Number.POSITIVE_INFINITY) > (than?.[window] ?? Number.POSITIVE_INFINITY),
  );
}
