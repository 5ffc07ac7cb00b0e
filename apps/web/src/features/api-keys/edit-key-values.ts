import type { ApiKey, UpdateApiKey } from "@stowage/contract/api-keys";
import type { Scope } from "@stowage/contract/scopes";
import { formatDate } from "../../lib/format.ts";
import type { IntendedAccess } from "./access-words.ts";
import { allowedExpiry, type ExpiryChoice, expiryOf, expiryOptions } from "./expiry-choice.ts";
import { boundsChangesOf, boundsOf, type KeyBounds, networksOf, rateLimitOf } from "./key-bounds.ts";
import { scopeChanges } from "./scope-changes.ts";

/** A key as its form holds it. */
export interface KeyValues {
  name: string;
  description: string;
  scopes: Scope[];
  expiry: ExpiryChoice | "keep";
  expiryDate: string;
  autoRenew: boolean;
  bounds: KeyBounds;
}

export function editExpiryOptions(daysMax: number | null) {
  return [{ value: "keep" as const, label: "Keep" }, ...expiryOptions(daysMax)];
}

export function keptExpiryWords({ expires_at }: ApiKey): string {
  return expires_at === null ? "It never ends, as before." : `It ends ${formatDate(expires_at)}, as before.`;
}

export function keyValuesOf(key: ApiKey, scopes: Scope[]): KeyValues {
  return {
    name: key.name,
    description: key.description,
    scopes,
    expiry: "keep",
    expiryDate: "",
    autoRenew: key.auto_renew,
    bounds: boundsOf(key),
  };
}

/** When the key would end: null for never, undefined while a day is still to be chosen. */
export function newExpiryOf(
  key: ApiKey,
  { expiry, expiryDate }: Pick<KeyValues, "expiry" | "expiryDate">,
  now: Date,
  daysMax: number | null = null,
) {
  return expiry === "keep"
    ? key.expires_at
    : expiryOf(allowedExpiry(expiry, daysMax), expiryDate, now, daysMax);
}

/** Only what the form changed, so that saving takes nothing else back. */
export function keyChangesOf(
  before: ApiKey,
  values: KeyValues,
  now: Date,
  daysMax: number | null = null,
): Omit<UpdateApiKey, "id"> {
  const name = values.name.trim();
  const description = values.description.trim();
  const { added, removed } = scopeChanges(before.scopes, values.scopes);
  const expires_at = newExpiryOf(before, values, now, daysMax);
  // A key without an end has nothing to renew.
  const auto_renew = values.autoRenew && expires_at !== null;
  return {
    ...(name !== before.name && { name }),
    ...(description !== before.description && { description }),
    ...(added.length + removed.length > 0 && { scopes: values.scopes }),
    ...(expires_at !== undefined && expires_at !== before.expires_at && { expires_at }),
    ...(auto_renew !== before.auto_renew && { auto_renew }),
    ...boundsChangesOf(boundsOf(before), values.bounds),
  };
}

/** The key as it would be, for the sentence above the button. */
export function editedAccess(
  key: ApiKey,
  values: KeyValues,
  now: Date,
  { daysMax, places }: { daysMax: number | null; places: readonly string[] | null },
): IntendedAccess {
  return {
    scopes: values.scopes,
    environment: key.environment,
    expiresAt: newExpiryOf(key, values, now, daysMax),
    isRenewed: values.autoRenew,
    places,
    networks: networksOf(values.bounds),
    rateLimit: rateLimitOf(values.bounds),
    isDisabled: key.status === "disabled",
  };
}
