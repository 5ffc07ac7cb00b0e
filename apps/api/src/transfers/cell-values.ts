import { formulaSafe, withoutFormulaGuard } from "./formula-safe.ts";

/** A value that a custom field can have. */
export type CustomValue = string | number | boolean | null;

/** Several values in one cell, as `red; blue`; a separator within a value has a backslash before it. */
export function listCell(values: readonly string[]): string {
  return formulaSafe(values.map((value) => value.replace(/[\\;,]/g, "\\$&")).join("; "));
}

/** The values of such a cell; a comma separates them as well. */
export function listOfCell(cell: string): string[] {
  return splitUnescaped(withoutFormulaGuard(cell), ";,");
}

/** The names of places from the library down, as `Home / Garage`. */
export function pathCell(names: readonly string[]): string {
  return formulaSafe(names.map((name) => name.replace(/[\\/]/g, "\\$&")).join(" / "));
}

export function pathOfCell(cell: string): string[] {
  return splitUnescaped(withoutFormulaGuard(cell), "/");
}

/** A custom field's value; text that would be read as something else stands in quotes. */
export function customCell(value: CustomValue): string {
  if (typeof value !== "string") return String(value);
  return formulaSafe(value === "" || value.startsWith('"') || isTyped(value) ? JSON.stringify(value) : value);
}

export function customOfCell(cell: string): CustomValue {
  const text = withoutFormulaGuard(cell);
  if (text !== cell) return text;
  if (cell === "null") return null;
  if (cell === "true" || cell === "false") return cell === "true";
  if (isNumber(cell)) return Number(cell);
  return quotedText(cell) ?? cell;
}

/** Written as JavaScript writes it, so that `007` and long numbers of parts stay text. */
const isNumber = (text: string) =>
  text !== "" && String(Number(text)) === text && Number.isFinite(Number(text));

const isTyped = (text: string) => ["null", "true", "false"].includes(text) || isNumber(text);

function quotedText(cell: string): string | null {
  if (!cell.startsWith('"')) return null;
  try {
    const value: unknown = JSON.parse(cell);
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}

/** A number as people write it: with a point, or a comma where commas do not separate the cells. NaN when it is none. */
export function numberOfCell(cell: string, { isCommaDecimal }: { isCommaDecimal: boolean }): number {
  const text = withoutFormulaGuard(cell).trim();
  const plain = isCommaDecimal && !text.includes(".") ? text.replace(",", ".") : text;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
}

function splitUnescaped(text: string, separators: string): string[] {
  const parts: string[] = [];
  let part = "";
  for (let at = 0; at < text.length; at++) {
    const symbol = text.charAt(at);
    if (symbol === "\\" && at + 1 < text.length) part += text.charAt(++at);
    else if (separators.includes(symbol)) {
      parts.push(part.trim());
      part = "";
    } else part += symbol;
  }
  return [...parts, part.trim()].filter((one) => one !== "");
}
