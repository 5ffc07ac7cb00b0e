import { formatNumber } from "../../lib/format.ts";
import type { CustomValue } from "./custom-rows.ts";

/** Custom fields as names and words, for a list of facts. */
export function customFacts(fields: Readonly<Record<string, CustomValue>>): [string, string][] {
  return Object.entries(fields).map(([name, value]) => [name, words(value)]);
}

function words(value: CustomValue): string {
  if (value === null) return "no value";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" ? formatNumber(value) : value;
}
