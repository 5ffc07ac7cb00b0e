import { type ClassValue, clsx } from "clsx";
import { propertiesOf } from "./class-properties.ts";

/** What was joined before: the same few hundred strings again and again. */
const joined = new Map<string, string>();

/** Joins class names; of two that set the same property, the later wins. */
export function cx(...values: ClassValue[]): string {
  const all = clsx(values);
  const known = joined.get(all);
  if (known !== undefined) return known;
  const kept = withoutOverruled(all);
  joined.set(all, kept);
  return kept;
}

/** A class goes when all that it sets is set again by later ones, under the same condition (`hover:`, `max-sm:`, `!`). */
function withoutOverruled(all: string): string {
  const set = new Set<string>();
  const kept: string[] = [];
  for (const name of all.split(" ").reverse()) {
    const { condition, utility } = split(name);
    const properties = propertiesOf(utility).map((property) => condition + property);
    if (properties.every((property) => set.has(property))) continue;
    for (const property of properties) set.add(property);
    kept.push(name);
  }
  return kept.reverse().join(" ");
}

/** Colons in brackets belong to a value: `[&>a:hover]:underline`, `w-[calc(…)]`. */
function split(name: string): { condition: string; utility: string } {
  let end = name.lastIndexOf(":") + 1;
  if (end > 0 && /[[(]/.test(name)) {
    end = 0;
    for (const { 0: part, index } of name.matchAll(/\[[^\]]*\]|\([^)]*\)|:/g))
      if (part === ":") end = index + 1;
  }
  const isImportant = name.endsWith("!");
  const utility = name.slice(end, isImportant ? -1 : undefined);
  return { condition: `${name.slice(0, end)}${isImportant ? "!" : ""}`, utility };
}
