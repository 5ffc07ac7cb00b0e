import type { CreateItem, Item, UpdateItem } from "@stowage/contract/items";

/** An item as its form holds it: a place is one choice, and lists are lines of text. */
export interface ItemValues {
  name: string;
  /** A bin's or a location's id; null is the inbox. */
  place: string | null;
  quantity: number | null;
  unit: string;
  min_quantity: number | null;
  tags: string;
  sku: string;
  barcodes: string;
  notes: string;
  expires_on: string;
  manufacturer: string;
  model: string;
  serial_number: string;
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
    barcodes: "",
    notes: "",
    expires_on: "",
    manufacturer: "",
    model: "",
    serial_number: "",
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
    barcodes: item.barcodes.join(", "),
    notes: item.notes,
    expires_on: item.expires_on ?? "",
    manufacturer: item.manufacturer ?? "",
    model: item.model ?? "",
    serial_number: item.serial_number ?? "",
  };
}

export function isBinId(id: string): boolean {
  return id.startsWith("bin_");
}

/** Words between commas or line breaks, without the empty ones. */
export function splitList(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
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
    barcodes: splitList(values.barcodes),
    notes: values.notes.trim(),
    expires_on: orNull(values.expires_on),
    manufacturer: orNull(values.manufacturer),
    model: orNull(values.model),
    serial_number: orNull(values.serial_number),
  } satisfies Partial<CreateItem>;
}

/** Only what the form changed, so that an overwrite takes back nothing else of somebody's work. */
export function updateInputOf(before: Item, values: ItemValues): Omit<UpdateItem, "id" | "if_version"> {
  const old = createInputOf(itemValuesOf(before));
  const changed = Object.entries(createInputOf(values)).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(old[field as keyof typeof old]), // a key of the same shape
  );
  const update = Object.fromEntries(changed);
  // The two halves of a place go together: the server refuses an item in both.
  if ("bin_id" in update || "location_id" in update) {
    const { bin_id, location_id } = createInputOf(values);
    return { ...update, bin_id, location_id };
  }
  return update;
}

/** Whether anything below "More fields" is filled in, so that it opens by itself. */
export function hasMoreValues(values: ItemValues): boolean {
  const { sku, barcodes, notes, expires_on, manufacturer, model, serial_number } = values;
  return [sku, barcodes, notes, expires_on, manufacturer, model, serial_number].some((text) => text !== "");
}
