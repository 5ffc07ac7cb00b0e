/** One line typed into a bin: what came, and how many. */
export interface QuickAdd {
  name: string;
  quantity: number;
  /** Left out where the line names none: then it is pieces. */
  unit?: string;
  tags?: string[];
}

const TIMES = "[x×*]";
const NUMBER = "\\d+(?:[.,]\\d{1,3})?";
/** What is weighed, poured or measured; a length in mm or cm says more often what a thing is like than how much there is. */
const MEASURES = "kg|g|mg|t|lbs?|oz|l|dl|cl|ml|m|meters?|metres?|liters?|litres?|grams?|kilos?";
/** What things are sold in. */
const PACKS =
  "pcs|pieces?|box(?:es)?|packs?|packets?|bags?|bottles?|cans?|jars?|tins?|tubes?|rolls?|reams?|sheets?|pairs?|sets?|crates?|cartons?|bundles?|spools?|dozens?|cups?";

const LEADING = new RegExp(`^(${NUMBER})\\s*${TIMES}\\s+(.+)$`, "iu");
const TRAILING = new RegExp(`^(.+?)\\s+(?:${TIMES}\\s*(${NUMBER})|(${NUMBER})\\s*${TIMES})$`, "iu");
const MEASURED = new RegExp(`^(${NUMBER})\\s*(${MEASURES})\\s+(?:of\\s+)?(.+)$`, "iu");
const PACKED = new RegExp(`^(${NUMBER})\\s+(${PACKS})\\s+(?:of\\s+)?(.+)$`, "iu");
/** A tag begins with a letter: `#8` is the size of a screw. */
const TAG = /(?:^|\s)#(\p{Letter}[\p{Letter}\p{Number}_-]{0,49})(?=\s|$)/gu;

const QUANTITY_MAX = 99_999_999_999.999;
const TAGS_MAX = 20;

/**
 * Reads `10 x M3 screws`, `M3 screws x10`, `2.5 kg flour`, `3 boxes of A4 paper #office` or just `M3 screws` (one of
 * it). A number without × and without a unit is part of the name: `9 V battery`. Null when nothing is left for a name.
 */
export function parseQuickAdd(line: string): QuickAdd | null {
  const tags = [...new Set([...line.matchAll(TAG)].map(([, tag]) => tag ?? ""))].slice(0, TAGS_MAX);
  const text = line.replace(TAG, " ").replace(/\s+/gu, " ").trim();
  if (text === "") return null;
  return { ...countOf(text), ...(tags.length > 0 && { tags }) };
}

function countOf(text: string): QuickAdd {
  const [, leadingCount, leadingName] = LEADING.exec(text) ?? [];
  const [, trailingName, afterTimes, beforeTimes] = TRAILING.exec(text) ?? [];
  const [, amount, unit, thing] = MEASURED.exec(text) ?? PACKED.exec(text) ?? [];
  return (
    counted(leadingName, leadingCount) ??
    counted(trailingName, afterTimes ?? beforeTimes) ??
    counted(thing, amount, unit) ?? { name: text, quantity: 1 }
  );
}

function counted(name: string | undefined, number: string | undefined, unit?: string): QuickAdd | null {
  const quantity = Number(number?.replace(",", "."));
  if (!name || Number.isNaN(quantity) || quantity > QUANTITY_MAX) return null;
  return { name, quantity, ...(unit && { unit: unit.toLowerCase() }) };
}
