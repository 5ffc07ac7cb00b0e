import measure from "fast-string-truncated-width";
import { printable } from "./printable.ts";
import type { Paint, Style } from "./style.ts";

/** One column: what it shows of a row. */
export interface Column<Row> {
  readonly title: string;
  readonly of: (row: Row) => unknown;
  readonly align?: "right";
  readonly style?: (row: Row) => Style | undefined;
}

const GAP = 2;
const COLUMN_MIN = 6;
const ELLIPSIS = "…";

/**
 * Rows in columns no wider than `width`: what does not fit is cut with a … and never wraps. Columns that are empty in
 * every row are left out.
 */
export function tableOf<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { width, paint }: { width: number; paint: Paint },
): string {
  const filled = columns.filter(({ of }) => rows.some((row) => cellText(of(row)) !== ""));
  const texts = rows.map((row) => filled.map(({ of }) => cellText(of(row))));
  const widths = widthsWithin(
    width,
    filled.map(({ title }, at) =>
      Math.max(displayWidth(title), ...texts.map((cells) => displayWidth(cells[at] ?? ""))),
    ),
    filled.map(({ align }) => align === "right"),
  );
  const line = (cells: readonly string[], styleAt: (at: number) => Style | undefined) =>
    filled
      .map(({ align }, at) => {
        // Cut before it is coloured, so that no colour is left open.
        const { text, width: used } = cut(cells[at] ?? "", widths[at] ?? 0);
        const style = styleAt(at);
        const space = " ".repeat(Math.max(0, (widths[at] ?? 0) - used));
        const shown = style ? paint(style, text) : text;
        return align === "right" ? space + shown : shown + space;
      })
      .join(" ".repeat(GAP))
      .trimEnd();
  const titles = filled.map(({ title }) => printable(title));
  const lines = rows.map((row, index) => line(texts[index] ?? [], (at) => filled[at]?.style?.(row)));
  return [line(titles, () => "dim"), ...lines, ""].join("\n");
}

/** How a value stands in a cell or beside its name. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return printable(value);
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "yes" : "";
  if (Array.isArray(value)) return value.map(cellText).join(", ");
  return printable(JSON.stringify(value));
}

/** Takes from the widest columns until all fit; numbers keep their width. */
function widthsWithin(width: number, wanted: readonly number[], isKept: readonly boolean[]): number[] {
  const widths = [...wanted];
  const total = () => widths.reduce((sum, one) => sum + one, GAP * (widths.length - 1));
  while (total() > width) {
    let widest = -1;
    for (const [at, one] of widths.entries())
      if (!isKept[at] && one > COLUMN_MIN && (widest === -1 || one > (widths[widest] ?? 0))) widest = at;
    if (widest === -1) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

/** In cells of a terminal: wide letters and emoji take two. */
const displayWidth = (text: string) => measure(text).width;

function cut(text: string, width: number): { text: string; width: number } {
  const {
    index,
    width: used,
    ellipsed,
  } = measure(text, { limit: width, ellipsis: ELLIPSIS, ellipsisWidth: 1 });
  return ellipsed ? { text: text.slice(0, index) + ELLIPSIS, width: used + 1 } : { text, width: used };
}
