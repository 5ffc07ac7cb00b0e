import { setImmediate as breathe } from "node:timers/promises";
import { IMPORT_ROWS_MAX } from "@stowage/contract/limits";
import type { ReadFile } from "./file-row.ts";
import { END, isKind, KINDS } from "./kinds.ts";
import type { RowErrors } from "./row-errors.ts";
import { checkRow } from "./row-shapes.ts";

/** Lines that are read before others get their turn. */
const LINES_AT_ONCE = 500;
/** Blank ones among them; more are no file of rows. */
const LINES_MAX = 2 * IMPORT_ROWS_MAX;
/** Longest line, in characters: every field at its longest. */
const LINE_LENGTH_MAX = 500_000;

/**
 * Reads NDJSON, as an export writes it. A file that an export wrote must end with its count line, or part of it is
 * missing; one that was made by hand may do without.
 */
export async function readNdjson(content: string, errors: RowErrors): Promise<ReadFile> {
  const file: ReadFile = { rows: [], total: 0, columns: [], unreadIds: new Set() };
  let before = 0;
  let end: { line: number; count: unknown } | null = null;
  let isExport = false;
  for (const { line, text } of linesOf(content)) {
    if (line % LINES_AT_ONCE === 0) await breathe();
    // The count says enough.
    if (before > IMPORT_ROWS_MAX || line > LINES_MAX) return { ...file, total: IMPORT_ROWS_MAX + 1 };
    if (text === "") continue;
    const object = text.length > LINE_LENGTH_MAX ? null : objectOf(text);
    const fault = (column: string | null, code: string, message: string) =>
      errors.add({ line, column, code, message });
    if (end) {
      fault(null, "after_end", "Nothing comes after the line that ends the file.");
      break;
    }
    if (text.length > LINE_LENGTH_MAX)
      fault(null, "too_long", `A line has at most ${LINE_LENGTH_MAX} characters.`);
    else if (object === null) fault(null, "malformed_json", "Expected a JSON object on a line of its own.");
    else if (object.type === END) {
      end = { line, count: object.count };
      continue;
    } else if (!isKind(object.type))
      fault("type", "invalid_value", `Expected one of ${[...KINDS, END].join(", ")}.`);
    else {
      const { type: kind, ...members } = object as { type: (typeof KINDS)[number] }; // isKind says so
      isExport ||= "created_at" in members;
      const { values, issues } = checkRow(kind, members);
      const columnOf = (field: string) => (field === "" ? null : field);
      if (values) file.rows.push({ line, kind, values, columnOf });
      else if (typeof object.id === "string") file.unreadIds.add(object.id);
      for (const { field, code, message } of issues ?? []) fault(columnOf(field), code, message);
    }
    before++;
  }
  checkEnd(end, { before, isExport, errors });
  return { ...file, total: before };
}

function checkEnd(
  end: { line: number; count: unknown } | null,
  { before, isExport, errors }: { before: number; isExport: boolean; errors: RowErrors },
): void {
  const cutOff = (line: number, message: string) =>
    errors.add({ line, column: end && "count", code: "cut_off", message });
  if (end && end.count !== before)
    cutOff(
      end.line,
      `${before} lines come before it, but it counts ${end.count}: part of the file is missing.`,
    );
  if (!end && isExport)
    cutOff(before + 1, 'The last line, {"type":"end","count":…}, is missing: the file was cut off.');
}

/** Lines as they stand, numbered from 1; a blank one is empty. */
function* linesOf(content: string): Generator<{ line: number; text: string }> {
  let line = 0;
  for (let from = content.startsWith("\ufeff") ? 1 : 0; from < content.length; ) {
    const found = content.indexOf("\n", from);
    const to = found < 0 ? content.length : found;
    const text = content.slice(from, to).trim();
    line++;
    yield { line, text };
    from = to + 1;
  }
}

function objectOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>) // an object, by the line above
      : null;
  } catch {
    return null;
  }
}
