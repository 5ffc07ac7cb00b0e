import type { ListItems } from "@stowage/contract/items";
import { useStoredState } from "../../lib/stored-state.ts";

type Sort = ListItems["sort"];

interface ColumnWords {
  label: string;
  /** In pixels, as far as there is room. */
  width: number;
  /** What presses on its head sort by. */
  sorts?: readonly [first: Sort, second: Sort];
  /** Hidden on windows with less room. */
  isMinor?: boolean;
}

/** The columns that one may hide or add, in their order; the name and the quantity always stand. */
const COLUMNS = {
  place: { label: "Place", width: 230 },
  expires_on: { label: "Expires", width: 150, sorts: ["expires_on", "-expires_on"] },
  tags: { label: "Tags", width: 130, isMinor: true },
  sku: { label: "SKU", width: 110, isMinor: true },
  manufacturer: { label: "Manufacturer", width: 120, isMinor: true },
  available: { label: "Available", width: 90, isMinor: true },
  updated_at: { label: "Updated", width: 130, sorts: ["-updated_at", "updated_at"], isMinor: true },
} satisfies Record<string, ColumnWords>;

export type ItemColumn = keyof typeof COLUMNS;

const COLUMN_IDS = Object.keys(COLUMNS) as ItemColumn[]; // the keys of a const object
export const ITEM_COLUMN_CHOICES = COLUMN_IDS.map((id) => ({ id, label: COLUMNS[id].label }));

const SHOWN_AT_FIRST: readonly ItemColumn[] = ["place", "tags", "updated_at"];
/** What is left for these columns beside the name and the quantity, in the widest layout. */
const ROOM = 540;

/** The columns that the reader wants to see, remembered in this browser. */
export function useItemColumns(): [readonly ItemColumn[], (columns: readonly ItemColumn[]) => void] {
  return useStoredState("stowage.item-columns", readColumns, SHOWN_AT_FIRST);
}

function readColumns(stored: unknown): readonly ItemColumn[] | undefined {
  return Array.isArray(stored) ? COLUMN_IDS.filter((id) => stored.includes(id)) : undefined;
}

/** The words and widths of some columns; many of them share the room that a few would have. */
export function columnWords(columns: readonly ItemColumn[]): (ColumnWords & { id: ItemColumn })[] {
  const wanted = columns.reduce((sum, id) => sum + COLUMNS[id].width, 0);
  const share = Math.min(1, ROOM / wanted);
  return columns.map((id) => ({ ...COLUMNS[id], id, width: Math.floor(COLUMNS[id].width * share) }));
}
