import {
  CSV_COLUMNS,
  CSV_KINDS,
  type CsvColumn,
  type CsvKind,
  hasCustomFields,
} from "@stowage/contract/csv-columns";
import { composed } from "@stowage/contract/text";
import { nearestField } from "../nearest-field.ts";

/** The column that tells what each row is; without it, all are items. */
const TYPE = "type";

const CUSTOM_KEY_LENGTH_MAX = 50;

/** How one column of a file is understood, for each kind of row that it has a meaning for. */
export interface Head {
  /** As the file has it. */
  text: string;
  of: Partial<Record<CsvKind, CsvColumn>>;
  isType: boolean;
  /** The key of the user's own field that it holds. */
  customKey: string | null;
}

export interface Header {
  heads: Head[];
  /** What it was understood as: the fields' names in the order of the file. */
  columns: string[];
  hasType: boolean;
}

interface HeaderFault {
  column: string;
  code: string;
  message: string;
}

/** Finds out what the columns of a CSV mean: by their names, and by those that people give them. */
export function readHeader(cells: readonly string[]): { header: Header; faults: HeaderFault[] } {
  const words = cells.map(wordOf);
  const hasType = words.includes(TYPE);
  const kinds = hasType ? CSV_KINDS : (["item"] as const);
  const faults: HeaderFault[] = [];
  const seen = new Map<string, string>();
  const heads = cells.map((text, index) => {
    const head = headOf(text, words[index] ?? "", kinds);
    const fault = faultOf(head, kinds, seen);
    if (fault) faults.push(fault);
    return head;
  });
  if (!heads.some((head) => nameOf(head) !== null))
    faults.push({ column: "", code: "no_header", message: "The first line must name the columns." });
  return { header: { heads, columns: heads.flatMap((head) => nameOf(head) ?? []), hasType }, faults };
}

const wordOf = (text: string): string =>
  composed(text)
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");

function headOf(text: string, word: string, kinds: readonly CsvKind[]): Head {
  const custom = /^custom\.([a-z][a-z0-9_]{0,49})$/.exec(word)?.[1] ?? null;
  const of: Head["of"] = {};
  for (const kind of kinds) {
    const columns = CSV_COLUMNS[kind];
    const exact = columns.find(({ name }) => name === word);
    const column = exact ?? columns.find(({ aliases }) => aliases?.includes(word));
    if (column) of[kind] = column;
    else if (word === "custom_fields" && hasCustomFields(kind)) of[kind] = CUSTOM_JSON;
  }
  return { text: text.trim(), of, isType: word === TYPE, customKey: custom };
}

/** All of a row's own fields in one cell, as JSON. */
export const CUSTOM_JSON: CsvColumn = { name: "custom_fields", form: "plain", about: "" };

function nameOf({ of, isType, customKey }: Head): string | null {
  if (isType) return TYPE;
  if (customKey !== null) return `custom.${customKey}`;
  return Object.values(of)[0]?.name ?? null;
}

function faultOf(head: Head, kinds: readonly CsvKind[], seen: Map<string, string>): HeaderFault | null {
  const { text } = head;
  const name = nameOf(head);
  if (name === null) return { column: text, code: "unknown_column", message: unknownWords(text, kinds) };
  const twin = seen.get(name);
  seen.set(name, text);
  if (twin === undefined) return null;
  return { column: text, code: "repeated_column", message: `It means ${name}, as ${twin} does. Keep one.` };
}

function unknownWords(text: string, kinds: readonly CsvKind[]): string {
  if (text === "") return "A column has no name. Name it, or take it out.";
  const nearest = nearestField(wordOf(text), [
    ...new Set(kinds.flatMap((kind) => CSV_COLUMNS[kind].map(({ name }) => name))),
  ]);
  const key = wordOf(text)
    .replace(/[^a-z0-9_]/g, "_")
    .replace(/^[^a-z]+/, "")
    .slice(0, CUSTOM_KEY_LENGTH_MAX);
  const custom = `custom.${key === "" ? "field" : key}`;
  return nearest
    ? `Unknown column; did you mean ${nearest}? A field of your own is ${custom}.`
    : `Unknown column. Take it out, or name it ${custom} to keep it as a field of your own.`;
}
