import type { ApiKey, ApiKeyRow, ApiKeyWithUsage, WhoAmI } from "@stowage/contract/api-keys";
import {
  ORGANIZATION_SETTINGS_DEFAULT,
  type Organization,
  type OrganizationSettings,
} from "@stowage/contract/organizations";
import { ROLE_SCOPES, type Role } from "@stowage/contract/roles";

/** An active key that may read bins. */
export function buildApiKey(changes: Partial<ApiKey> = {}): ApiKey {
  return {
    id: "key_1",
    name: "Shelf display",
    description: "",
    prefix: "sk_stowage_live_aaaa...",
    environment: "live",
    scopes: ["bins:read"],
    organization_id: "org_1",
    created_by: "user_1",
    acts_as: "user_1",
    location_ids: null,
    allowed_cidrs: null,
    rate_limit: null,
    muted_alerts: [],
    status: "active",
    created_at: "2026-01-02T03:04:05Z",
    expires_at: null,
    auto_renew: false,
    last_used_at: null,
    last_used_ip: null,
    rotated_at: null,
    revoked_at: null,
    revocation_reason: null,
    ...changes,
  };
}

/** The same key as the list has it: made by Ada, without a call in 30 days. */
export function buildApiKeyRow(changes: Partial<ApiKeyRow> = {}): ApiKeyRow {
  return {
    ...buildApiKey(),
    created_by_name: "Ada",
    acts_as_name: "Ada",
    daily_requests: Array.from({ length: 30 }, () => 0),
    ...changes,
  };
}

/** The same key as its page has it: nothing counted, nothing advised. */
export function buildApiKeyWithUsage(changes: Partial<ApiKeyWithUsage> = {}): ApiKeyWithUsage {
  const row = buildApiKeyRow();
  return {
    ...row,
    usage: { requests_today: 0, requests_this_month: 0 },
    rotation: null,
    advice: {
      observed_since: row.created_at,
      used_scopes: [],
      unused_scopes: row.scopes,
      unused_for_days: 0,
      is_unused: false,
      not_renewed_because: null,
    },
    ...changes,
  };
}

/** Somebody who is signed in, with all that their role grants. */
export function buildWhoAmI(role: Role = "owner"): WhoAmI {
  return {
    auth_method: "session",
    user: { id: "user_1", email: "ada@example.org", name: "Ada", is_instance_admin: true },
    organization: { id: "org_1", name: "Home", role },
    environment: "live",
    api_key: null,
    scopes: [...ROLE_SCOPES[role]],
    role,
  };
}

/** The organization of those keys, on the professional plan. */
export function buildOrganization(
  changes: Partial<Organization> = {},
  settings: Partial<OrganizationSettings> = {},
): Organization {
  return {
    id: "org_1",
    name: "Home",
    slug: "home",
    role: "owner",
    plan: "professional",
    rate_limit: { per_minute: 500, per_hour: 10_000 },
    settings: { ...ORGANIZATION_SETTINGS_DEFAULT, ...settings },
    created_at: "2026-01-02T03:04:05Z",
    version: 1,
    ...changes,
  };
}
