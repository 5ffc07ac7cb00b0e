import { z } from "zod";
import { id, idRef } from "./ids.ts";
import { Item, Quantity } from "./items.ts";
import { PROJECT_RESERVATIONS_MAX } from "./limits.ts";
import { includeOf, PageInput, pageOf, sortOf } from "./lists.ts";
import { PathStep } from "./places.ts";
import { receiptOf } from "./receipts.ts";
import { Tags } from "./tags.ts";
import { block, line } from "./text.ts";
import { CalendarDate, Timestamp } from "./times.ts";
import { IfVersion, Version } from "./versions.ts";

/** Only an active project holds stock. */
export const ProjectStatus = z.enum(["planned", "active", "done", "cancelled"]);
export type ProjectStatus = z.infer<typeof ProjectStatus>;

/** Something that is made or done, and what it needs. */
export const Project = z
  .strictObject({
    id: id("project"),
    name: z.string(),
    description: z.string(),
    status: ProjectStatus,
    starts_on: CalendarDate.nullable(),
    due_on: CalendarDate.nullable(),
    tags: z.array(z.string()),
    version: Version,
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({ id: "Project" });
export type Project = z.infer<typeof Project>;

const ProjectFields = {
  name: line(200),
  description: block(10_000),
  status: ProjectStatus,
  starts_on: CalendarDate.nullable(),
  due_on: CalendarDate.nullable(),
  tags: Tags,
};

export const CreateProject = z.strictObject({
  name: ProjectFields.name,
  description: ProjectFields.description.default(""),
  status: ProjectFields.status.default("planned"),
  starts_on: ProjectFields.starts_on.default(null),
  due_on: ProjectFields.due_on.default(null),
  tags: ProjectFields.tags.default([]),
});
export type CreateProject = z.infer<typeof CreateProject>;

export const ProjectRef = z.strictObject({ id: idRef("project") });
export const UpdateProject = z.strictObject({
  ...ProjectRef.shape,
  ...z.strictObject(ProjectFields).partial().shape,
  if_version: IfVersion,
});
export type UpdateProject = z.infer<typeof UpdateProject>;
export const RemoveProject = z.strictObject({ ...ProjectRef.shape, if_version: IfVersion });
export type RemoveProject = z.infer<typeof RemoveProject>;

/** Sets how much of an item a project needs in all; sending it again replaces the number. */
export const ReserveItem = z.strictObject({
  ...ProjectRef.shape,
  item_id: idRef("item"),
  quantity: Quantity.min(0.001),
});
export type ReserveItem = z.infer<typeof ReserveItem>;

export const ReleaseItem = z.strictObject({ ...ProjectRef.shape, item_id: idRef("item") });
export type ReleaseItem = z.infer<typeof ReleaseItem>;

/** What a project needs of an item; more than there is is allowed, and said. */
export const Reservation = z
  .strictObject({
    item_id: id("item"),
    project_id: id("project"),
    quantity: z.number(),
    consumed: z.number(),
    available: z
      .number()
      .describe(
        "What is left of the item for this project: its quantity − what other active projects hold. Nothing of an item in the trash.",
      ),
    shortage: z
      .number()
      .min(0)
      .describe(
        "What the project still needs and `available` does not cover; 0 once it is done or cancelled.",
      ),
  })
  .meta({ id: "Reservation" });
export type Reservation = z.infer<typeof Reservation>;

/** What a project reserves, counted. */
export const ProjectStock = z
  .strictObject({
    items: z.int().min(0).describe("Things that it reserves."),
    open: z.int().min(0).describe("Those of them that it still needs."),
    short: z.int().min(0).describe("Those of them that there is too little of for it."),
  })
  .meta({ id: "ProjectStock" });
export type ProjectStock = z.infer<typeof ProjectStock>;

/** A project with what was asked for beside it. */
export const ProjectView = Project.extend({
  stock: ProjectStock.optional(),
  reservation: Reservation.optional(),
}).meta({ id: "ProjectView" });
export type ProjectView = z.infer<typeof ProjectView>;

export const ListProjects = PageInput.extend({
  sort: sortOf(["name", "created_at", "updated_at", "due_on"]).default("-updated_at"),
  q: line(200).describe("Part of a name or description.").optional(),
  status: z.array(ProjectStatus).min(1).max(4).describe("Repeat it for any of several.").optional(),
  tag: z
    .array(line(50))
    .min(1)
    .max(20)
    .describe("Repeat it for projects that have all of the tags.")
    .optional(),
  updated_since: Timestamp.optional(),
  item_id: idRef("item").describe("Only projects that reserve it; each says its `reservation`.").optional(),
  include: includeOf(["stock"]).optional(),
});
export type ListProjects = z.infer<typeof ListProjects>;
export const ProjectPage = pageOf(ProjectView);
export type ProjectPage = z.infer<typeof ProjectPage>;

/** One line of the pick list, which is sorted by place. */
export const ProjectItem = Reservation.extend({
  item: Item,
  path: z.array(PathStep),
  place: z.string().describe("Home / Garage / Red box; empty for what lies nowhere."),
}).meta({ id: "ProjectItem" });
export type ProjectItem = z.infer<typeof ProjectItem>;

export const ListProjectItems = PageInput.extend({ id: idRef("project") });
export type ListProjectItems = z.infer<typeof ListProjectItems>;
export const ProjectItemPage = pageOf(ProjectItem);
export type ProjectItemPage = z.infer<typeof ProjectItemPage>;

/** Takes what was reserved out of the stock. */
export const ConsumeItems = z.strictObject({
  ...ProjectRef.shape,
  items: z
    .array(z.strictObject({ item_id: idRef("item"), quantity: Quantity.min(0.001) }))
    .min(1)
    .max(PROJECT_RESERVATIONS_MAX)
    .describe("What was used; without it, all that is still reserved.")
    .optional(),
});
export type ConsumeItems = z.infer<typeof ConsumeItems>;

/** A project after it used up what it had reserved. */
export const ConsumedItems = z
  .strictObject({ project: Project, data: z.array(Reservation), event_seq: z.int().min(1).nullable() })
  .meta({ id: "ConsumedItems" });
export type ConsumedItems = z.infer<typeof ConsumedItems>;

/** The id is the item's. */
export const ReleasedItem = receiptOf("item");
