import { z } from "zod";
import { OrganizationSummary, User } from "./accounts.ts";
import { Cidr } from "./cidrs.ts";
import { Environment } from "./environments.ts";
import { id, idRef } from "./ids.ts";
import { KEY_LOCATIONS_MAX, KEY_NETWORKS_MAX, RATE_LIMIT_MAX, ROTATION_GRACE_SECONDS_MAX } from "./limits.ts";
import { PageInput, pageOf } from "./lists.ts";
import { Role } from "./roles.ts";
import { Scope, ScopeSet } from "./scopes.ts";
import { block, line } from "./text.ts";
import { Timestamp } from "./times.ts";

export const ApiKeyStatus = z.enum(["active", "disabled", "expired", "revoked", "rotating"]);
export type ApiKeyStatus = z.infer<typeof ApiKeyStatus>;

/** The kinds of alert that a key can raise, each of which can be muted (K52). */
export const API_KEY_ALERTS = {
  authentication_failed: "Calls with it are refused again and again",
  new_network: "It is used from a network not seen before",
  quota_reached: "It has used up its rate limit",
  rotated_secret_used: "A secret that was rotated out is still used",
  dead_key_used: "It is still called although it is disabled or has expired",
} as const;
export type ApiKeyAlert = keyof typeof API_KEY_ALERTS;
export const ApiKeyAlert = z.enum(Object.keys(API_KEY_ALERTS) as ApiKeyAlert[]); // keys of a const object

const window = z.int().min(1).max(RATE_LIMIT_MAX);
/** A key's own limit, below its plan's; a window that is not named keeps the plan's. */
export const KeyRateLimit = z
  .strictObject({ per_minute: window.optional(), per_hour: window.optional() })
  .refine(({ per_minute, per_hour }) => per_minute !== undefined || per_hour !== undefined, {
    error: "Name per_minute, per_hour or both; null is the plan's limit.",
  });
export type KeyRateLimit = z.infer<typeof KeyRateLimit>;

/** A key as anyone may see it: everything but the secret, which exists in the answers of create and rotate alone. */
export const ApiKey = z
  .strictObject({
    id: id("api_key"),
    name: z.string(),
    description: z.string(),
    prefix: z.string(),
    environment: Environment,
    scopes: z.array(Scope),
    organization_id: id("organization"),
    created_by: id("user").nullable(),
    acts_as: id("user"),
    location_ids: z.array(id("location")).nullable(),
    allowed_cidrs: z.array(z.string()).nullable(),
    rate_limit: z
      .strictObject({ per_minute: z.int().min(1).optional(), per_hour: z.int().min(1).optional() })
      .nullable(),
    muted_alerts: z.array(ApiKeyAlert),
    status: ApiKeyStatus,
    created_at: Timestamp,
    expires_at: Timestamp.nullable(),
    auto_renew: z.boolean(),
    last_used_at: Timestamp.nullable(),
    last_used_ip: z.string().nullable(),
    rotated_at: Timestamp.nullable(),
    revoked_at: Timestamp.nullable(),
    revocation_reason: z.string().nullable(),
  })
  .meta({ id: "ApiKey" });
export type ApiKey = z.infer<typeof ApiKey>;

/** A row of the list: the key, its people by name, and its requests of the last 30 UTC days, today last. */
export const ApiKeyRow = ApiKey.extend({
  created_by_name: z.string().nullable(),
  acts_as_name: z.string(),
  daily_requests: z.array(z.int().min(0)).length(30),
}).meta({ id: "ApiKeyRow" });
export type ApiKeyRow = z.infer<typeof ApiKeyRow>;

/** A rotation that still goes on, and who uses the secret that it replaces. */
export const KeyRotation = z
  .strictObject({
    started_at: Timestamp,
    activate: z.enum(["now", "first_use"]),
    is_pending: z.boolean().describe("The new secret has not been used yet, so the old one has no end yet."),
    grace_seconds: z.int().min(0),
    old_secret_ends_at: Timestamp.nullable(),
    old_secret: z.strictObject({
      last_used_at: Timestamp.nullable(),
      last_used_ip: z.string().nullable(),
      last_used_agent: z.string().nullable(),
      uses: z.int().min(0).describe("Calls with the old secret since the rotation began."),
    }),
  })
  .meta({ id: "KeyRotation" });
export type KeyRotation = z.infer<typeof KeyRotation>;

/** Why a key is not prolonged by itself although it should be (K35). */
export const NotRenewedReason = z.enum([
  "unused",
  "subject_disabled",
  "plan_restricted",
  "lifetime_too_long",
]);
export type NotRenewedReason = z.infer<typeof NotRenewedReason>;

/** What would make a key safer, seen from what it did (K37). */
export const KeyAdvice = z
  .strictObject({
    observed_since: Timestamp.describe(
      "When counting began: the key's creation or the last change of its scopes.",
    ),
    used_scopes: z.array(Scope).describe("Those that its answered calls needed since then."),
    unused_scopes: z
      .array(Scope)
      .describe("Those it could do without; named once its use is known for 14 days, if it used any."),
    unused_for_days: z.int().min(0).describe("Days since its last call, or since its creation."),
    is_unused: z.boolean().describe("Not used for 90 days."),
    not_renewed_because: NotRenewedReason.nullable().describe(
      "Why `auto_renew` will not prolong it as things stand.",
    ),
  })
  .meta({ id: "KeyAdvice" });
export type KeyAdvice = z.infer<typeof KeyAdvice>;

