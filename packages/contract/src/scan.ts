import { z } from "zod";
import { Item, Quantity } from "./items.ts";
import { CodeTarget } from "./label-codes.ts";
import { line } from "./text.ts";

/** What a handheld does with a code that it read. `move` puts the thing where `to_code` is. */
export const ScanAction = z.enum(["lookup", "add", "remove", "count", "move", "create"]);
export type ScanAction = z.infer<typeof ScanAction>;

/** One request for a handheld: a label's code, its URL, a barcode or a SKU, and what to do. */
export const Scan = z.strictObject({
  code: line(300).describe("A label's code or its URL, an item's barcode or SKU."),
  action: ScanAction.default("lookup"),
  quantity: Quantity.describe(
    "For add and remove, default 1; for count, the new quantity; for move, a part.",
  ).optional(),
  to_code: line(300).describe("The label of a bin or place: where to move to, or to create in.").optional(),
  name: line(200).describe("For create: what the new item is called; default is the code.").optional(),
});
export type Scan = z.infer<typeof Scan>;

/** What the code stands on, and what the scan did with it. */
export const ScanAnswer = z
  .strictObject({
    code: z.string(),
    action: ScanAction,
    target: z.strictObject({ type: CodeTarget, id: z.string(), name: z.string() }),
    item: Item.optional(),
    quantity: z.number().optional(),
    event_seq: z.int().min(1).nullable().optional(),
  })
  .meta({ id: "ScanAnswer" });
export type ScanAnswer = z.infer<typeof ScanAnswer>;
