import { z } from "zod";
import { line } from "./text.ts";

/** How a field is compared. `list` holds several texts; `id` is a text that people pick from a list. */
export type FieldKind = "text" | "number" | "boolean" | "date" | "list" | "id";

const THING = { name: "text", tags: "list", location_ids: "list" } as const satisfies Record<
  string,
  FieldKind
>;

/** What a condition may ask of what an event happened to, by its kind. `location_ids` are all places that it is in. */
export const SUBJECT_FIELDS = {
  item: {
    ...THING,
    quantity: "number",
    min_quantity: "number",
    available: "number",
    is_low: "boolean",
    unit: "text",
    bin_id: "id",
    location_id: "id",
    barcodes: "list",
    sku: "text",
    external_id: "text",
    serial_number: "text",
    model: "text",
    manufacturer: "text",
    notes: "text",
    expires_on: "date",
  },
  bin: { ...THING, code: "text", location_id: "id", color: "text", description: "text" },
  location: { name: "text", location_ids: "list", kind: "text", parent_id: "id", description: "text" },
  task: {
    title: "text",
    status: "text",
    priority: "text",
    due_on: "date",
    assignee_id: "id",
    project_id: "id",
    subject_id: "id",
    source: "text",
  },
  project: { name: "text", status: "text", starts_on: "date", due_on: "date", tags: "list" },
} as const satisfies Record<string, Record<string, FieldKind>>;

/** What a condition may ask of the event itself. `data.missing` is how much is missing of what ran low. */
export const EVENT_FIELDS = {
  "event.actor_user_id": "id",
  "event.api_key_id": "id",
  "event.auth_method": "text",
  "event.subject_id": "id",
  "event.subject_name": "text",
  "data.missing": "number",
  "data.days_left": "number",
  "data.reason": "text",
} as const satisfies Record<string, FieldKind>;

/** A custom field of an item or bin; what it holds decides how it is compared. */
const CUSTOM_FIELD = /^custom\.[a-z][a-z0-9_]{0,49}$/;

/** The kind of a field as the subjects of `families` have it; null when none of them does. */
export function fieldKind(field: string, families: readonly string[]): FieldKind | "custom" | null {
  if (Object.hasOwn(EVENT_FIELDS, field)) return EVENT_FIELDS[field as keyof typeof EVENT_FIELDS]; // it is a member
  if (CUSTOM_FIELD.test(field))
    return families.some((family) => family === "item" || family === "bin") ? "custom" : null;
  for (const family of families) {
    const fields: Record<string, FieldKind> | undefined =
      SUBJECT_FIELDS[family as keyof typeof SUBJECT_FIELDS]; // or undefined
    if (fields && Object.hasOwn(fields, field)) return fields[field] ?? null;
  }
  return null;
}

export const ConditionOp = z.enum(["eq", "neq", "lt", "lte", "gt", "gte", "in", "contains", "changed"]);
export type ConditionOp = z.infer<typeof ConditionOp>;

const ORDER: readonly ConditionOp[] = ["eq", "neq", "lt", "lte", "gt", "gte", "in", "changed"];
const SAME: readonly ConditionOp[] = ["eq", "neq", "in", "changed"];

/** How each kind of field can be compared. */
export const OPS_OF_KIND: Record<FieldKind | "custom", readonly ConditionOp[]> = {
  number: ORDER,
  date: ORDER,
  boolean: ["eq", "neq", "changed"],
  id: SAME,
  text: [...SAME, "contains"],
  list: ["contains", "in", "changed"],
  custom: [...ORDER, "contains"],
};

/** What follows from other fields, or never changes: no event says of it that it changed. */
const UNCHANGING: readonly string[] = ["location_ids", "is_low", "available", "code", "source"];

/** How a field can be compared as the subjects of `families` have it; not at all when none of them does. */
export function opsOfField(field: string, families: readonly string[]): readonly ConditionOp[] {
  const kind = fieldKind(field, families);
  if (kind === null) return [];
  const mayChange = !Object.hasOwn(EVENT_FIELDS, field) && !UNCHANGING.includes(field);
  return mayChange ? OPS_OF_KIND[kind] : OPS_OF_KIND[kind].filter((op) => op !== "changed");
}

const Scalar = z.union([line(500, 0), z.number(), z.boolean(), z.null()]);

/**
 * One comparison. `changed` has no value: the event changed the field. `in` takes a list: the field is one of them, or for
 * a list, holds one of them. `contains` looks for a part of a text, whatever the case, or for one member of a list.
 */
export const TriggerCondition = z
  .strictObject({
    field: z
      .string()
      .overwrite((field) => field.replace(/^subject\./, ""))
      .min(1)
      .max(64)
      .describe("Of what it happened to (`tags`, `custom.color`) or of the event (`data.missing`)."),
    op: ConditionOp,
    value: z.union([Scalar, z.array(Scalar).min(1).max(50)]).optional(),
  })
  .meta({ id: "TriggerCondition" });
export type TriggerCondition = z.infer<typeof TriggerCondition>;