/** A key with what it did lately, and what would make it safer. */
export const ApiKeyWithUsage = ApiKeyRow.extend({
  usage: z.strictObject({ requests_today: z.int().min(0), requests_this_month: z.int().min(0) }),
  rotation: KeyRotation.nullable(),
  advice: KeyAdvice,
}).meta({ id: "ApiKeyWithUsage" });
export type ApiKeyWithUsage = z.infer<typeof ApiKeyWithUsage>;

const LocationIds = z
  .array(idRef("location"))
  .min(1)
  .max(KEY_LOCATIONS_MAX)
  .overwrite((ids) => [...new Set(ids)])
  .describe("Only what lies in these places or below them; null for everywhere.");
const AllowedCidrs = z
  .array(Cidr)
  .min(1)
  .max(KEY_NETWORKS_MAX)
  .overwrite((cidrs) => [...new Set(cidrs)])
  .describe("Only from these addresses or networks (CIDR, v4 and v6); null for anywhere.");
const MutedAlerts = z
  .array(ApiKeyAlert)
  .max(Object.keys(API_KEY_ALERTS).length)
  .overwrite((alerts) => [...new Set(alerts)])
  .describe("Alerts that nobody wants of this key.");

export const CreateApiKey = z.strictObject({
  name: line(100),
  description: block(2_000).default(""),
  scopes: ScopeSet.describe("What it may do; without it, all that its maker may do.").optional(),
  environment: Environment.describe("Without it, the maker's own.").optional(),
  expires_at: Timestamp.nullable().default(null).describe("When it ends; null for never."),
  acts_as: idRef("user")
    .describe("Whose rights it uses: one's own, or for admins another member's.")
    .optional(),
  location_ids: LocationIds.nullable().default(null),
  allowed_cidrs: AllowedCidrs.nullable().default(null),
  rate_limit: KeyRateLimit.nullable()
    .default(null)
    .describe("A limit below the plan's; null for the plan's."),
  auto_renew: z.boolean().default(false).describe("Prolong it by its original lifetime before it ends."),
  active: z.boolean().default(true).describe("False makes it disabled until it is set to true."),
});
export type CreateApiKey = z.infer<typeof CreateApiKey>;

/** A new key, with its secret. */
export const CreatedApiKey = ApiKey.extend({
  key: z.string().nullable().describe("The secret. It is shown this once and cannot be had again."),
}).meta({ id: "CreatedApiKey" });
export type CreatedApiKey = z.infer<typeof CreatedApiKey>;

export const UpdateApiKey = z.strictObject({
  id: idRef("api_key"),
  name: line(100).optional(),
  description: block(2_000).optional(),
  scopes: ScopeSet.describe("Replaces all of its scopes.").optional(),
  expires_at: Timestamp.nullable().describe("A new end; null for never.").optional(),
  location_ids: LocationIds.nullable().optional(),
  allowed_cidrs: AllowedCidrs.nullable().optional(),
  rate_limit: KeyRateLimit.nullable().describe("A limit below the plan's; null for the plan's.").optional(),
  auto_renew: z.boolean().optional(),
  muted_alerts: MutedAlerts.optional(),
  active: z.boolean().describe("False disables it until it is set to true again.").optional(),
});
export type UpdateApiKey = z.infer<typeof UpdateApiKey>;

export const RotateApiKey = z.strictObject({
  id: idRef("api_key"),
  grace_seconds: z
    .int()
    .min(0)
    .max(ROTATION_GRACE_SECONDS_MAX)
    .default(0)
    .describe("How long the old secret goes on working; never past the key's end."),
  activate: z
    .enum(["now", "first_use"])
    .default("now")
    .describe("`first_use` lets the old secret work until the new one is used; then the grace begins."),
});
export type RotateApiKey = z.infer<typeof RotateApiKey>;

/** Days as a number, or as in `90d`. */
const Days = z
  .string()
  .regex(/^\d{1,4}d?$/, "Expected days, such as 90.")
  .meta({ examples: ["90"] });

export const ListApiKeys = PageInput.extend({
  status: z
    .enum(["current", "ended", "all", ...ApiKeyStatus.options])
    .default("current")
    .describe("`current` is all but the ended, `ended` is revoked or expired."),
  environment: Environment.optional(),
  acts_as: idRef("user").describe("Only keys that act as this user.").optional(),
  unused_for: Days.describe("Only keys without a call for so many days.").optional(),
  expires_within: Days.describe("Only keys that end within so many days.").optional(),
  q: line(200).describe("Part of a name.").optional(),
});
export type ListApiKeys = z.infer<typeof ListApiKeys>;

export const ApiKeyPage = pageOf(ApiKeyRow);
export type ApiKeyPage = z.infer<typeof ApiKeyPage>;

export const ApiKeyRef = z.strictObject({ id: idRef("api_key") });

export const RevokedApiKey = z.strictObject({ id: id("api_key"), revoked_at: Timestamp });
export type RevokedApiKey = z.infer<typeof RevokedApiKey>;

/** Who the server takes the caller for. */
export const WhoAmI = z
  .strictObject({
    auth_method: z.enum(["session", "api_key"]),
    user: User,
    organization: OrganizationSummary,
    environment: Environment,
    api_key: ApiKey.nullable(),
    scopes: z.array(Scope),
    role: Role,
  })
  .meta({ id: "WhoAmI" });
export type WhoAmI = z.infer<typeof WhoAmI>;
