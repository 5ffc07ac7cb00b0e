import { flagParam, textParam } from "../../lib/search-params.ts";

/** The screen's state, as the URL holds it. */
export interface LocationsSearch {
  q?: string;
  /** The dialog for a new location is open. */
  new?: true;
  /** The place that the new one goes into. */
  parent?: string;
}

export function readLocationsSearch(search: Record<string, unknown>): LocationsSearch {
  const q = textParam(search.q);
  const isNew = flagParam(search.new);
  const parent = textParam(search.parent, 64);
  return { ...(q && { q }), ...(isNew && { new: isNew }), ...(isNew && parent && { parent }) };
}
