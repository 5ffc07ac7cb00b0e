/** Rows a list answers when `limit` is not sent. */
export const LIST_LIMIT_DEFAULT = 50;
/** Most rows a list answers; a larger `limit` is an error, never clamped. */
export const LIST_LIMIT_MAX = 200;
/** Largest request body, in bytes; bulk and import have their own. */
export const BODY_BYTES_MAX = 1_048_576;
/** Things a workspace may hold. */
export const WORKSPACE_ITEMS_MAX = 100_000;
export const WORKSPACE_BINS_MAX = 20_000;
export const WORKSPACE_LOCATIONS_MAX = 2_000;
/** Levels of the location tree; a library (root) is level 1. */
export const LOCATION_DEPTH_MAX = 7;
/** numeric(14,3). */
export const QUANTITY_MAX = 99_999_999_999.999;
/** Active keys one organization may hold. */
export const ORGANIZATION_API_KEYS_MAX = 10_000;
/** Shortest password; length is what counts (NIST SP 800-63B). */
export const PASSWORD_LENGTH_MIN = 10;
/** Longest password: Argon2id hashes any length, so this only bounds the work of a hostile request. */
export const PASSWORD_LENGTH_MAX = 256;

export type Plan = "free" | "professional" | "enterprise";

/** Requests a key may make, by its organization's plan. `enterprise` is the default of a custom plan. */
export const PLAN_RATE_LIMITS: Record<Plan, { per_minute: number; per_hour: number }> = {
  free: { per_minute: 100, per_hour: 1_000 },
  professional: { per_minute: 500, per_hour: 10_000 },
  enterprise: { per_minute: 5_000, per_hour: 100_000 },
};
