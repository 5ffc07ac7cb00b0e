import type { ApiKeyRow } from "@stowage/contract/api-keys";
import { formatCount } from "../../lib/format.ts";

/** Whether a key uses the rights of somebody other than who made it. */
export function actsForAnother(key: Pick<ApiKeyRow, "acts_as" | "created_by">): boolean {
  return key.acts_as !== key.created_by;
}

/** `by Ada`. */
export function madeBy(key: Pick<ApiKeyRow, "created_by_name">): string {
  return key.created_by_name === null ? "by a former member" : `by ${key.created_by_name}`;
}

/** What narrows a key beside its scopes: `acts as Grace · 2 places · 1 network`. Empty when nothing does. */
export function boundsSummary(
  key: Pick<
    ApiKeyRow,
    "acts_as" | "created_by" | "acts_as_name" | "location_ids" | "allowed_cidrs" | "rate_limit"
  >,
): string {
  return [
    actsForAnother(key) ? `acts as ${key.acts_as_name}` : "",
    key.location_ids ? formatCount(key.location_ids.length, "place") : "",
    key.allowed_cidrs ? formatCount(key.allowed_cidrs.length, "network") : "",
    key.rate_limit ? "lower limit" : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}
