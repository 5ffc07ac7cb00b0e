import type { Role } from "@stowage/contract/roles";

/** Each role with what it lets a person do, from most to least. */
export const ROLE_WORDS: Record<Role, { label: string; text: string }> = {
  owner: { label: "Owner", text: "Everything an admin may, and ending the organization." },
  admin: { label: "Admin", text: "Everything in the organization: members, settings, and everybody's keys." },
  member: { label: "Member", text: "Adds, changes and deletes things, and makes keys for themself." },
  viewer: { label: "Viewer", text: "Looks, and changes nothing. Has no keys." },
};

/** From most to least. A list of our own: the contract's would bring its schemas into the first load. */
export const ROLES: readonly Role[] = ["owner", "admin", "member", "viewer"];
