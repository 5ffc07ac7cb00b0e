import { z } from "zod";
import { ALL_SCOPES, grants, inCatalogueOrder, type Scope } from "./scopes.ts";

/** What a member may do in an organization, from most to least. */
export const Role = z.enum(["owner", "admin", "member", "viewer"]);
export type Role = z.infer<typeof Role>;

const reads = ALL_SCOPES.filter((scope) => scope.endsWith(":read"));
const memberWrites: Scope[] = [
  ...(["locations", "bins", "items", "tasks", "projects"] as const).flatMap((resource): Scope[] => [
    `${resource}:write`,
    `${resource}:delete`,
  ]),
  "api-keys:manage",
];

/** The scopes a role may exercise; an owner's lead over an admin lies outside the scopes (ending the organization). */
export const ROLE_SCOPES: Record<Role, readonly Scope[]> = {
  owner: ALL_SCOPES,
  admin: ALL_SCOPES,
  member: inCatalogueOrder([...reads, ...memberWrites]),
  viewer: reads,
};

export function roleGrants(role: Role, scope: Scope): boolean {
  return grants(ROLE_SCOPES[role], scope);
}
