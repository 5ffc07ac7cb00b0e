import type { Action } from "./actions.ts";

/** The actions that every typed word speaks of, those first whose label begins so, then whose words do. */
export function matchActions(actions: readonly Action[], typed: string): Action[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return actions
    .map((action) => ({ action, rank: rankOf(action, words) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank)
    .map(({ action }) => action);
}

function rankOf({ label, keywords = [] }: Action, words: readonly string[]): number {
  const named = label.toLocaleLowerCase();
  const all = [named, ...keywords.map((keyword) => keyword.toLocaleLowerCase())].join(" ");
  if (!words.every((word) => all.includes(word))) return Number.POSITIVE_INFINITY;
  if (named.startsWith(words.join(" "))) return 0;
  return words.every((word) => ` ${all}`.includes(` ${word}`)) ? 1 : 2;
}
