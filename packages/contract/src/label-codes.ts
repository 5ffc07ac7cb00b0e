import { z } from "zod";
import { idRef } from "./ids.ts";
import { CODES_RESERVED_MAX } from "./limits.ts";
import { PageInput, pageOf } from "./lists.ts";
import { line } from "./text.ts";
import { Timestamp } from "./times.ts";

/** What a label can stand on. */
export const CodeTarget = z.enum(["bin", "item", "location"]);
export type CodeTarget = z.infer<typeof CodeTarget>;

/** A label's code; without a target it is printed but not yet on anything. */
export const LabelCode = z
  .strictObject({
    code: z.string(),
    target_type: CodeTarget.nullable(),
    target_id: z.string().nullable(),
    batch_id: z.string().nullable(),
    created_at: Timestamp,
  })
  .meta({ id: "LabelCode" });
export type LabelCode = z.infer<typeof LabelCode>;

/** The code with what it stands on, as far as the caller may see that. */
export const ResolvedCode = LabelCode.extend({
  target: z
    .strictObject({ type: CodeTarget, id: z.string(), name: z.string() })
    .nullable()
    .describe("Null while nothing has the label."),
}).meta({ id: "ResolvedCode" });
export type ResolvedCode = z.infer<typeof ResolvedCode>;

export const ReserveCodes = z.strictObject({
  count: z.int().min(1).max(CODES_RESERVED_MAX),
  batch: line(100).describe("A name for the sheet, such as its date; without it one is made.").optional(),
});
export type ReserveCodes = z.infer<typeof ReserveCodes>;

export const ReservedCodes = z.strictObject({ data: z.array(LabelCode) });
export type ReservedCodes = z.infer<typeof ReservedCodes>;

export const CodeRef = z.strictObject({
  code: z.string().min(1).max(32).describe("As printed, or as typed: case, spaces and dashes do not matter."),
});

export const ClaimCode = z.strictObject({
  ...CodeRef.shape,
  target_type: CodeTarget,
  target_id: z.string().regex(/^[0-9A-Za-z_-]{1,64}$/, "Expected an id such as the server hands out."),
});
export type ClaimCode = z.infer<typeof ClaimCode>;

export const ListCodes = PageInput.extend({
  batch_id: line(100).optional(),
  claimed: z.boolean().describe("Only labels that stand on something; false for blank ones.").optional(),
  target_id: z
    .string()
    .regex(/^[0-9A-Za-z_-]{1,64}$/)
    .describe("Only the labels of this thing.")
    .optional(),
});
export type ListCodes = z.infer<typeof ListCodes>;
export const LabelCodePage = pageOf(LabelCode);
export type LabelCodePage = z.infer<typeof LabelCodePage>;

/** What is left of a sheet of labels, as far as the caller can see. */
export const LabelBatch = z
  .strictObject({
    batch_id: z.string(),
    total: z.int().min(0),
    claimed: z.int().min(0).describe("Labels that stand on something; the others are blank."),
    created_at: Timestamp.describe("When its last labels were reserved."),
  })
  .meta({ id: "LabelBatch" });
export type LabelBatch = z.infer<typeof LabelBatch>;

export const ListLabelBatches = PageInput;
export type ListLabelBatches = z.infer<typeof ListLabelBatches>;
export const LabelBatchPage = pageOf(LabelBatch);
export type LabelBatchPage = z.infer<typeof LabelBatchPage>;

/** Sheets that office shops sell, by maker and number, and a strip for label printers. */
export const SheetFormat = z.enum([
  "avery_l7160",
  "avery_l7163",
  "avery_l7651",
  "avery_5160",
  "avery_5163",
  "avery_22805",
  "dymo_99012",
  "brother_62mm",
]);
export type SheetFormat = z.infer<typeof SheetFormat>;

/** A printable PDF with a QR code, the code and the name on each label. */
export const PrintLabels = z.strictObject({
  codes: z.array(z.string().min(1).max(32)).min(1).max(CODES_RESERVED_MAX),
  format: SheetFormat.default("avery_l7160"),
  skip: z.int().min(0).max(200).default(0).describe("Labels of the first sheet that are already used."),
});
export type PrintLabels = z.infer<typeof PrintLabels>;

export const BinLabel = z.strictObject({
  id: idRef("bin").describe("The bin's id or the code on its label."),
  size: z.int().min(64).max(2_048).default(512).describe("Width in pixels (PNG) or user units (SVG)."),
  text: z.boolean().default(true).describe("Print name and code beside the QR code."),
});
export type BinLabel = z.infer<typeof BinLabel>;
