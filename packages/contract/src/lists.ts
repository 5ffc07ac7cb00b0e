import { z } from "zod";
import { LIST_LIMIT_DEFAULT, LIST_LIMIT_MAX } from "./limits.ts";

/** What every list takes besides its own filters. */
export const PageInput = z.strictObject({
  limit: z.int().min(1).max(LIST_LIMIT_MAX).default(LIST_LIMIT_DEFAULT).describe("Rows a page."),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,1024}$/, "Expected the next_cursor of an earlier answer.")

    .describe("The `next_cursor` of the page before.")
    .optional(),
  include_total: z.boolean().default(false).describe("Count all matching rows into `total`."),
});

/** A page of rows; `next_cursor` is null on the last one. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({
    data: z.array(row),
    total: z.int().min(0).optional(),
    next_cursor: z.string().nullable(),
  });

/** `name` ascending or `-name` descending, for each sortable field. */
export const sortOf = <const Field extends string>(fields: readonly [Field, ...Field[]]) =>
  z.enum(fields.flatMap((field) => [field, `-${field}`] as const));

/**
 * `fields=id,name` trims each object of an answer to those members; without it, all. Written once with commas or
 * repeated. The `id` is always there.
 */
export const fieldsOf = <const Field extends string>(fields: readonly [Field, ...Field[]]) =>
  listOf(fields).describe("Only these members of each object, and the id.");

/** `include=location_path,bin` widens an answer by what has to be looked up. */
export const includeOf = <const Field extends string>(fields: readonly [Field, ...Field[]]) =>
  listOf(fields).describe("More members, looked up for this answer.");

/** Commas or repetition: `a,b` is what a query string and `["a", "b"]` what JSON says. */
const listOf = <const Field extends string>(values: readonly [Field, ...Field[]]) =>
  z.array(z.enum(values)).min(1).max(values.length).meta({ commas: true });
