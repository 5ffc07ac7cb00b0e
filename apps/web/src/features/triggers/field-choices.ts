import {
  type ConditionOp,
  EVENT_FIELDS,
  type FieldKind,
  fieldKind,
  opsOfField,
  SUBJECT_FIELDS,
} from "@stowage/contract/trigger-fields";

/** A comparison as the builder offers it; `empty` and `set` are its words for "is null" and "is not null". */
export type DraftOp = ConditionOp | "empty" | "set";

interface FieldWords {
  /** Within the sentence: "its tags". */
  words: string;
  /** Among the choices, where two would read alike. */
  label?: string;
}

const FIELDS: Record<string, FieldWords> = {
  name: { words: "its name" },
  tags: { words: "its tags" },
  location_ids: { words: "its place", label: "its place, or one around it" },
  quantity: { words: "its quantity" },
  min_quantity: { words: "its minimum" },
  available: { words: "what is available of it" },
  is_low: { words: "it", label: "whether it is low" },
  unit: { words: "its unit" },
  bin_id: { words: "its bin" },
  location_id: { words: "its place", label: "its place itself" },
  barcodes: { words: "its barcodes" },
  sku: { words: "its SKU" },
  external_id: { words: "its external id" },
  serial_number: { words: "its serial number" },
  model: { words: "its model" },
  manufacturer: { words: "its manufacturer" },
  notes: { words: "its notes" },
  expires_on: { words: "its day of expiry" },
  code: { words: "its label code" },
  color: { words: "its colour" },
  description: { words: "its description" },
  kind: { words: "its kind" },
  parent_id: { words: "the place it is in" },
  title: { words: "its title" },
  status: { words: "its status" },
  priority: { words: "its priority" },
  due_on: { words: "its due day" },
  assignee_id: { words: "its assignee" },
  project_id: { words: "its project" },
  subject_id: { words: "what it is about" },
  source: { words: "who made it" },
  starts_on: { words: "its first day" },
  "event.actor_user_id": { words: "the person who did it" },
  "event.api_key_id": { words: "the API key that did it" },
  "event.auth_method": { words: "the way it was done" },
  "event.subject_id": { words: "it", label: "which one it is" },
  "event.subject_name": { words: "its name at that moment" },
  "data.missing": { words: "how much is missing" },
  "data.days_left": { words: "the days left" },
  "data.reason": { words: "the reason given" },
};

const CUSTOM = "custom.";

/** The name of a custom field, or null for what is none. */
export function customNameOf(field: string): string | null {
  return field.startsWith(CUSTOM) ? field.slice(CUSTOM.length) : null;
}

/** A field within the sentence: "its tags", "its color". */
export function fieldWords(field: string): string {
  const custom = customNameOf(field);
  if (custom !== null) return `its ${custom === "" ? "…" : custom.replaceAll("_", " ")}`;
  return FIELDS[field]?.words ?? field;
}

interface FieldChoice {
  value: string;
  label: string;
}

/** What a condition can ask of events that happen to such things; custom fields under one entry. */
export function fieldChoices(families: readonly string[]): { label: string; items: FieldChoice[] }[] {
  const subjects: Record<string, Record<string, FieldKind>> = SUBJECT_FIELDS;
  const named = (field: string): FieldChoice => ({
    value: field,
    label: FIELDS[field]?.label ?? fieldWords(field),
  });
  const own = [...new Set(families.flatMap((family) => Object.keys(subjects[family] ?? {})))].map(named);
  const hasCustom = fieldKind(`${CUSTOM}x`, families) !== null;
  return [
    {
      label: "What it happens to",
      items: [...own, ...(hasCustom ? [{ value: CUSTOM, label: "a custom field…" }] : [])],
    },
    { label: "What happens", items: Object.keys(EVENT_FIELDS).map(named) },
  ].filter(({ items }) => items.length > 0);
}

/** How a field is compared among such events; a custom field whose name is not typed yet is one already. */
export function kindOf(field: string, families: readonly string[]): FieldKind | "custom" | null {
  return field === CUSTOM ? fieldKind(`${CUSTOM}x`, families) : fieldKind(field, families);
}

const OPS: Record<DraftOp, string> = {
  eq: "is",
  neq: "is not",
  lt: "is less than",
  lte: "is at most",
  gt: "is more than",
  gte: "is at least",
  in: "is one of",
  contains: "contains",
  changed: "changed",
  empty: "is not set",
  set: "is set",
};
const DATE_OPS: Partial<Record<DraftOp, string>> = {
  lt: "is before",
  lte: "is on or before",
  gt: "is after",
  gte: "is on or after",
};
const LIST_OPS: Partial<Record<DraftOp, string>> = { contains: "include", in: "include one of" };
const PLACE_OPS: Partial<Record<DraftOp, string>> = { contains: "is within", in: "is within one of" };

/** A comparison in words that suit the field. */
export function opWords(op: DraftOp, field: string, kind: FieldKind | "custom" | null): string {
  if (field === "location_ids") return PLACE_OPS[op] ?? OPS[op];
  if (kind === "date") return DATE_OPS[op] ?? OPS[op];
  if (kind === "list") return LIST_OPS[op] ?? OPS[op];
  return OPS[op];
}

/** The comparisons that a field allows among such events; a yes or no needs no "is not". */
export function opsOf(field: string, families: readonly string[]): DraftOp[] {
  const kind = kindOf(field, families);
  if (kind === null) return [];
  const allowed = opsOfField(field === CUSTOM ? `${CUSTOM}x` : field, families);
  const ops: DraftOp[] = allowed.filter((op) => kind !== "boolean" || op !== "neq");
  return kind === "boolean" || kind === "list" ? ops : [...ops, "set", "empty"];
}

/** Whether a comparison is with nothing at all. */
export function takesNoValue(op: DraftOp): boolean {
  return op === "changed" || op === "empty" || op === "set";
}
