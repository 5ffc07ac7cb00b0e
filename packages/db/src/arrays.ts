import { makePgArray } from "drizzle-orm/pg-core/utils/array";

/** Quoted with backslashes before quotes and backslashes, or bare. */
const ELEMENT = /"((?:[^"\\]|\\.)*)"|([^",{}]+)/gs;

/**
 * Reads PostgreSQL's text of a one-dimensional array. Drizzle's own reader loses backslashes, so arrays are read here,
 * in the driver, before they reach it.
 */
export function parseArray(text: string): Array<string | null> {
  if (text === "{}") return [];
  if (!text.includes('"') && !text.includes("NULL")) return bareWords(text);
  return Array.from(text.matchAll(ELEMENT), ([, quoted, bare]) => {
    if (quoted !== undefined) return quoted.replace(/\\(.)/gs, "$1");
    return bare === undefined || bare === "NULL" ? null : bare;
  });
}

/** Most elements are bare words, and `split` takes twice as long. */
function bareWords(text: string): string[] {
  const words: string[] = [];
  let from = 1;
  for (let comma = text.indexOf(","); comma !== -1; comma = text.indexOf(",", from)) {
    words.push(text.slice(from, comma));
    from = comma + 1;
  }
  words.push(text.slice(from, -1));
  return words;
}

/** Writes an array for PostgreSQL. Drizzle's columns hand over finished text, which passes as it is. */
export function serializeArray(value: unknown): unknown {
  return Array.isArray(value) ? makePgArray(value) : value;
}
