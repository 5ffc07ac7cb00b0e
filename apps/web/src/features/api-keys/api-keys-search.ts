import type { Environment } from "@stowage/contract/environments";
import { choiceParam, flagParam, textParam } from "../../lib/search-params.ts";

/** Without a status: those that work, and below them those that ended. */
const STATUSES = ["current", "active", "rotating", "disabled", "ended"] as const;
export type StatusFilter = (typeof STATUSES)[number];

/** The state of the screen, as the URL holds it. */
export interface ApiKeysSearch {
  q?: string;
  status?: StatusFilter;
  environment?: Environment;
  /** Only those without a call for 90 days. */
  unused?: true;
  /** Only those that end within 30 days. */
  expiring?: true;
  /** Only those that act as this user. */
  acts_as?: string;
  /** The dialog that makes a key is open. */
  new?: true;
}

export function readApiKeysSearch(search: Record<string, unknown>): ApiKeysSearch {
  const q = textParam(search.q);
  const status = choiceParam<StatusFilter>(search.status, STATUSES);
  const environment = choiceParam<Environment>(search.environment, ["live", "test"]);
  const unused = flagParam(search.unused);
  const expiring = flagParam(search.expiring);
  const acts_as = textParam(search.acts_as, 64);
  const isNew = flagParam(search.new);
  return {
    ...(q && { q }),
    ...(status && { status }),
    ...(environment && { environment }),
    ...(unused && { unused }),
    ...(expiring && { expiring }),
    ...(acts_as && { acts_as }),
    ...(isNew && { new: isNew }),
  };
}

export function isFiltered({ new: _, ...filters }: ApiKeysSearch): boolean {
  return Object.values(filters).some((filter) => filter !== undefined);
}

/** The filters as the list of keys takes them, but for the status. */
export function listInput({ q, environment, unused, expiring, acts_as }: ApiKeysSearch) {
  return {
    q,
    environment,
    acts_as,
    ...(unused && { unused_for: "90" }),
    ...(expiring && { expires_within: "30" }),
  };
}

/** What each part of the screen asks for; null where it stays away. */
export function shownStatuses(search: ApiKeysSearch): { current: StatusFilter | null; ended: boolean } {
  if (search.status === "ended") return { current: null, ended: true };
  // What has ended is neither unused nor about to end.
  const ended = search.status === undefined && !search.unused && !search.expiring;
  return { current: search.status ?? "current", ended };
}
