import { z } from "zod";
import { CustomFields } from "./custom-fields.ts";
import { id, idRef } from "./ids.ts";
import { fieldsOf, includeOf, PageInput, pageOf, sortOf } from "./lists.ts";
import { LocationPath } from "./places.ts";
import { Tags } from "./tags.ts";
import { block, line } from "./text.ts";
import { Timestamp } from "./times.ts";
import { IfVersion, Version } from "./versions.ts";

/** A container one can carry. `code` is what its label says. */
export const Bin = z
  .strictObject({
    id: id("bin"),
    code: z.string(),
    name: z.string(),
    location_id: id("location").nullable(),
    description: z.string(),
    tags: z.array(z.string()),
    color: z.string().nullable(),
    icon: z.string().nullable(),
    custom_fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    version: Version,
    created_at: Timestamp,
    updated_at: Timestamp,
    deleted_at: Timestamp.nullable().describe("When it was put into the trash; null while it is kept."),
  })
  .meta({ id: "Bin" });
export type Bin = z.infer<typeof Bin>;

const BinFields = {
  name: line(200),
  location_id: idRef("location").nullable().describe("Where it stands; null for nowhere in particular."),
  description: block(10_000),
  tags: Tags,
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/, "Expected a colour such as #2f6fde.")
    .nullable(),
  icon: line(50).nullable(),
  custom_fields: CustomFields,
};

export const CreateBin = z.strictObject({
  name: BinFields.name,
  location_id: BinFields.location_id.default(null),
  description: BinFields.description.default(""),
  tags: BinFields.tags.default([]),
  color: BinFields.color.default(null),
  icon: BinFields.icon.default(null),
  custom_fields: BinFields.custom_fields.default({}),
});
export type CreateBin = z.infer<typeof CreateBin>;

export const BinRef = z.strictObject({ id: idRef("bin").describe("The bin's id or the code on its label.") });

export const UpdateBin = z.strictObject({
  ...BinRef.shape,
  name: BinFields.name.optional(),
  location_id: BinFields.location_id.optional(),
  description: BinFields.description.optional(),
  tags: BinFields.tags.optional(),
  color: BinFields.color.optional(),
  icon: BinFields.icon.optional(),
  custom_fields: BinFields.custom_fields.optional(),
  if_version: IfVersion,
});
export type UpdateBin = z.infer<typeof UpdateBin>;

/** Out of the trash, to where it stood. */
export const RestoreBin = z.strictObject({ ...BinRef.shape, if_version: IfVersion });
export type RestoreBin = z.infer<typeof RestoreBin>;

/** A bin with what `include` asked for. */
export const BinView = Bin.extend({
  location_path: LocationPath.optional(),
  item_count: z.int().min(0).describe("Items directly in it, those in the trash left out.").optional(),
}).meta({ id: "BinView" });
export type BinView = z.infer<typeof BinView>;

const BIN_FIELDS = Object.keys(Bin.shape) as [keyof Bin, ...(keyof Bin)[]]; // the shape's own keys
const ViewInput = {
  fields: fieldsOf(BIN_FIELDS).optional(),
  include: includeOf(["location_path", "item_count"]).optional(),
};

export const GetBin = z.strictObject({ ...BinRef.shape, ...ViewInput });
export type GetBin = z.infer<typeof GetBin>;

export const BinSort = sortOf(["name", "created_at", "updated_at"]);

export const ListBins = PageInput.extend({
  sort: BinSort.default("-updated_at"),
  q: line(200).describe("Part of a name, description, tag or code.").optional(),
  location_id: idRef("location").describe("Only bins that stand directly in this place.").optional(),
  recursive: z.boolean().default(false).describe("With `location_id`: also those in all places below it."),
  tag: z.array(line(50)).min(1).max(20).describe("Repeat it for bins that have all of the tags.").optional(),
  updated_since: Timestamp.describe("Only bins changed at or after this time.").optional(),
  deleted: z.boolean().default(false).describe("The trash instead of what is kept."),
  ...ViewInput,
});
export type ListBins = z.infer<typeof ListBins>;

export const BinPage = pageOf(BinView);
export type BinPage = z.infer<typeof BinPage>;

export const RemoveBin = z.strictObject({ ...BinRef.shape, if_version: IfVersion });
export type RemoveBin = z.infer<typeof RemoveBin>;
