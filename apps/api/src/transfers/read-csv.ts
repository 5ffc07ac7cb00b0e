import { Readable } from "node:stream";
import { setImmediate as breathe } from "node:timers/promises";
import { CSV_KINDS, type CsvColumn, type CsvKind } from "@stowage/contract/csv-columns";
import { IMPORT_ROWS_MAX } from "@stowage/contract/limits";
import { CsvError, parse } from "csv-parse";
import { customOfCell, listOfCell, numberOfCell, pathOfCell } from "./cell-values.ts";
import { CUSTOM_JSON, type Head, type Header, readHeader } from "./csv-header.ts";
import type { FileRow, ReadFile } from "./file-row.ts";
import { withoutFormulaGuard } from "./formula-safe.ts";
import type { RowErrors } from "./row-errors.ts";
import { checkRow } from "./row-shapes.ts";

/** Columns that a CSV may have: those of an export with as many fields of one's own as get a column, and some. */
const COLUMNS_MAX = 300;
/** Largest row, in characters: every field at its longest. */
const RECORD_LENGTH_MAX = 500_000;
/** Pieces of the file that are parsed before others get their turn, in characters. */
const PIECE_LENGTH = 65_536;

interface CsvRecord {
  line: number;
  cells: string[];
}

/** Reads a CSV with a header; commas, semicolons or tabs separate its cells. */
export async function readCsv(content: string, errors: RowErrors): Promise<ReadFile> {
  const file: ReadFile = { rows: [], total: 0, columns: [], unreadIds: new Set() };
  const delimiter = delimiterOf(content);
  const parsed = { lines: 0 };
  let header: Header | null = null;
  let blanks = 0;
  try {
    for await (const { line, cells } of recordsOf(content, delimiter, parsed)) {
      // Spreadsheets leave rows of nothing; as many of them as rows hold nobody up.
      if (cells.every((cell) => cell.trim() === "")) {
        if (++blanks <= IMPORT_ROWS_MAX) continue;
        file.total = IMPORT_ROWS_MAX + 1;
        break;
      }
      if (header === null) {
        const read = readHeader(cells.slice(0, COLUMNS_MAX));
        header = read.header;
        file.columns = header.columns;
        for (const fault of read.faults) errors.add({ line, ...fault });
        if (cells.length > COLUMNS_MAX)
          errors.add({ line, column: null, code: "too_many_columns", message: `At most ${COLUMNS_MAX}.` });
        if (errors.total > 0) break; // nothing below would make sense
        continue;
      }
      if (++file.total > IMPORT_ROWS_MAX) break; // the count says enough
      const row = rowOf({ line, cells }, header, { errors, isCommaDecimal: delimiter !== "," });
      if ("values" in row) file.rows.push(row);
      else if (row.id) file.unreadIds.add(row.id);
    }
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    errors.add({
      line: lineOf(thrown, parsed),
      column: null,
      code: "malformed_csv",
      message: wordsOf(thrown),
    });
  }
  if (header === null && errors.total === 0)
    errors.add({ line: 1, column: null, code: "no_header", message: "The file is empty." });
  return file;
}

/** The one that the header has most of. */
function delimiterOf(content: string): string {
  const [head = ""] = content
    .replace(/^\ufeff/, "")
    .trimStart()
    .split(/\r\n|\r|\n/, 1);
  const bare = head.replace(/"[^"]*"/g, "");
  const countOf = (symbol: string) => bare.split(symbol).length;
  return [",", ";", "\t"].reduce((best, symbol) => (countOf(symbol) > countOf(best) ? symbol : best));
}

/** @param parsed is told how many lines are understood, so that a row that never ends can be named */
async function* recordsOf(
  content: string,
  delimiter: string,
  parsed: { lines: number },
): AsyncGenerator<CsvRecord> {
  const parser = Readable.from(piecesOf(content)).pipe(
    parse({
      bom: true,
      delimiter,
      info: true,
      raw: true,
      relax_column_count: true,
      max_record_size: RECORD_LENGTH_MAX,
      on_record: (record: string[], { lines }) => {
        parsed.lines = lines;
        return record;
      },
    }),
  );
  for await (const one of parser) {
    const { record, info, raw } = one as { record: string[]; info: { lines: number }; raw: string };
    const height = raw.trimEnd().split(/\r\n|\r|\n/).length - 1;
    yield { line: info.lines - height, cells: record };
  }
}

async function* piecesOf(content: string): AsyncGenerator<string> {
  for (let from = 0; from < content.length; from += PIECE_LENGTH) {
    await breathe();
    yield content.slice(from, from + PIECE_LENGTH);
  }
}

interface Reading {
  errors: RowErrors;
  isCommaDecimal: boolean;
}

