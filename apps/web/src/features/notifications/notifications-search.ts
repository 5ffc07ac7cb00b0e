import { flagParam } from "../../lib/search-params.ts";

/** The screen's filter, as the URL holds it. */
export interface NotificationsSearch {
  unread?: true;
}

export function readNotificationsSearch(search: Record<string, unknown>): NotificationsSearch {
  return flagParam(search.unread) ? { unread: true } : {};
}
