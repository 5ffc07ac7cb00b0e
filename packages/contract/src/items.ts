import { z } from "zod";
import { CustomFields } from "./custom-fields.ts";
import { id, idRef } from "./ids.ts";
import { QUANTITY_MAX } from "./limits.ts";
import { fieldsOf, includeOf, PageInput, pageOf, sortOf } from "./lists.ts";
import { BinSummary, LocationPath } from "./places.ts";
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
    reserved: z.number().describe("What active projects still hold of it."),
    available: z
      .number()
      .describe("`quantity` − `reserved`; below zero when more is promised than there is."),
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
    deleted_at: Timestamp.nullable().describe("When it was put into the trash; null while it is kept."),
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
  if_version: IfVersion,
});
export type AdjustItem = z.infer<typeof AdjustItem>;

/** An item after its quantity was set, and the event that says so. */
export const AdjustedItem = Item.extend({
  event_seq: z.int().min(1).nullable().describe("The event that records it; null when nothing changed."),
}).meta({ id: "AdjustedItem" });
export type AdjustedItem = z.infer<typeof AdjustedItem>;

/** Part of a quantity, or all of it, goes elsewhere; null as the place is the inbox. */
export const MoveItem = z.strictObject({
  ...ItemRef.shape,
  to_bin_id: idRef("bin").nullable().describe("The bin's id or the code on its label.").optional(),
  to_location_id: idRef("location").nullable().optional(),
  quantity: Quantity.min(0.001)
    .describe("How much of it moves; without it, all. A part becomes an item of its own.")
    .optional(),
  if_version: IfVersion,
});
export type MoveItem = z.infer<typeof MoveItem>;

/** An item after a move, and the part of it that went elsewhere. */
export const MovedItem = z
  .strictObject({
    item: Item,
    moved_item: Item.describe("The part that moved, when the item was split.").optional(),
    event_seq: z.int().min(1).nullable(),
  })
  .meta({ id: "MovedItem" });
export type MovedItem = z.infer<typeof MovedItem>;

/** Out of the trash, to where it was; where its bin is in the trash, to where that stood. */
export const RestoreItem = z.strictObject({ ...ItemRef.shape, if_version: IfVersion });
export type RestoreItem = z.infer<typeof RestoreItem>;

/** An item with what `include` asked for. */
export const ItemView = Item.extend({
  location_path: LocationPath.optional(),
  bin: BinSummary.nullable().optional(),
}).meta({ id: "ItemView" });
export type ItemView = z.infer<typeof ItemView>;

const ITEM_FIELDS = Object.keys(Item.shape) as [keyof Item, ...(keyof Item)[]]; // the shape's own keys
const ViewInput = {
  fields: fieldsOf(ITEM_FIELDS).optional(),
  include: includeOf(["location_path", "bin"]).optional(),
};

export const GetItem = z.strictObject({ ...ItemRef.shape, ...ViewInput });
export type GetItem = z.infer<typeof GetItem>;

export const ItemSort = sortOf(["name", "created_at", "updated_at", "quantity", "expires_on"]);

export const ListItems = PageInput.extend({
  sort: ItemSort.default("-updated_at"),
  q: line(200).describe("Part of a name, note, tag, SKU or barcode.").optional(),
  bin_id: idRef("bin").describe("The bin's id or the code on its label.").optional(),
  location_id: idRef("location").describe("Only items that lie directly in this place.").optional(),
  recursive: z
    .boolean()
    .default(false)
    .describe("With `location_id`: also what lies in its bins, and in all places below it."),
  inbox: z
    .boolean()
    .describe("Only items that lie nowhere yet; false for those that have a place.")
    .optional(),
  tag: z.array(line(50)).min(1).max(20).describe("Repeat it for items that have all of the tags.").optional(),
  low_stock: z.boolean().optional(),
  expiring_before: CalendarDate.describe(
    "Only items that expire before this day; expired ones too.",
  ).optional(),
  updated_since: Timestamp.describe("Only items changed at or after this time.").optional(),
  barcode: line(128).optional(),
  external_id: line(200).optional(),
  sku: line(100).optional(),
  custom: z
    .array(z.string().regex(/^[a-z][a-z0-9_]{0,49}=.{0,2000}$/su, "Expected key=value."))
    .min(1)
    .max(10)
    .describe(
      "Only items whose custom field has this value: `key=value`; on REST also `custom.<key>=<value>`.",
    )
    .optional(),
  deleted: z.boolean().default(false).describe("The trash instead of what is kept."),
  ...ViewInput,
});
export type ListItems = z.infer<typeof ListItems>;

export const ItemPage = pageOf(ItemView);
export type ItemPage = z.infer<typeof ItemPage>;

export const RemoveItem = z.strictObject({ ...ItemRef.shape, if_version: IfVersion });
export type RemoveItem = z.infer<typeof RemoveItem>;

/** The list of items, for those in one bin. */
export const ListBinItems = ListItems.omit({
  bin_id: true,
  location_id: true,
  recursive: true,
  inbox: true,
}).extend({
  id: idRef("bin").describe("The bin's id or the code on its label."),
});
export type ListBinItems = z.infer<typeof ListBinItems>;
