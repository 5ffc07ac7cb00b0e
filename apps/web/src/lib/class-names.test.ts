import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { extendTailwindMerge } from "tailwind-merge";
import { expect, it } from "vitest";
import { cx } from "./class-names.ts";
import { propertiesOf } from "./class-properties.ts";

/** Tailwind's rules in full, which weigh ten times as much: what ours must agree with. */
const merge = extendTailwindMerge({
  extend: {
    theme: { shadow: ["raised", "popup", "dialog"] },
    classGroups: { "font-size": [{ text: ["2xs", "ui"] }] },
  },
});

it("of two classes that set the same, the later wins, under the same condition alone", () => {
  expect(cx("p-2 text-ui", "px-4", false, ["p-3"])).toBe("text-ui p-3");
  expect(cx("h-8 hover:bg-hover max-sm:h-9", "h-10", "hover:bg-page")).toBe("max-sm:h-9 h-10 hover:bg-page");
  expect(cx("pl-2 pr-4", "px-1")).toBe("px-1");
  expect(cx("px-1", "pl-2")).toBe("px-1 pl-2");
  expect(cx("size-4 grow-0!", "grow", "w-2")).toBe("size-4 grow-0! grow w-2");
  expect(cx("[&>a:hover]:mt-1 mt-1", "[&>a:hover]:mt-2")).toBe("mt-1 [&>a:hover]:mt-2");
});

it("what overrules what is as Tailwind has it, for all utilities of the app", () => {
  const groups = groupsOf(utilitiesOfTheApp());
  expect(groups.length).toBeGreaterThan(50);
  for (const [first = "", ...others] of groups)
    for (const other of others) expect(propertiesOf(other), other).toEqual(propertiesOf(first));
  const firsts = groups.map(([first = ""]) => first);
  // Clamped lines hide what overflows, in each direction: Tailwind's rules forget that.
  for (const one of firsts)
    for (const other of firsts)
      if (!/^overflow-[xy].* line-clamp/.test(`${one} ${other}`))
        expect(cx(one, other)).toBe(merge(`${one} ${other}`));
});

/** Utilities that set the same, as Tailwind's rules see them. */
function groupsOf(utilities: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (const utility of utilities) {
    const same = groups.find(
      ([first = ""]) => merge(`${first} ${utility}`) === utility && merge(`${utility} ${first}`) === first,
    );
    if (same) same.push(utility);
    else groups.push([utility]);
  }
  return groups;
}

/** `max-sm:`, `group-hover/row:`, `[&_svg]:` before a utility, and `!` behind it. */
const CONDITIONS = /^(?:(?:\[[^\]]*\]|[a-z*][\w-]*(?:\[[^\]]*\])?(?:\/[a-z]+)?):)+|!$/g;

/** Every word in quotes that Tailwind's rules know, without its conditions. */
function utilitiesOfTheApp(): string[] {
  const root = join(import.meta.dirname, "..");
  const words = new Set<string>();
  for (const file of readdirSync(root, { recursive: true, encoding: "utf8" })) {
    if (!/(?<!\.test|\.gen|class-properties)\.tsx?$/.test(file)) continue;
    for (const [, quoted = ""] of readFileSync(join(root, file), "utf8").matchAll(/["`]([^"`]*)["`]/g))
      for (const word of quoted.split(/\s+/)) words.add(word.replace(CONDITIONS, ""));
  }
  return [...words].filter((word) => word !== "" && merge(`${word} ${word}`) === word);
}
