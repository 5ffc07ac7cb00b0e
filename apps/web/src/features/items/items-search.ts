import type { ListItems } from "@stowage/contract/items";
import { choiceParam, dayParam, flagParam, textListParam, textParam } from "../../lib/search-params.ts";

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
  "expires_on",
  "-expires_on",
];
const CUSTOM = /^[a-z][a-z0-9_]{0,49}=/;
const CUSTOM_MAX = 10;

/** What narrows a list of items, under the names that the API gives it. */
export interface ItemFilters {
  q?: string | undefined;
  bin_id?: string | undefined;
  location_id?: string | undefined;
  /** With a location: also what lies in its bins and in the places below it. */
  recursive?: true | undefined;
  inbox?: true | undefined;
  /** Only what has all of them. */
  tag?: string[] | undefined;
  /** Only what is at or below its minimum. */
  low_stock?: true | undefined;
  expiring_before?: string | undefined;
  /** A day in UTC; an API's whole timestamp is cut to it. */
  updated_since?: string | undefined;
  barcode?: string | undefined;
  sku?: string | undefined;
  external_id?: string | undefined;
  /** `key=value` of custom fields. */
  custom?: string[] | undefined;
}

/** The state of the screen, as the URL holds it. */
export interface ItemsSearch extends ItemFilters {
  sort?: ListItems["sort"] | undefined;
  /** The dialog for a new item is open. */
  new?: true | undefined;
}

export function readItemsSearch(search: Record<string, unknown>): ItemsSearch {
  const sort = choiceParam(search.sort, SORTS);
  return withoutBlanks({
    q: textParam(search.q),
    ...readPlace(search),
    tag: textListParam(search.tag, 50),
    low_stock: flagParam(search.low_stock),
    expiring_before: dayParam(search.expiring_before),
    updated_since: dayParam(search.updated_since),
    barcode: textParam(search.barcode, 128),
    sku: textParam(search.sku, 100),
    external_id: textParam(search.external_id),
    custom: readCustom(search.custom),
    sort: sort === ITEM_SORT_DEFAULT ? undefined : sort,
    new: flagParam(search.new),
  });
}

/** An item lies in a bin, directly in a location, or nowhere: of several filters the narrowest counts. */
function readPlace(search: Record<string, unknown>): ItemFilters {
  const bin_id = textParam(search.bin_id, 64);
  if (bin_id) return { bin_id };
  const location_id = textParam(search.location_id, 64);
  if (location_id) return { location_id, recursive: flagParam(search.recursive) };
  return { inbox: flagParam(search.inbox) };
}

function readCustom(value: unknown): string[] | undefined {
  const pairs = textListParam(value, 2_100, CUSTOM_MAX)?.filter((pair) => CUSTOM.test(pair));
  return pairs?.length ? pairs : undefined;
}

/** What is off is left out of the URL, and so are empty lists. */
function withoutBlanks(search: ItemsSearch): ItemsSearch {
  return Object.fromEntries(
    Object.entries(search).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** The filters alone, as the list of items takes them. */
export function filtersOf({ sort: _, new: __, ...filters }: ItemsSearch): ItemFilters {
  const { updated_since: day } = filters;
  return withoutBlanks({ ...filters, updated_since: day && `${day}T00:00:00Z` });
}

export function isFiltered(search: ItemsSearch): boolean {
  return Object.keys(filtersOf(search)).length > 0;
}

/** The state with some of it changed; what becomes undefined or empty is off. */
export function changeSearch(search: ItemsSearch, change: Partial<ItemsSearch>): ItemsSearch {
  return withoutBlanks({ ...search, ...change });
}

/** A filter that stands as a chip above the list, and the state without it. */
export interface FilterChip {
  key: string;
  label: string;
  without: ItemsSearch;
}

/** The filters that no box or button of the bar shows by itself. */
export function filterChips(search: ItemsSearch): FilterChip[] {
  const chip = (key: string, label: string, change: Partial<ItemsSearch>): FilterChip => ({
    key,
    label,
    without: changeSearch(search, change),
  });
  const { tag = [], custom = [], expiring_before, updated_since, barcode, sku, external_id } = search;
  return [
    ...tag.map((name) => chip(`tag ${name}`, `Tag: ${name}`, { tag: tag.filter((each) => each !== name) })),
    ...(expiring_before
      ? [chip("expiring_before", `Expires before ${expiring_before}`, { expiring_before: undefined })]
      : []),
    ...(updated_since
      ? [chip("updated_since", `Changed since ${updated_since}`, { updated_since: undefined })]
      : []),
    ...(barcode ? [chip("barcode", `Barcode: ${barcode}`, { barcode: undefined })] : []),
    ...(sku ? [chip("sku", `SKU: ${sku}`, { sku: undefined })] : []),
    ...(external_id ? [chip("external_id", `External id: ${external_id}`, { external_id: undefined })] : []),
    ...custom.map((pair) =>
      chip(`custom ${pair}`, pair.replace("=", " = "), { custom: custom.filter((each) => each !== pair) }),
    ),
  ];
}
