import type { Role } from "@stowage/contract/roles";

/** The roles that somebody may give: an admin all but their better's. Those without a say give none. */
export function rolesToGive(mine: Role): readonly Role[] {
  if (mine === "owner") return ["owner", "admin", "member", "viewer"];
  return mine === "admin" ? ["admin", "member", "viewer"] : [];
}

/** Whether somebody may change, suspend or remove a member. Nobody does it to themself: that is leaving. */
export function mayChangeMember(me: { id: string; role: Role }, member: { id: string; role: Role }): boolean {
  return member.id !== me.id && rolesToGive(me.role).includes(member.role);
}
