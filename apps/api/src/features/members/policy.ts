import { escalation } from "@stowage/auth/key-rights";
import { ROLE_SCOPES, type Role, roleGrants } from "@stowage/contract/roles";
import type { Caller } from "../../gate/caller.ts";
import { conflict, ProblemError } from "../../problems.ts";

const RANK: Record<Role, number> = { viewer: 0, member: 1, admin: 2, owner: 3 };

/** Who changes a member, with the role that they have at this moment. */
export interface Changer {
  user_id: string;
  auth_method: Caller["auth_method"];
  role: Role | null;
}

interface Standing {
  user_id: string;
  role: Role;
  is_active: boolean;
}

const forbidden = (detail: string) => new ProblemError("role_forbidden", detail);

/**
 * Nobody touches someone above themselves, and only owners touch owners.
 * @throws role_forbidden
 */
export function checkReach(changer: Changer, target: Pick<Standing, "role">): Role {
  const { role } = changer;
  if (role === null || !roleGrants(role, "users:write"))
    throw forbidden("Your role in this organization does not let you manage its members.");
  if (RANK[target.role] > RANK[role]) throw forbidden(`Your role ${role} does not reach an ${target.role}.`);
  return role;
}

/**
 * Whether a change of a member is in order. A key takes rights away and never gives any: whoever holds it could
 * otherwise raise themselves.
 * @throws role_forbidden, session_required, conflict
 */
export function checkMemberChange(changer: Changer, before: Standing, after: Standing): void {
  const role = checkReach(changer, before);
  if (RANK[after.role] > RANK[role]) throw forbidden(`As ${role} you cannot make somebody ${after.role}.`);
  const isRaise = RANK[after.role] > RANK[before.role] || (after.is_active && !before.is_active);
  if (isRaise && changer.auth_method === "api_key")
    throw new ProblemError("session_required", "Only a signed-in person may give a member more rights.");
  if (!after.is_active && before.is_active && changer.user_id === before.user_id)
    throw conflict("You cannot suspend yourself. Leave the organization instead.");
}

/**
 * A key invites as far as it could go itself: the person comes in with the whole role.
 * @throws escalation_denied
 */
export function checkKeyInvites(caller: Caller, role: Role): void {
  if (caller.auth_method !== "api_key") return;
  const required_scopes = [...ROLE_SCOPES[role]];
  const missing_scopes = escalation(required_scopes, caller.scopes);
  if (missing_scopes.length === 0) return;
  throw new ProblemError(
    "escalation_denied",
    `This key cannot invite a ${role}: it does not have ${missing_scopes.join(", ")} itself.`,
    { required_scopes, granted_scopes: [...caller.scopes], missing_scopes },
  );
}

/**
 * Members have no bounds, so a key that has some would give more than it has.
 * @throws escalation_denied
 */
export function refuseBoundKey(caller: Caller): void {
  if (caller.auth_method !== "api_key") return;
  if (caller.key.location_ids === null && caller.key.allowed_cidrs === null) return;
  throw new ProblemError(
    "escalation_denied",
    "This key is bound to places or networks, and a member would not be.",
  );
}

/**
 * Members belong to the organization, and so to live: a test key sees them and changes nothing of them.
 * @throws environment_mismatch
 */
export function refuseTestKey(caller: Caller): void {
  if (caller.auth_method !== "api_key" || caller.environment === "live") return;
  throw new ProblemError(
    "environment_mismatch",
    "An organization and its members are live, and a test key changes nothing live. Use a live key.",
  );
}
