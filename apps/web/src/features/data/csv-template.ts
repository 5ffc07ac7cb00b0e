import type { CsvKind } from "@stowage/contract/csv-columns";

/** A header and rows that can be imported as they stand, for each kind; without `type` a row is an item. */
export const CSV_TEMPLATES: Record<CsvKind, readonly (readonly string[])[]> = {
  item: [
    ["external_id", "name", "quantity", "unit", "min_quantity", "location_path", "barcodes", "tags", "notes"],
    ["shop-1001", "M3 screws", "120", "pcs", "20", "Garage / Shelf A", "4006381333931", "metric; steel", ""],
    ["shop-1002", "Wood glue", "0.75", "l", "0.25", "Garage / Shelf A", "", "consumable", "Keep it warm"],
  ],
  bin: [
    ["type", "name", "location_path", "description", "tags", "color"],
    ["bin", "Screws", "Garage / Shelf A", "Metric ones", "metric; steel", "#2f6fde"],
  ],
  location: [
    ["type", "name", "parent_path", "kind", "description"],
    ["location", "Garage", "", "building", ""],
    ["location", "Shelf A", "Garage", "shelf", "Left of the door"],
  ],
  task: [
    ["type", "title", "description", "status", "priority", "due_on"],
    ["task", "Order screws", "M3 × 10 mm", "open", "normal", "2030-01-31"],
  ],
  project: [
    ["type", "name", "description", "status", "starts_on", "due_on", "tags"],
    ["project", "Garden shed", "", "planned", "2030-03-01", "2030-05-31", "wood"],
  ],
};

/** The template of a kind as a file: with a byte order mark, without which Excel takes UTF-8 for something else. */
export function csvTemplate(kind: CsvKind): Blob {
  const lines = CSV_TEMPLATES[kind].map((cells) => cells.join(","));
  return new Blob([`\ufeff${lines.join("\r\n")}\r\n`], { type: "text/csv" });
}
