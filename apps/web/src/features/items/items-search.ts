import type { ListItems } from "@stowage/contract/items";
import { choiceParam, flagParam, textParam } from "../../lib/search-params.ts";

export const ITEM_SORT_DEFAULT = "-updated_at";

const SORTS: readonly ListItems["sort"][] = [
  "name",
  "-name",
  "created_at",
  "-created_at",
  "updated_at",
  "-updated_at",
  "quantity",
  "-quantity",
];

/** The state of the screen, as the URL holds it; filters have the names that the API gives them. */
export interface ItemsSearch {
  q?: string;
  bin_id?: string;
  location_id?: string;
  /** Only what is at or below its minimum. */
  low_stock?: true;
  sort?: ListItems["sort"];
  /** The dialog for a new item is open. */
  new?: true;
}

export function readItemsSearch(search: Record<string, unknown>): ItemsSearch {
  const q = textParam(search.q);
  const bin_id = textParam(search.bin_id, 64);
  // An item lies in a bin or directly in a location: of two filters the narrower one counts.
  const location_id = bin_id ? undefined : textParam(search.location_id, 64);
  const low_stock = flagParam(search.low_stock);
  const sort = choiceParam(search.sort, SORTS);
  const isNew = flagParam(search.new);
  return {
    ...(q && { q }),
    ...(bin_id && { bin_id }),
    ...(location_id && { location_id }),
    ...(low_stock && { low_stock }),
    ...(sort && sort !== ITEM_SORT_DEFAULT && { sort }),
    ...(isNew && { new: isNew }),
  };
}

/** The list that a state of the screen asks for. */
export function listInputOf({ new: _, ...search }: ItemsSearch) {
  return { ...search, sort: search.sort ?? ITEM_SORT_DEFAULT, include_total: true };
}

export function isFiltered({ q, bin_id, location_id, low_stock }: ItemsSearch): boolean {
  return Boolean(q ?? bin_id ?? location_id ?? low_stock);
}
