import { makePgArray } from "drizzle-orm/pg-core/utils/array";

/** Quoted with backslashes before quotes and backslashes, or bare. */
const ELEMENT = /"((?:[^"\\]|\\.)*)"|([^",{}]+)/gs;

/**
 * Reads PostgreSQL's text of a one-dimensional array. Drizzle's own reader loses backslashes, so arrays are read here,
 * in the driver, before they reach it.
 */
export function parseArray(text: string): Array<string | null> {
  if (text === "{}") return [];
  // Most elements are bare words, and splitting those takes a tenth of the time.
  if (!text.includes('"') && !text.includes("NULL")) return text.slice(1, -1).split(",");
  return Array.from(text.matchAll(ELEMENT), ([, quoted, bare]) => {
    if (quoted !== undefined) return quoted.replace(/\\(.)/gs, "$1");
    return bare === undefined || bare === "NULL" ? null : bare;
  });
}

/** Writes an array for PostgreSQL. Drizzle's columns hand over finished text, which passes as it is. */
export function serializeArray(value: unknown): unknown {
  return Array.isArray(value) ? makePgArray(value) : value;
}
