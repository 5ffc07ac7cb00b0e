import type { ListBins } from "@stowage/contract/bins";
import { choiceParam, flagParam, textParam } from "../../lib/search-params.ts";

export const BIN_SORT_DEFAULT = "-updated_at";

const SORTS: readonly ListBins["sort"][] = [
  "name",
  "-name",
  "created_at",
  "-created_at",
  "updated_at",
  "-updated_at",
];

/** The state of the screen, as the URL holds it; filters have the names that the API gives them. */
export interface BinsSearch {
  q?: string;
  location_id?: string;
  sort?: ListBins["sort"];
  /** The dialog for a new bin is open. */
  new?: true;
}

export function readBinsSearch(search: Record<string, unknown>): BinsSearch {
  const q = textParam(search.q);
  const location_id = textParam(search.location_id, 64);
  const sort = choiceParam(search.sort, SORTS);
  const isNew = flagParam(search.new);
  return {
    ...(q && { q }),
    ...(location_id && { location_id }),
    ...(sort && sort !== BIN_SORT_DEFAULT && { sort }),
    ...(isNew && { new: isNew }),
  };
}
