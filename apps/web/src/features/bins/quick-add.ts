/** One line typed into a bin: what came, and how many. */
export interface QuickAdd {
  name: string;
  quantity: number;
}

const TIMES = "[x×*]";
const NUMBER = "\\d+(?:[.,]\\d{1,3})?";
const LEADING = new RegExp(`^(${NUMBER})\\s*${TIMES}\\s+(.+)$`, "iu");
const TRAILING = new RegExp(`^(.+?)\\s+(?:${TIMES}\\s*(${NUMBER})|(${NUMBER})\\s*${TIMES})$`, "iu");
const QUANTITY_MAX = 99_999_999_999.999;

/**
 * Reads `10 x M3 screws`, `M3 screws x10`, `M3 screws 10x` or just `M3 screws` (one of it). A number without its × is
 * part of the name: `9 V battery`. Null when nothing is left for a name.
 */
export function parseQuickAdd(line: string): QuickAdd | null {
  const text = line.replace(/\s+/gu, " ").trim();
  if (text === "") return null;
  const leading = LEADING.exec(text);
  if (leading) return counted(leading[2], leading[1]) ?? { name: text, quantity: 1 };
  const trailing = TRAILING.exec(text);
  if (trailing) return counted(trailing[1], trailing[2] ?? trailing[3]) ?? { name: text, quantity: 1 };
  return { name: text, quantity: 1 };
}

function counted(name: string | undefined, number: string | undefined): QuickAdd | null {
  const quantity = Number(number?.replace(",", "."));
  if (!name || Number.isNaN(quantity) || quantity > QUANTITY_MAX) return null;
  return { name, quantity };
}
