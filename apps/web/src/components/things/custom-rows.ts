export type CustomValue = string | number | boolean | null;
export type CustomType = "text" | "number" | "yes_no" | "none";

/** A custom field while it is edited; numbers as they are typed. */
export interface CustomRow {
  /** Of the row, so that renaming does not move the cursor. */
  id: number;
  name: string;
  type: CustomType;
  text: string;
  isYes: boolean;
}

export const CUSTOM_FIELDS_MAX = 30;
const NAME = /^[a-z][a-z0-9_]{0,49}$/;
const TEXT_MAX = 2_000;

let rows = 0;

export function newCustomRow(): CustomRow {
  rows += 1;
  return { id: rows, name: "", type: "text", text: "", isYes: true };
}

export function customRowsOf(fields: Readonly<Record<string, CustomValue>>): CustomRow[] {
  return Object.entries(fields).map(([name, value]) => ({
    ...newCustomRow(),
    name,
    type: typeOf(value),
    text: value === null || typeof value === "boolean" ? "" : String(value),
    isYes: value === true,
  }));
}

function typeOf(value: CustomValue): CustomType {
  if (value === null) return "none";
  if (typeof value === "number") return "number";
  return typeof value === "boolean" ? "yes_no" : "text";
}

/** Rows without a name and a value are left out. */
export function customFieldsOf(edited: readonly CustomRow[]): Record<string, CustomValue> {
  return Object.fromEntries(edited.filter((row) => !isBlank(row)).map((row) => [row.name, typedValue(row)]));
}

function typedValue({ type, text, isYes }: CustomRow): CustomValue {
  if (type === "none") return null;
  if (type === "yes_no") return isYes;
  return type === "number" ? Number(text.replace(",", ".")) : text.trim();
}

const isBlank = ({ name, text }: CustomRow) => name === "" && text.trim() === "";

/** "Max. voltage" → `max_voltage`: what people call a field, as scripts name it. */
export function customName(words: string): string {
  return words
    .normalize("NFD")
    .replace(/\p{Mark}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "")
    .slice(0, 50);
}

/** What is wrong with the fields, or nothing. */
export function customProblem(edited: readonly CustomRow[]): string | undefined {
  const filled = edited.filter((row) => !isBlank(row));
  if (filled.length > CUSTOM_FIELDS_MAX) return `At most ${CUSTOM_FIELDS_MAX} custom fields.`;
  const names = filled.map(({ name }) => name);
  const wrong = names.find((name) => !NAME.test(name));
  if (wrong === "") return "Give each custom field a name.";
  if (wrong !== undefined) return `“${wrong}” is no name: small letters, digits and _, a letter first.`;
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return `There are two fields called ${twice}.`;
  const noNumber = filled.find((row) => row.type === "number" && !isNumber(row.text));
  if (noNumber) return `${noNumber.name} is to be a number.`;
  const long = filled.find((row) => row.text.length > TEXT_MAX);
  return long && `${long.name} is longer than 2,000 characters.`;
}

const isNumber = (text: string) => /^-?\d+([.,]\d+)?$/.test(text.trim());
