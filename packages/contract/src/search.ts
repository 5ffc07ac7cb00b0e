import { z } from "zod";
import { SEARCH_HITS_MAX } from "./limits.ts";
import { PathStep } from "./places.ts";
import { line } from "./text.ts";

/** Words, a part of a word, a code, a barcode; a typo still finds. */
export const Search = z.strictObject({
  q: line(200).describe("What to look for: parts of words, a code or a barcode."),
  type: z
    .array(z.enum(["item", "bin", "location"]))
    .min(1)
    .max(3)
    .describe("Only hits of these kinds.")
    .optional(),
  limit: z.int().min(1).max(SEARCH_HITS_MAX).default(20).describe("Hits at the most."),
});
export type Search = z.infer<typeof Search>;

/** One thing that was found, the best first, with its place spelled out. */
export const SearchHit = z
  .strictObject({
    type: z.enum(["item", "bin", "location"]),
    id: z.string(),
    name: z.string(),
    place: z.string().describe("Home / Garage / Red box; empty for what lies nowhere."),
    path: z.array(PathStep),
    code: z.string().optional().describe("Of a bin."),
    quantity: z.number().optional().describe("Of an item."),
    unit: z.string().optional().describe("Of an item."),
    is_low: z.boolean().optional().describe("Of an item."),
    score: z.number().min(0).max(1).describe("1 is the name itself."),
  })
  .meta({ id: "SearchHit" });
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchAnswer = z.strictObject({ data: z.array(SearchHit), next_cursor: z.null() });
export type SearchAnswer = z.infer<typeof SearchAnswer>;

/** Flat counts, made for dashboards. Bounded keys get those of their places. */
export const Summary = z
  .strictObject({
    locations: z.int().min(0),
    bins: z.int().min(0),
    items: z.int().min(0),
    quantity: z.number().min(0).describe("The sum of all quantities, whatever their units."),
    low_stock: z.int().min(0),
    expiring_7d: z.int().min(0).describe("Items that expire today or within seven days."),
    expired: z.int().min(0),
    open_tasks: z.int().min(0),
    overdue_tasks: z.int().min(0),
    revision: z.int().min(0).describe("Grows with every change."),
    as_of: z.string(),
  })
  .meta({ id: "Summary" });
export type Summary = z.infer<typeof Summary>;