/** @returns the row, or what is known of one that cannot be read */
function rowOf({ line, cells }: CsvRecord, header: Header, reading: Reading): FileRow | { id: string } {
  const faults: Omit<Parameters<RowErrors["add"]>[0], "line">[] = [];
  const kind = kindOf(cells, header);
  if (kind === null)
    faults.push({
      column: "type",
      code: "invalid_value",
      message: `Expected one of ${CSV_KINDS.join(", ")}.`,
    });
  if (cells.slice(header.heads.length).some((cell) => cell.trim() !== ""))
    faults.push({ column: null, code: "too_many_cells", message: "It has more cells than the header." });
  const members: Record<string, unknown> = {};
  const columns = new Map<string, string>();
  for (const [index, head] of header.heads.entries()) {
    const cell = cells[index] ?? "";
    const fault = kind && addCell(members, columns, { head, cell, kind, reading });
    if (fault) faults.push({ column: head.text, ...fault });
  }
  const columnOf = (field: string) =>
    field === "" ? null : (columns.get(field) ?? columns.get(field.split(".")[0] ?? "") ?? field);
  if (kind) {
    const { values, issues } = checkRow(kind, members);
    if (values && faults.length === 0) return { line, kind, values, columnOf };
    for (const { field, ...issue } of issues ?? []) faults.push({ column: columnOf(field), ...issue });
  }
  for (const fault of faults) reading.errors.add({ line, ...fault });
  return { id: typeof members.id === "string" ? members.id : "" };
}

function kindOf(cells: readonly string[], { heads, hasType }: Header): CsvKind | null {
  if (!hasType) return "item";
  const word = cells[heads.findIndex(({ isType }) => isType)]?.trim().toLowerCase() ?? "";
  return CSV_KINDS.find((kind) => kind === word || `${kind}s` === word) ?? null;
}

/** Puts a cell among the members of its row. @returns what is wrong with it */
function addCell(
  members: Record<string, unknown>,
  columns: Map<string, string>,
  { head, cell, kind, reading }: { head: Head; cell: string; kind: CsvKind; reading: Reading },
): { code: string; message: string } | null {
  if (head.isType) return null;
  const column = head.of[kind];
  if (head.customKey !== null) {
    members.custom_fields = {
      ...(members.custom_fields as object | undefined),
      ...(cell !== "" && { [head.customKey]: customOfCell(cell) }),
    };
    columns.set(`custom.${head.customKey}`, head.text);
    return null;
  }
  if (!column)
    return cell.trim() === "" ? null : { code: "unknown_field", message: `A ${kind} has no ${head.text}.` };
  if (column.isForPeople) return null;
  columns.set(column.name, head.text);
  const value = column === CUSTOM_JSON ? jsonOf(cell) : valueIn(column, cell, reading);
  if (value === INVALID) return { code: "invalid_value", message: INVALID_WORDS[column.form] };
  if (value !== undefined) members[column.name] = value;
  return null;
}

const INVALID = Symbol("not a value of this column");
const INVALID_WORDS = {
  number: "Expected a number such as 12.5, without separators between thousands.",
  plain: "Expected a JSON object.",
  text: "",
  list: "",
  path: "",
};

/** What an empty cell says: nothing there. Of fields that always have a value, it says nothing. */
const EMPTY: Record<string, unknown> = {
  description: "",
  notes: "",
  min_quantity: null,
  external_id: null,
  bin_id: null,
  location_id: null,
  parent_id: null,
  sku: null,
  expires_on: null,
  serial_number: null,
  model: null,
  manufacturer: null,
  color: null,
  icon: null,
  due_on: null,
  starts_on: null,
  assignee_id: null,
  project_id: null,
  subject_type: null,
  subject_id: null,
};

function valueIn({ name, form }: CsvColumn, cell: string, { isCommaDecimal }: Reading): unknown {
  if (form === "list") return listOfCell(cell);
  const text = form === "text" ? withoutFormulaGuard(cell) : cell.trim();
  if (text.trim() === "") return EMPTY[name];
  if (form === "path") return pathOfCell(cell);
  if (form !== "number") return text;
  const number = numberOfCell(cell, { isCommaDecimal });
  return Number.isNaN(number) ? INVALID : number;
}

function jsonOf(cell: string): unknown {
  if (cell.trim() === "") return {};
  try {
    return JSON.parse(cell);
  } catch {
    return INVALID;
  }
}

/** A quote that is never closed swallows all that follows: its row begins where the last one ended. */
function lineOf(error: CsvError, parsed: { lines: number }): number {
  if (error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE") return parsed.lines + 1;
  return typeof error.lines === "number" ? error.lines : 1;
}

function wordsOf(error: CsvError): string {
  if (error.code === "CSV_MAX_RECORD_SIZE") return "A row is too long. Is a closing quote missing?";
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return "A quote that is opened in this row is never closed.";
  return "A quote stands where none can be. Quote the whole cell, and write quotes within it twice.";
}
