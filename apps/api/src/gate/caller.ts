import type { KeyRecord } from "@stowage/auth/key-store";
import type { OrganizationSummary, User } from "@stowage/contract/accounts";
import type { Environment } from "@stowage/contract/environments";
import type { Plan } from "@stowage/contract/limits";
import type { Role } from "@stowage/contract/roles";
import type { Scope } from "@stowage/contract/scopes";
import type { ProblemError } from "../problems.ts";

declare const minted: unique symbol;

/** The tenant filter of every query. Only the gate makes one, from a checked credential. */
export type WorkspaceId = string & { readonly [minted]: "WorkspaceId" };
export type OrganizationId = string & { readonly [minted]: "OrganizationId" };

/** Which things a caller can reach: those of a workspace, and of them what lies within the places of a bounded key. */
export interface Reach {
  readonly [minted]: "Reach";
  readonly workspace_id: WorkspaceId;
  /** Only what lies in these places or below them; null for all, as for people and keys without bounds. */
  readonly location_ids: readonly string[] | null;
  /** The calling key, which always reaches itself. */
  readonly api_key_id: string | null;
}

interface CallerBase {
  /** Whose rights count: the signed-in person, or the one a key acts for. */
  user: User;
  organization: OrganizationSummary & { id: OrganizationId; plan: Plan };
  workspace_id: WorkspaceId;
  /** The filter of every query for things. */
  reach: Reach;
  environment: Environment;
  role: Role;
  /** What the caller may do now: a key's scopes as far as the role still allows, or all of the role's. */
  scopes: readonly Scope[];
}

/** A person as the doer of something. */
export interface SignedInPerson {
  auth_method: "session";
  user: User;
}

/** A signed-in browser, in whatever organization or in none. */
export interface PersonCaller extends SignedInPerson {
  session_id: string;
  /** When the person last proved who they are. */
  authenticated_at: string;
}

export interface SessionCaller extends CallerBase, PersonCaller {
  auth_method: "session";
}

/** A signed-in browser without an organization to work in; `refusal` says why to whatever needs one. */
export interface StrayCaller extends PersonCaller {
  organization: null;
  refusal: ProblemError;
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
  /** The key that calls, with its bounds; null for a session. */
  key: Pick<KeyRecord, "id" | "location_ids"> | null;
}

/** Brands what authentication found. Call it nowhere but in the gate. */
export function tenantOf({
  organization,
  workspace_id,
  environment,
  role,
  user,
  scopes,
  key,
}: Tenancy): CallerBase {
  return {
    user,
    // The one place where ids from a checked credential become tenant ids.
    organization: { ...organization, id: organization.id as OrganizationId, role },
    workspace_id: workspace_id as WorkspaceId,
    reach: reachOf(workspace_id, key),
    environment,
    role,
    scopes,
  };
}

function reachOf(workspace_id: string, key: Tenancy["key"]): Reach {
  const reach: Omit<Reach, typeof minted> = {
    workspace_id: workspace_id as WorkspaceId, // as in tenantOf
    location_ids: key?.location_ids ?? null,
    api_key_id: key?.id ?? null,
  };
  return reach as Reach; // the brand has no value
}

/** The server itself, which carries out what a workspace's triggers say. */
export interface ServerCaller {
  auth_method: "system";
  organization: { id: OrganizationId };
}

/** The server's own way into a workspace, to do what is stored there. Its ids come from rows, never from a request. */
export function serverWithin(row: { organization_id: string; workspace_id: string }): {
  caller: ServerCaller;
  workspace_id: WorkspaceId;
  reach: Reach;
} {
  return {
    caller: { auth_method: "system", organization: { id: row.organization_id as OrganizationId } },
    workspace_id: row.workspace_id as WorkspaceId,
    reach: reachOf(row.workspace_id, null),
  };
}

/** The caller's reach into another workspace of their organization, such as the test workspace; its id was looked up there. */
export function reachInto(workspace_id: string, caller: Caller): Reach {
  return reachOf(workspace_id, caller.auth_method === "api_key" ? caller.key : null);
}
