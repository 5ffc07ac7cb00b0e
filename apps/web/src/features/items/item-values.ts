import type { CreateItem, Item, UpdateItem } from "@stowage/contract/items";
import { isBinId } from "../../components/places/place-options.ts";
import { changedFrom } from "../../components/things/changed-from.ts";
import { type CustomRow, customFieldsOf, customRowsOf } from "../../components/things/custom-rows.ts";
import { splitList } from "../../lib/word-list.ts";

/** An item as its form holds it: a place is one choice, and tags are a line of text. */
export interface ItemValues {
  name: string;
  /** A bin's or a location's id; null is the inbox. */
  place: string | null;
  quantity: number | null;
  unit: string;
  min_quantity: number | null;
  tags: string;
  sku: string;
  barcodes: string[];
  notes: string;
  expires_on: string;
  manufacturer: string;
  model: string;
  serial_number: string;
  external_id: string;
  custom_fields: CustomRow[];
}

/** Where the server's names for fields differ from the form's. */
export const ITEM_FIELD_NAMES = { bin_id: "place", location_id: "place" };

export function newItemValues(place: string | null): ItemValues {
  return {
    name: "",
    place,
    quantity: 1,
    unit: "pcs",
    min_quantity: null,
    tags: "",
    sku: "",
    barcodes: [],
    notes: "",
    expires_on: "",
    manufacturer: "",
    model: "",
    serial_number: "",
    external_id: "",
    custom_fields: [],
  };
}

export function itemValuesOf(item: Item): ItemValues {
  return {
    name: item.name,
    place: item.bin_id ?? item.location_id,
    quantity: item.quantity,
    unit: item.unit,
    min_quantity: item.min_quantity,
    tags: item.tags.join(", "),
    sku: item.sku ?? "",
    barcodes: item.barcodes,
    notes: item.notes,
    expires_on: item.expires_on ?? "",
    manufacturer: item.manufacturer ?? "",
    model: item.model ?? "",
    serial_number: item.serial_number ?? "",
    external_id: item.external_id ?? "",
    custom_fields: customRowsOf(item.custom_fields),
  };
}

const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

export function createInputOf(values: ItemValues) {
  const { place } = values;
  return {
    name: values.name,
    bin_id: place !== null && isBinId(place) ? place : null,
    location_id: place !== null && !isBinId(place) ? place : null,
    quantity: values.quantity ?? 0,
    unit: orNull(values.unit) ?? "pcs",
    min_quantity: values.min_quantity,
    tags: splitList(values.tags),
    sku: orNull(values.sku),
    barcodes: values.barcodes,
    notes: values.notes.trim(),
    expires_on: orNull(values.expires_on),
    manufacturer: orNull(values.manufacturer),
    model: orNull(values.model),
    serial_number: orNull(values.serial_number),
    external_id: orNull(values.external_id),
    custom_fields: customFieldsOf(values.custom_fields),
  } satisfies Partial<CreateItem>;
}

/** Only what the form changed, so that an overwrite takes back nothing else of somebody's work. */
export function updateInputOf(before: Item, values: ItemValues): Omit<UpdateItem, "id" | "if_version"> {
  const after = createInputOf(values);
  const update = changedFrom(createInputOf(itemValuesOf(before)), after);
  // The two halves of a place go together: the server refuses an item in both.
  if ("bin_id" in update || "location_id" in update) {
    return { ...update, bin_id: after.bin_id, location_id: after.location_id };
  }
  return update;
}

/** Whether anything below "More fields" is filled in, so that it opens by itself. */
export function hasMoreValues(values: ItemValues): boolean {
  const { sku, notes, expires_on, manufacturer, model, serial_number, external_id } = values;
  return (
    [sku, notes, expires_on, manufacturer, model, serial_number, external_id].some((text) => text !== "") ||
    values.barcodes.length + values.custom_fields.length > 0
  );
}
