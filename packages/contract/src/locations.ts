import { z } from "zod";
import { id, idRef } from "./ids.ts";
import { LOCATION_DEPTH_MAX } from "./limits.ts";
import { PageInput, pageOf, sortOf } from "./lists.ts";
import { block, line } from "./text.ts";
import { Timestamp } from "./times.ts";
import { IfVersion, Version } from "./versions.ts";

export const LocationKind = z.enum(["site", "building", "room", "area", "shelf", "vehicle", "other"]);
export type LocationKind = z.infer<typeof LocationKind>;

/** A place. Roots (`parent_id: null`) are libraries; `path` lists the ids from the root to the place itself. */
export const Location = z
  .strictObject({
    id: id("location"),
    name: z.string(),
    parent_id: id("location").nullable(),
    kind: LocationKind,
    description: z.string(),
    path: z.array(id("location")),
    depth: z.int().min(1).max(LOCATION_DEPTH_MAX),
    version: Version,
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({ id: "Location" });
export type Location = z.infer<typeof Location>;

const LocationFields = {
  name: line(100),
  parent_id: idRef("location").nullable().describe("The place it is in; null makes it a library."),
  kind: LocationKind,
  description: block(2_000),
};

export const CreateLocation = z.strictObject({
  name: LocationFields.name,
  parent_id: LocationFields.parent_id.default(null),
  kind: LocationFields.kind.default("other"),
  description: LocationFields.description.default(""),
});
export type CreateLocation = z.infer<typeof CreateLocation>;

export const UpdateLocation = z.strictObject({
  id: idRef("location"),
  name: LocationFields.name.optional(),
  parent_id: LocationFields.parent_id.optional(),
  kind: LocationFields.kind.optional(),
  description: LocationFields.description.optional(),
  if_version: IfVersion,
});
export type UpdateLocation = z.infer<typeof UpdateLocation>;

export const LocationSort = sortOf(["name", "created_at", "updated_at"]);

export const ListLocations = PageInput.extend({
  sort: LocationSort.default("name"),
  parent_id: idRef("location").describe("Only the direct children of this place.").optional(),
  updated_since: Timestamp.describe("Only places changed at or after this time.").optional(),
  q: line(200).describe("Part of a name.").optional(),
});
export type ListLocations = z.infer<typeof ListLocations>;

export const LocationPage = pageOf(Location);
export type LocationPage = z.infer<typeof LocationPage>;

export const LocationRef = z.strictObject({ id: idRef("location") });

export const RemoveLocation = z.strictObject({
  id: idRef("location"),
  move_to: idRef("location")

    .describe("Where what is in it goes; without it, only an empty place can go.")
    .optional(),
  if_version: IfVersion,
});
export type RemoveLocation = z.infer<typeof RemoveLocation>;

/** A library: a root of the tree, with what is in it and in all places below. */
export const Library = Location.extend({
  location_count: z.int().min(0).describe("Places below it."),
  bin_count: z.int().min(0),
  item_count: z.int().min(0),
}).meta({ id: "Library" });
export type Library = z.infer<typeof Library>;

/** The libraries; for a key that is bound to places, those places. */
export const LibraryPage = pageOf(Library);
export const ListLibraries = PageInput;

/** What is directly in a place: its places first, then bins, then items, each by name. */
export const ListContents = PageInput.extend({ id: idRef("location") });
export type ListContents = z.infer<typeof ListContents>;

/** One thing that is directly in a place: a place, a bin or an item. */
export const Content = z
  .strictObject({
    type: z.enum(["location", "bin", "item"]),
    id: z.string(),
    name: z.string(),
    kind: LocationKind.optional().describe("Of a place."),
    code: z.string().optional().describe("Of a bin."),
    quantity: z.number().optional().describe("Of an item."),
    unit: z.string().optional().describe("Of an item."),
    is_low: z.boolean().optional().describe("Of an item."),
  })
  .meta({ id: "Content" });
export type Content = z.infer<typeof Content>;
export const ContentPage = pageOf(Content);
export type ContentPage = z.infer<typeof ContentPage>;
