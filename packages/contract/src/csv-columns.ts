/** Kinds of rows that a CSV can have. */
export const CSV_KINDS = ["item", "bin", "location", "task", "project"] as const;
export type CsvKind = (typeof CSV_KINDS)[number];

/** How a cell is written: `text` guarded against formulas, `plain` (ids, days, times, words of a fixed list) as it is. */
type CellForm = "text" | "number" | "list" | "path" | "plain";

export interface CsvColumn {
  name: string;
  form: CellForm;
  /** What it holds, for the documentation. */
  about: string;
  /** Other headers that people give it. */
  aliases?: readonly string[];
  /** An export writes it for people; an import passes over it. */
  isForPeople?: true;
}

const ID: CsvColumn = {
  name: "id",
  form: "plain",
  about: "Stowage's own id. A row with the id of a thing that is there changes it.",
};
const TAGS: CsvColumn = {
  name: "tags",
  form: "list",
  about: "Separated by `;` or `,`.",
  aliases: ["tag", "labels"],
};
const TIMES: CsvColumn[] = [
  { name: "created_at", form: "plain", about: "When it was made.", isForPeople: true },
  { name: "updated_at", form: "plain", about: "When it last changed.", isForPeople: true },
];
const DESCRIPTION: CsvColumn = {
  name: "description",
  form: "text",
  about: "Several lines are fine.",
  aliases: ["notes", "note", "comment", "comments"],
};
const DUE: CsvColumn = {
  name: "due_on",
  form: "plain",
  about: "`YYYY-MM-DD`.",
  aliases: ["due", "due_date"],
};

/** The columns of each kind's CSV, in their order; after them come those of custom fields, as `custom.<key>`. */
export const CSV_COLUMNS: Record<CsvKind, readonly CsvColumn[]> = {
  item: [
    ID,
    {
      name: "external_id",
      form: "text",
      about: "Another system's id. A row with one that is there changes that item.",
    },
    { name: "name", form: "text", about: "Needed for what is new.", aliases: ["title", "item", "item_name"] },
    {
      name: "quantity",
      form: "number",
      about: "Up to three decimals; 1 when not said.",
      aliases: ["qty", "amount", "count", "stock", "on_hand"],
    },
    { name: "unit", form: "text", about: "`pcs` when not said.", aliases: ["uom", "units"] },
    {
      name: "min_quantity",
      form: "number",
      about: "At or below it the item is low.",
      aliases: ["min", "minimum", "min_qty", "min_stock", "reorder_point"],
    },
    { name: "bin_id", form: "plain", about: "The bin that it is in." },
    {
      name: "bin_code",
      form: "plain",
      about: "The code on that bin's label, instead of its id.",
      aliases: ["bin", "container"],
    },
    { name: "bin_name", form: "text", about: "That bin's name.", isForPeople: true },
    { name: "location_id", form: "plain", about: "The place that it lies in, without a bin." },
    {
      name: "location_path",
      form: "path",
      about: "That place spelled out, as `Home / Garage`; places that are missing are made.",
      aliases: ["location", "place", "path"],
    },
    {
      name: "barcodes",
      form: "list",
      about: "Separated by `;` or `,`.",
      aliases: ["barcode", "ean", "upc", "gtin"],
    },
    { name: "sku", form: "text", about: "Your own or the shop's number.", aliases: ["part_number", "mpn"] },
    TAGS,
    {
      name: "notes",
      form: "text",
      about: "Several lines are fine.",
      aliases: ["note", "description", "comment", "comments"],
    },
    {
      name: "expires_on",
      form: "plain",
      about: "`YYYY-MM-DD`.",
      aliases: ["expires", "expiry", "expiry_date", "best_before"],
    },
    { name: "serial_number", form: "text", about: "", aliases: ["serial", "serial_no"] },
    { name: "model", form: "text", about: "", aliases: ["model_number"] },
    { name: "manufacturer", form: "text", about: "", aliases: ["brand", "maker"] },
    { name: "reserved", form: "number", about: "What active projects hold of it.", isForPeople: true },
    { name: "available", form: "number", about: "`quantity` − `reserved`.", isForPeople: true },
    ...TIMES,
  ],
  bin: [
    ID,
    {
      name: "code",
      form: "plain",
      about: "On its label. A row with the code of a bin that is there changes it.",
      aliases: ["label", "bin_code"],
    },
    { name: "name", form: "text", about: "Needed for what is new.", aliases: ["title", "bin", "bin_name"] },
    { name: "location_id", form: "plain", about: "The place that it stands in." },
    {
      name: "location_path",
      form: "path",
      about: "That place spelled out, as `Home / Garage`; places that are missing are made.",
      aliases: ["location", "place", "path"],
    },
    DESCRIPTION,
    TAGS,
    { name: "color", form: "plain", about: "As `#2f6fde`.", aliases: ["colour"] },
    { name: "icon", form: "text", about: "" },
    ...TIMES,
  ],
  location: [
    ID,
    { name: "name", form: "text", about: "Needed for what is new.", aliases: ["title", "location"] },
    { name: "parent_id", form: "plain", about: "The place that it is in; empty for a library." },
    {
      name: "parent_path",
      form: "path",
      about: "That place spelled out; places that are missing are made.",
      aliases: ["parent", "inside"],
    },
    {
      name: "kind",
      form: "plain",
      about: "`site`, `building`, `room`, `area`, `shelf`, `vehicle` or `other`.",
    },
    DESCRIPTION,
    ...TIMES,
  ],
  task: [
    ID,
    { name: "title", form: "text", about: "Needed for what is new.", aliases: ["name", "task"] },
    DESCRIPTION,
    { name: "status", form: "plain", about: "`open`, `in_progress`, `done` or `cancelled`." },
    { name: "priority", form: "plain", about: "`low`, `normal`, `high` or `urgent`." },
    DUE,
    { name: "assignee_id", form: "plain", about: "A member of the organization." },
    { name: "project_id", form: "plain", about: "The project that it is part of." },
    { name: "subject_type", form: "plain", about: "`item`, `bin` or `location`." },
    { name: "subject_id", form: "plain", about: "What it is about." },
    { name: "completed_at", form: "plain", about: "When it was done.", isForPeople: true },
    ...TIMES,
  ],
  project: [
    ID,
    { name: "name", form: "text", about: "Needed for what is new.", aliases: ["title", "project"] },
    DESCRIPTION,
    { name: "status", form: "plain", about: "`planned`, `active`, `done` or `cancelled`." },
    { name: "starts_on", form: "plain", about: "`YYYY-MM-DD`.", aliases: ["starts", "start_date"] },
    DUE,
    TAGS,
    ...TIMES,
  ],
};

/** Whether things of a kind have fields of the user's own. */
export const hasCustomFields = (kind: CsvKind): boolean => kind === "item" || kind === "bin";
