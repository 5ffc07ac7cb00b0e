import type { KeyRecord } from "@stowage/auth/key-store";
import type { OrganizationSummary, User } from "@stowage/contract/accounts";
import type { Environment } from "@stowage/contract/environments";
import type { Plan } from "@stowage/contract/limits";
import type { Role } from "@stowage/contract/roles";
import type { Scope } from "@stowage/contract/scopes";

declare const minted: unique symbol;

/** The tenant filter of every query. Only the gate makes one, from a checked credential. */
export type WorkspaceId = string & { readonly [minted]: "WorkspaceId" };
export type OrganizationId = string & { readonly [minted]: "OrganizationId" };

interface CallerBase {
  /** Whose rights count: the signed-in person, or the one a key acts for. */
  user: User;
  organization: OrganizationSummary & { id: OrganizationId; plan: Plan };
  workspace_id: WorkspaceId;
  environment: Environment;
  role: Role;
  /** What the caller may do now: a key's scopes as far as the role still allows, or all of the role's. */
  scopes: readonly Scope[];
}

export interface SessionCaller extends CallerBase {
  auth_method: "session";
  session_id: string;
}

export interface KeyCaller extends CallerBase {
  auth_method: "api_key";
  key: KeyRecord;
}

/** An authenticated caller, by either way in. */
export type Caller = SessionCaller | KeyCaller;

/** The rows a credential led to, before they are trusted as a tenant. */
interface Tenancy {
  organization: { id: string; name: string; plan: Plan };
  workspace_id: string;
  environment: Environment;
  role: Role;
  user: User;
  scopes: readonly Scope[];
}

/** Brands what authentication found. Call it nowhere but in the gate. */
export function tenantOf({
  organization,
  workspace_id,
  environment,
  role,
  user,
  scopes,
}: Tenancy): CallerBase {
  return {
    user,
    // The one place where ids from a checked credential become tenant ids.
    organization: { ...organization, id: organization.id as OrganizationId, role },
    workspace_id: workspace_id as WorkspaceId,
    environment,
    role,
    scopes,
  };
}
