import type { Item } from "@stowage/contract/items";

/** Ten M3 screws in the inbox. */
export function buildItem(changes: Partial<Item> = {}): Item {
  return {
    id: "item_1",
    name: "M3 screws",
    bin_id: null,
    location_id: null,
    quantity: 10,
    reserved: 0,
    available: changes.quantity ?? 10,
    unit: "pcs",
    min_quantity: null,
    is_low: false,
    barcodes: [],
    sku: null,
    external_id: null,
    notes: "",
    tags: [],
    custom_fields: {},
    expires_on: null,
    serial_number: null,
    model: null,
    manufacturer: null,
    version: 3,
    created_at: "2026-01-02T03:04:05Z",
    updated_at: "2026-01-02T03:04:05Z",
    deleted_at: null,
    ...changes,
  };
}
