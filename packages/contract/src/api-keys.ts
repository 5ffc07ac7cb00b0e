import { z } from "zod";
import { OrganizationSummary, User } from "./accounts.ts";
import { Environment } from "./environments.ts";
import { id, idRef } from "./ids.ts";
import { PageInput, pageOf } from "./lists.ts";
import { Role } from "./roles.ts";
import { Scope, ScopeSet } from "./scopes.ts";
import { block, line } from "./text.ts";
import { Timestamp } from "./times.ts";

export const ApiKeyStatus = z.enum(["active", "disabled", "expired", "revoked", "rotating"]);
export type ApiKeyStatus = z.infer<typeof ApiKeyStatus>;

/** A key as anyone may see it: everything but the secret, which exists in the answer of its creation alone. */
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

export const ApiKeyWithUsage = ApiKey.extend({
  usage: z.strictObject({ requests_today: z.int().min(0), requests_this_month: z.int().min(0) }),
}).meta({ id: "ApiKeyWithUsage" });

export const CreateApiKey = z.strictObject({
  name: line(100),
  description: block(2_000).default(""),
  scopes: ScopeSet.describe("What it may do; without it, all that its maker may do.").optional(),
  environment: Environment.describe("Without it, the maker's own.").optional(),
  expires_at: Timestamp.nullable().default(null).describe("When it ends; null for never."),
});
export type CreateApiKey = z.infer<typeof CreateApiKey>;

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
  active: z.boolean().describe("False disables it until it is set to true again.").optional(),
});
export type UpdateApiKey = z.infer<typeof UpdateApiKey>;

export const ListApiKeys = PageInput.omit({ include_total: true }).extend({
  status: z.enum(["active", "ended", "all"]).default("active").describe("`ended` is revoked or expired."),
  environment: Environment.optional(),
  q: line(200).describe("Part of a name.").optional(),
});
export type ListApiKeys = z.infer<typeof ListApiKeys>;

export const ApiKeyPage = pageOf(ApiKey);
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
