import type { ApiKey, UpdateApiKey } from "@stowage/contract/api-keys";
import type { Scope } from "@stowage/contract/scopes";
import { formatDate } from "../../lib/format.ts";
import { EXPIRY_CHOICES, type ExpiryChoice, expiryOf } from "./expiry-choice.ts";
import { scopeChanges } from "./scope-changes.ts";

/** A key as its form holds it. */
export interface KeyValues {
  name: string;
  description: string;
  scopes: Scope[];
  expiry: ExpiryChoice | "keep";
  expiryDate: string;
}

export const editExpiryOptions = [{ value: "keep", label: "Keep" }, ...EXPIRY_CHOICES] as const;

export function keptExpiryWords({ expires_at }: ApiKey): string {
  return expires_at === null ? "It never ends, as before." : `It ends ${formatDate(expires_at)}, as before.`;
}

export function keyValuesOf(key: ApiKey, scopes: Scope[]): KeyValues {
  return { name: key.name, description: key.description, scopes, expiry: "keep", expiryDate: "" };
}

/** When the key would end: null for never, undefined while a day is still to be chosen. */
export function newExpiryOf(key: ApiKey, { expiry, expiryDate }: KeyValues, now: Date) {
  return expiry === "keep" ? key.expires_at : expiryOf(expiry, expiryDate, now);
}

/** Only what the form changed, so that saving takes nothing else back. */
export function keyChangesOf(before: ApiKey, values: KeyValues, now: Date): Omit<UpdateApiKey, "id"> {
  const name = values.name.trim();
  const description = values.description.trim();
  const { added, removed } = scopeChanges(before.scopes, values.scopes);
  const expires_at = newExpiryOf(before, values, now);
  return {
    ...(name !== before.name && { name }),
    ...(description !== before.description && { description }),
    ...(added.length + removed.length > 0 && { scopes: values.scopes }),
    ...(expires_at !== undefined && expires_at !== before.expires_at && { expires_at }),
  };
}
