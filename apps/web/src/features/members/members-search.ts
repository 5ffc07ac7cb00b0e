import type { Role } from "@stowage/contract/roles";
import { choiceParam, flagParam, textParam } from "../../lib/search-params.ts";
import { ROLES } from "./role-words.ts";

/** The state of the screen, as the URL holds it; filters have the names that the API gives them. */
export interface MembersSearch {
  q?: string;
  role?: Role;
  /** The dialog for an invitation is open. */
  new?: true;
}

export function readMembersSearch(search: Record<string, unknown>): MembersSearch {
  const q = textParam(search.q);
  const role = choiceParam(search.role, ROLES);
  const isNew = flagParam(search.new);
  return { ...(q && { q }), ...(role && { role }), ...(isNew && { new: isNew }) };
}
