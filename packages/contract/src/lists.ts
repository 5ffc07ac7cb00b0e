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
