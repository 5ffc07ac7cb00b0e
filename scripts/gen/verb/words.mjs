export const camelCase = (kebab) => kebab.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

export const pascalCase = (kebab) => camelCase(`-${kebab}`);

/** `bins` → `bin`, `libraries` → `library`; what has no plural stays. */
export const singularOf = (noun) =>
  noun.endsWith("ss") ? noun : noun.replace(/ies$/, "y").replace(/(?<!u)s$/, "");

/** `Merge a bin into another` → `Merges a bin into another.` */
export function sentenceOf(summary) {
  const [verb, ...rest] = summary.split(" ");
  const third = /[^aeiou]y$/.test(verb)
    ? verb.replace(/y$/, "ies")
    : verb.replace(/(s|x|z|ch|sh|o)?$/, (ending) => (ending ? `${ending}es` : "s"));
  return `${[third, ...rest].join(" ")}.`;
}

/** The word of `known` that is the fewest edits away. */
export function nearest(word, known) {
  const [best] = [...known].sort((one, other) => editsBetween(word, one) - editsBetween(word, other));
  return best;
}

function editsBetween(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [above, letter] of [...one].entries()) {
    const next = [above + 1];
    for (const [index, its] of [...other].entries())
      next.push(Math.min(next[index] + 1, row[index + 1] + 1, row[index] + (letter === its ? 0 : 1)));
    row = next;
  }
  return row[other.length];
}
