import type { ListBins } from "@stowage/contract/bins";
import { choiceParam, flagParam, textListParam, textParam } from "../../lib/search-params.ts";

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
  q?: string | undefined;
  location_id?: string | undefined;
  /** With a location: also what stands in the places below it. */
  recursive?: true | undefined;
  /** Only what has all of them. */
  tag?: string[] | undefined;
  sort?: ListBins["sort"] | undefined;
  /** The dialog for a new bin is open. */
  new?: true | undefined;
}

export function readBinsSearch(search: Record<string, unknown>): BinsSearch {
  const q = textParam(search.q);
  const location_id = textParam(search.location_id, 64);
  const recursive = location_id && flagParam(search.recursive);
  const tag = textListParam(search.tag, 50);
  const sort = choiceParam(search.sort, SORTS);
  const isNew = flagParam(search.new);
  return {
    ...(q && { q }),
    ...(location_id && { location_id }),
    ...(recursive && { recursive }),
    ...(tag && { tag }),
    ...(sort && sort !== BIN_SORT_DEFAULT && { sort }),
    ...(isNew && { new: isNew }),
  };
}

/** The filters alone, as the list of bins takes them. */
export function binFiltersOf({ sort: _, new: __, ...filters }: BinsSearch) {
  return filters;
}
