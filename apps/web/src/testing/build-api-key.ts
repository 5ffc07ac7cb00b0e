import type { ApiKey, WhoAmI } from "@stowage/contract/api-keys";
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
