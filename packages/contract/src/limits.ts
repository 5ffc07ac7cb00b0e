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

export const PLANS = ["free", "professional", "enterprise"] as const;
export type Plan = (typeof PLANS)[number];

/** Requests that two windows allow. */
export interface RateLimitPair {
  readonly per_minute: number;
  readonly per_hour: number;
}
/** Highest limit of a custom plan, for either window. */
export const RATE_LIMIT_MAX = 1_000_000;
/** Longest that a rotated-out secret may still work: 7 days. */
export const ROTATION_GRACE_SECONDS_MAX = 604_800;
/** Places and networks that one key may be bound to. */
export const KEY_LOCATIONS_MAX = 50;
export const KEY_NETWORKS_MAX = 50;
/** Days that an invitation holds, at the most and if nothing is said. */
export const INVITATION_DAYS_MAX = 30;
export const INVITATION_DAYS_DEFAULT = 7;
/** Invitations by address that an organization may send within a day. */
export const INVITATION_MAILS_A_DAY_MAX = 100;
/** How long after signing in what is delicate may be done without the password. */
export const RECENT_SIGN_IN_MINUTES = 15;
/** Organizations that one person may own. */
export const OWNED_ORGANIZATIONS_MAX = 50;
/** Days before a key's end at which its people are told. */
export const EXPIRY_NOTICE_DAYS = [30, 14, 7, 1] as const;
/** Days without use after which a key counts as unused. */
export const KEY_UNUSED_DAYS = 90;
/** Days that a key's use must be known before scopes that it does not use are named. */
export const ADVICE_OBSERVED_DAYS = 14;

/** Requests a key may make, by its organization's plan. `enterprise` is the default of a custom plan. */
export const PLAN_RATE_LIMITS: Record<Plan, RateLimitPair> = {
  free: { per_minute: 100, per_hour: 1_000 },
  professional: { per_minute: 500, per_hour: 10_000 },
  enterprise: { per_minute: 5_000, per_hour: 100_000 },
};

/** Operations one bulk request may hold. */
export const BULK_OPERATIONS_MAX = 500;
/** Blank labels one request may reserve. */
export const CODES_RESERVED_MAX = 1_000;
/** Largest file that an import takes, in bytes: 100,000 items with every field filled fit. */
export const IMPORT_BYTES_MAX = 64 * 1_048_576;
/** Rows one import may hold: a full workspace. */
export const IMPORT_ROWS_MAX = 150_000;
/** Row errors that an import reports; the count goes on. */
export const IMPORT_ERRORS_MAX = 200;
/** Hours that the first answer under an `Idempotency-Key` is kept. */
export const IDEMPOTENCY_KEPT_HOURS = 24;
/** Things one project may reserve. */
export const PROJECT_RESERVATIONS_MAX = 1_000;
/** Hits a search answers at most. */
export const SEARCH_HITS_MAX = 50;
/** Triggers one workspace may have. */
export const WORKSPACE_TRIGGERS_MAX = 200;
/** Parts of one trigger. */
export const TRIGGER_EVENT_TYPES_MAX = 20;
export const TRIGGER_CONDITIONS_MAX = 10;
export const TRIGGER_ACTIONS_MAX = 5;
/** Headers of one's own on a webhook. */
export const WEBHOOK_HEADERS_MAX = 10;
/** How deep triggers answer to what triggers did. */
export const TRIGGER_DEPTH_MAX = 3;
/** Tasks that the triggers of a workspace make within an hour; triggers that answer to each other could make any number. */
export const TRIGGER_TASKS_AN_HOUR_MAX = 1_000;
/** Deliveries in a row that fail before a trigger is turned off. */
export const TRIGGER_FAILURES_MAX = 20;
/** Attempts of one delivery. */
export const DELIVERY_ATTEMPTS_MAX = 8;
/** Days that a delivery is kept once it has ended. */
export const DELIVERY_KEPT_DAYS = 30;
/** Days before an item's day of expiry at which that is told, and on the day itself. */
export const ITEM_EXPIRY_NOTICE_DAYS = [7, 0] as const;
/** Streams of events that one key or person, one organization and all may have open on one server. */
export const EVENT_STREAMS_PER_CALLER_MAX = 20;
export const EVENT_STREAMS_PER_ORGANIZATION_MAX = 200;
export const EVENT_STREAMS_PER_SERVER_MAX = 500;
/** Largest body of a bulk request, in bytes: 500 operations with long notes fit. */
export const BULK_BYTES_MAX = 8 * 1_048_576;
