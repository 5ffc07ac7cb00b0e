import { choiceParam, flagParam } from "../../lib/search-params.ts";

export const LOCATION_TABS = ["locations", "bins", "items"] as const;
export type LocationTab = (typeof LOCATION_TABS)[number];

/** The state of a location's page, as the URL holds it. */
export interface LocationSearch {
  /** What of its contents is shown; without it, the first kind that there is. */
  tab?: LocationTab | undefined;
  /** Also what lies in the places below it. */
  recursive?: true | undefined;
  /** The dialog for something new of the tab's kind is open. */
  new?: true | undefined;
}

export function readLocationSearch(search: Record<string, unknown>): LocationSearch {
  const tab = choiceParam(search.tab, LOCATION_TABS);
  const recursive = flagParam(search.recursive);
  const isNew = flagParam(search.new);
  return { ...(tab && { tab }), ...(recursive && { recursive }), ...(isNew && { new: isNew }) };
}
