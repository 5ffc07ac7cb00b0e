import type { Column } from "./table.ts";

export type Row = Record<string, unknown>;

const member = (title: string, name: string): Column<Row> => ({ title, of: (row) => row[name] });
const amount = (title: string, name: string): Column<Row> => ({ ...member(title, name), align: "right" });
const moment = (title: string, name: string): Column<Row> => ({ title, of: (row) => when(row[name]) });

/** `2026-01-02 03:04` of a time on the wire, in UTC as everything there. */
export function when(value: unknown): unknown {
  return typeof value === "string" ? value.replace("T", " ").replace(/(:\d\d(\.\d+)?)Z$/, "") : value;
}

const nameOf = (value: unknown): string => String(Object(value).name ?? "");
const path = (value: unknown): string => (Array.isArray(value) ? value.map(nameOf).join(" / ") : "");
const place = (row: Row): string => [path(row.location_path), nameOf(row.bin)].filter(Boolean).join(" / ");

const ITEM: readonly Column<Row>[] = [
  member("Name", "name"),
  { ...amount("Quantity", "quantity"), style: ({ is_low }) => (is_low ? "red" : undefined) },
  member("Unit", "unit"),
  { title: "Low", of: ({ is_low }) => (is_low ? "low" : ""), style: () => "red" },
  { title: "Place", of: place },
  member("Tags", "tags"),
  { title: "Expires", of: ({ expires_on }) => expires_on },
  member("Id", "id"),
];

/** What a table shows of the rows of a group's lists; the verbs that list something else stand by themselves. */
const COLUMNS: Readonly<Record<string, readonly Column<Row>[]>> = {
  items: ITEM,
  "bins items": ITEM,
  bins: [
    member("Code", "code"),
    member("Name", "name"),
    amount("Items", "item_count"),
    { title: "Place", of: place },
    member("Tags", "tags"),
    member("Id", "id"),
  ],
  locations: [
    member("Name", "name"),
    member("Kind", "kind"),
    member("Description", "description"),
    member("Id", "id"),
  ],
  "locations contents": [
    member("Type", "type"),
    member("Name", "name"),
    member("Code", "code"),
    amount("Quantity", "quantity"),
    member("Unit", "unit"),
    member("Id", "id"),
  ],
  tasks: [
    member("Title", "title"),
    member("Status", "status"),
    {
      ...member("Priority", "priority"),
      style: ({ priority }) => (priority === "urgent" ? "red" : undefined),
    },
    member("Due", "due_on"),
    member("Id", "id"),
  ],
  projects: [
    member("Name", "name"),
    member("Status", "status"),
    member("Due", "due_on"),
    member("Tags", "tags"),
    member("Id", "id"),
  ],
  "projects items": [
    { title: "Name", of: ({ item, name }) => name ?? nameOf(item) },
    amount("Reserved", "reserved"),
    amount("Quantity", "quantity"),
    { title: "Id", of: ({ item_id, id }) => item_id ?? id },
  ],
  keys: [
    member("Name", "name"),
    member("Prefix", "prefix"),
    { ...member("Status", "status"), style: ({ status }) => (status === "active" ? "green" : "yellow") },
    member("Environment", "environment"),
    moment("Last used", "last_used_at"),
    moment("Expires", "expires_at"),
    member("Id", "id"),
  ],
  "keys log": [
    moment("At", "created_at"),
    member("Kind", "kind"),
    member("Outcome", "outcome"),
    { title: "What", of: ({ endpoint, type, subject_name }) => endpoint ?? `${type} ${subject_name ?? ""}` },
    amount("Status", "status"),
    member("Address", "ip"),
  ],
  events: [
    amount("Number", "seq"),
    moment("At", "created_at"),
    member("What", "type"),
    member("Of", "subject_name"),
    { title: "By", of: ({ api_key_name, actor_name }) => api_key_name ?? actor_name },
    member("Id", "subject_id"),
  ],
  search: [
    member("Type", "type"),
    member("Name", "name"),
    { ...amount("Quantity", "quantity"), style: ({ is_low }) => (is_low ? "red" : undefined) },
    member("Unit", "unit"),
    member("Place", "place"),
    member("Code", "code"),
    member("Id", "id"),
  ],
};

/** What more to ask for, so that a table can say it. */
export const INCLUDED: Readonly<Record<string, readonly string[]>> = {
  "items list": ["location_path", "bin"],
  "items get": ["location_path", "bin"],
  "bins items": ["location_path", "bin"],
  "bins list": ["location_path", "item_count"],
  "bins get": ["location_path", "item_count"],
};

/** The columns of a list; with `fields`, those. */
export function columnsOf(
  group: string,
  verb: string,
  fields: readonly string[] = [],
): readonly Column<Row>[] {
  if (fields.length > 0) return fields.map((name) => titled(name));
  return COLUMNS[`${group} ${verb}`] ?? COLUMNS[group] ?? [];
}

/** Columns for rows of an unknown kind: their members. */
export function membersOf(rows: readonly Row[]): readonly Column<Row>[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))].map((name) => titled(name));
}

function titled(name: string): Column<Row> {
  const title = name.charAt(0).toUpperCase() + name.slice(1).replaceAll("_", " ");
  return name.endsWith("_at") ? moment(title, name) : member(title, name);
}
