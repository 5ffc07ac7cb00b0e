import { z } from "zod";
import { idRef } from "./ids.ts";
import { BULK_OPERATIONS_MAX } from "./limits.ts";
import { Problem } from "./problems.ts";
import { line } from "./text.ts";

const data = z.record(z.string(), z.unknown());
const create = z.strictObject({ op: z.literal("create"), data });
const update = z.strictObject({ op: z.literal("update"), id: idRef("item"), data });
const remove = z.strictObject({ op: z.literal("delete"), id: idRef("item"), data: data.optional() });

const bulkOf = <Operation extends z.ZodType>(operation: Operation) =>
  z.strictObject({
    atomic: z
      .boolean()
      .default(false)
      .describe("All or nothing; else each operation that can be done is done."),
    operations: z.array(operation).min(1).max(BULK_OPERATIONS_MAX),
  });

/** `data` is what the single call takes beside the id: the fields of POST or PATCH, of adjust, of move. */
export const BulkItems = bulkOf(
  z.discriminatedUnion("op", [
    create,
    update,
    remove,
    z.strictObject({ op: z.literal("adjust"), id: idRef("item"), data }),
    z.strictObject({ op: z.literal("move"), id: idRef("item"), data }),
    z.strictObject({ op: z.literal("restore"), id: idRef("item"), data: data.optional() }),
    z.strictObject({
      op: z.literal("upsert"),
      external_id: line(200).describe("Changes the item that has it, or creates one."),
      data,
    }),
  ]),
);
export type BulkItems = z.infer<typeof BulkItems>;

/** Bins are named by id or code. */
export const BulkBins = bulkOf(
  z.discriminatedUnion("op", [
    create,
    update,
    remove,
    z.strictObject({ op: z.literal("move"), id: idRef("bin"), data }),
    z.strictObject({ op: z.literal("restore"), id: idRef("bin"), data: data.optional() }),
  ]),
);
export type BulkBins = z.infer<typeof BulkBins>;

/** How one operation ended: the status and body that the single call would have had. */
export const BulkResult = z
  .strictObject({
    index: z.int().min(0),
    status: z.int(),
    data: z.record(z.string(), z.unknown()).optional().describe("What the single call answers."),
    event_seqs: z
      .array(z.int().min(1))
      .describe("The events that record it: what undo asks for. None when nothing changed.")
      .optional(),
    error: Problem.optional(),
  })
  .meta({ id: "BulkResult" });
export type BulkResult = z.infer<typeof BulkResult>;

/** How each operation ended, in the order in which they were sent. */
export const BulkAnswer = z
  .strictObject({
    data: z.array(BulkResult),
    succeeded: z.int().min(0),
    failed: z.int().min(0),
  })
  .meta({ id: "BulkAnswer" });
export type BulkAnswer = z.infer<typeof BulkAnswer>;
