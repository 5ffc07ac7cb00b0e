import { z } from "zod";
import { CustomFields } from "./custom-fields.ts";
import { id, idRef } from "./ids.ts";
import { QUANTITY_MAX } from "./limits.ts";
import { PageInput, pageOf, sortOf } from "./lists.ts";
import { Tags } from "./tags.ts";
import { block, line } from "./text.ts";
import { CalendarDate, Timestamp } from "./times.ts";
import { IfVersion, Version } from "./versions.ts";

/** A stock count with up to three decimals. Zero is a normal value. */
export const Quantity = z.number().min(0).max(QUANTITY_MAX).multipleOf(0.001);

/** One kind of thing in one place: a bin, or a location, or neither (the inbox). */
export const Item = z
  .strictObject({
    id: id("item"),
    name: z.string(),
    bin_id: id("bin").nullable(),
    location_id: id("location").nullable(),
    quantity: z.number(),
    unit: z.string(),
    min_quantity: z.number().nullable(),
    is_low: z.boolean(),
    barcodes: z.array(z.string()),
    sku: z.string().nullable(),
    external_id: z.string().nullable(),
    notes: z.string(),
    tags: z.array(z.string()),
    custom_fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    expires_on: CalendarDate.nullable(),
    serial_number: z.string().nullable(),
    model: z.string().nullable(),
    manufacturer: z.string().nullable(),
    version: Version,
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({ id: "Item" });
export type Item = z.infer<typeof Item>;

const ItemFields = {
  name: line(200),
  bin_id: idRef("bin").nullable(),
  location_id: idRef("location").nullable(),
  quantity: Quantity,
  unit: line(20),
  min_quantity: Quantity.nullable().describe("At or below it the item is low; null for never."),
  barcodes: z
    .array(line(128))
    .max(10)
    .overwrite((codes) => [...new Set(codes)]),
  sku: line(100).nullable(),
  external_id: line(200).nullable().describe("Another system's id for it, unique in the workspace."),
  notes: block(10_000),
  tags: Tags,
  custom_fields: CustomFields,
  expires_on: CalendarDate.nullable(),
  serial_number: line(200).nullable(),
  model: line(200).nullable(),
  manufacturer: line(200).nullable(),
};

export const CreateItem = z.strictObject({
  name: ItemFields.name,
  bin_id: ItemFields.bin_id.default(null),
  location_id: ItemFields.location_id.default(null),
  quantity: ItemFields.quantity.default(1),
  unit: ItemFields.unit.default("pcs"),
  min_quantity: ItemFields.min_quantity.default(null),
  barcodes: ItemFields.barcodes.default([]),
  sku: ItemFields.sku.default(null),
  external_id: ItemFields.external_id.default(null),
  notes: ItemFields.notes.default(""),
  tags: ItemFields.tags.default([]),
  custom_fields: ItemFields.custom_fields.default({}),
  expires_on: ItemFields.expires_on.default(null),
  serial_number: ItemFields.serial_number.default(null),
  model: ItemFields.model.default(null),
  manufacturer: ItemFields.manufacturer.default(null),
});
export type CreateItem = z.infer<typeof CreateItem>;

export const ItemRef = z.strictObject({ id: idRef("item") });

export const UpdateItem = z.strictObject({
  ...ItemRef.shape,
  ...z.strictObject(ItemFields).partial().shape,
  if_version: IfVersion,
});
export type UpdateItem = z.infer<typeof UpdateItem>;

export const AdjustItem = z.strictObject({
  ...ItemRef.shape,
  delta: z
    .number()
    .min(-QUANTITY_MAX)
    .max(QUANTITY_MAX)
    .multipleOf(0.001)

    .describe("What comes (positive) or goes (negative).")
    .optional(),
  count: Quantity.describe("What was counted: the new quantity.").optional(),
  reason: line(500).optional(),
  if_quantity: Quantity.optional().describe(
    "Adjust only if this is still the quantity; else 409 `conflict`.",
  ),
});
export type AdjustItem = z.infer<typeof AdjustItem>;

export const AdjustedItem = Item.extend({
  event_seq: z.int().min(1).nullable().describe("The event that records it; null when nothing changed."),
}).meta({ id: "AdjustedItem" });
export type AdjustedItem = z.infer<typeof AdjustedItem>;

export const ItemSort = sortOf(["name", "created_at", "updated_at", "quantity"]);

export const ListItems = PageInput.extend({
  sort: ItemSort.default("-updated_at"),
  q: line(200).describe("Part of a name, note, tag, SKU or barcode.").optional(),
  bin_id: idRef("bin").optional(),
  location_id: idRef("location").describe("Only items that lie directly in this place.").optional(),
  tag: line(50).optional(),
  low_stock: z.boolean().optional(),
});
export type ListItems = z.infer<typeof ListItems>;

export const ItemPage = pageOf(Item);
export type ItemPage = z.infer<typeof ItemPage>;

export const RemoveItem = z.strictObject({ ...ItemRef.shape, if_version: IfVersion });
export type RemoveItem = z.infer<typeof RemoveItem>;
