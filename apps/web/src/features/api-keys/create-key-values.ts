import type { CreateApiKey, WhoAmI } from "@stowage/contract/api-keys";
import type { Environment } from "@stowage/contract/environments";
import type { Member } from "@stowage/contract/members";
import { roleGrants } from "@stowage/contract/roles";
import type { Scope } from "@stowage/contract/scopes";
import type { IntendedAccess } from "./access-words.ts";
import { allowedExpiry, type ExpiryChoice, expiryOf } from "./expiry-choice.ts";
import { type KeyBounds, NO_BOUNDS, networksOf, rateLimitOf } from "./key-bounds.ts";
import { type PresetChoice, scopesOfPreset } from "./preset-choice.ts";

/** A new key as its form holds it. */
export interface NewKeyValues {
  name: string;
  description: string;
  environment: Environment;
  preset: PresetChoice;
  scopes: Scope[];
  expiry: ExpiryChoice;
  expiryDate: string;
  autoRenew: boolean;
  /** Null for the maker. */
  actsAs: Pick<Member, "id" | "name" | "role"> | null;
  bounds: KeyBounds;
  isActive: boolean;
}

/** K10: read-only, for 90 days, unless something else is chosen. */
export function newKeyValues(me: WhoAmI): NewKeyValues {
  return {
    name: "",
    description: "",
    environment: me.environment,
    preset: "read_only",
    scopes: scopesOfPreset("read_only", me.scopes),
    expiry: "90d",
    expiryDate: "",
    autoRenew: false,
    actsAs: null,
    bounds: NO_BOUNDS,
    isActive: true,
  };
}

function endOf({ expiry, expiryDate }: NewKeyValues, now: Date, daysMax: number | null) {
  return expiryOf(allowedExpiry(expiry, daysMax), expiryDate, now, daysMax);
}

/** What is sent. Choices that stand for "as usual" are left out, so that the server's defaults hold. */
export function newKeyOf(values: NewKeyValues, now: Date, daysMax: number | null): CreateApiKeyInput {
  const { name, description, environment, scopes, actsAs, bounds, isActive } = values;
  const expires_at = endOf(values, now, daysMax) ?? null;
  const allowed_cidrs = networksOf(bounds);
  const rate_limit = rateLimitOf(bounds);
  return {
    name,
    description,
    environment,
    scopes,
    expires_at,
    ...(values.autoRenew && expires_at !== null && { auto_renew: true }),
    ...(actsAs && { acts_as: actsAs.id }),
    ...(bounds.location_ids.length > 0 && { location_ids: bounds.location_ids }),
    ...(allowed_cidrs && { allowed_cidrs }),
    ...(rate_limit && { rate_limit }),
    ...(!isActive && { active: false }),
  };
}

type CreateApiKeyInput = Pick<CreateApiKey, "name" | "scopes" | "environment"> & Partial<CreateApiKey>;

/** The same for the sentence that says what the key will be able to do. */
export function intendedAccess(
  values: NewKeyValues,
  now: Date,
  { daysMax, places }: { daysMax: number | null; places: readonly string[] | null },
): IntendedAccess {
  return {
    scopes: values.scopes,
    environment: values.environment,
    expiresAt: endOf(values, now, daysMax),
    isRenewed: values.autoRenew,
    actsAs: values.actsAs?.name ?? null,
    places,
    networks: networksOf(values.bounds),
    rateLimit: rateLimitOf(values.bounds),
    isDisabled: !values.isActive,
  };
}

/** The scopes that would lie idle, since the user whom the key acts as may not use them. */
export function idleScopes({ scopes, actsAs }: Pick<NewKeyValues, "scopes" | "actsAs">): Scope[] {
  if (actsAs === null) return [];
  return scopes.filter((scope) => !roleGrants(actsAs.role, scope));
}
