import { z } from "zod";
import { UndoneEvents } from "./events.ts";
import { id, idRef } from "./ids.ts";
import { PageInput, pageOf } from "./lists.ts";
import { line } from "./text.ts";
import { Timestamp } from "./times.ts";

export const TransferFormat = z.enum(["ndjson", "csv"]);
export type TransferFormat = z.infer<typeof TransferFormat>;

/** NDJSON holds everything in dependency order and ends with a count line; CSV holds the rows of one kind. */
export const ExportData = z.strictObject({
  format: TransferFormat.default("ndjson").describe("What kind of file."),
  type: z
    .enum(["items", "bins", "locations", "tasks", "projects"])
    .default("items")
    .describe("The kind of rows of a CSV."),
});
export type ExportData = z.infer<typeof ExportData>;

/** A fault of one row of a file: `line` counts from 1, the header included. */
export const RowError = z
  .strictObject({
    line: z.int().min(1),
    column: z
      .string()
      .nullable()
      .describe("The header, or the member of an NDJSON line; null for the whole row."),
    code: z.string(),
    message: z.string(),
  })
  .meta({ id: "RowError" });
export type RowError = z.infer<typeof RowError>;

/** `pending` and `running` ones that a stopped server left can be resumed: nothing of them is written yet. */
export const ImportStatus = z.enum(["pending", "running", "done", "failed", "undone"]);
export type ImportStatus = z.infer<typeof ImportStatus>;

/** One file that was brought in, all at once or not at all. */
export const Import = z
  .strictObject({
    id: id("import").nullable().describe("Null for a dry run, of which nothing is kept."),
    status: ImportStatus,
    dry_run: z.boolean(),
    format: TransferFormat,
    filename: z.string().nullable(),
    rows_total: z.int().min(0),
    rows_done: z.int().min(0),
    created: z.int().min(0),
    updated: z.int().min(0),
    unchanged: z.int().min(0),
    errors_total: z.int().min(0),
    errors: z.array(RowError).describe("The first 200."),
    columns: z.array(z.string()).describe("The columns of a CSV as they were understood."),
    first_seq: z.int().nullable(),
    last_seq: z.int().nullable(),
    created_by: id("user").nullable(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({ id: "Import" });
export type Import = z.infer<typeof Import>;

/** On REST the file is the body, its Content-Type the format, and the rest stands in the query string. */
export const ImportData = z.strictObject({
  content: z.string(),
  format: TransferFormat,
  dry_run: z.boolean().default(false).describe("Check every row, and write nothing."),
  wait: z
    .boolean()
    .default(true)
    .describe("Answer when it is done; else at once, to be followed by GET /imports/{id}."),
  filename: line(200, 0).optional(),
});
export type ImportData = z.infer<typeof ImportData>;

export const ImportRef = z.strictObject({ id: idRef("import") });
export const ListImports = PageInput;
export type ListImports = z.infer<typeof ListImports>;
export const ImportPage = pageOf(Import);
export type ImportPage = z.infer<typeof ImportPage>;

export const UndoImport = z.strictObject({
  ...ImportRef.shape,
  dry_run: z.boolean().default(false),
});

/** Things that an undo of an import lists; the totals count all. */
export const IMPORT_UNDONE_LISTED = 500;

/** What taking an import back put back, or would, and what it did not; the lists are cut off, the totals are not. */
export const UndoneImport = UndoneEvents.extend({
  undone: UndoneEvents.shape.undone.describe("The first 500."),
  skipped: UndoneEvents.shape.skipped.describe("The first 500."),
  undone_total: z.int().min(0),
  skipped_total: z.int().min(0),
}).meta({ id: "UndoneImport" });
export type UndoneImport = z.infer<typeof UndoneImport>;
