const BLOCK = /^```(\w+)([^\n]*)\n([\s\S]*?)^```$/gm;
const ATTRIBUTE = /(\w+)(?:=("(?:[^"\\]|\\.)*"|\S+))?/g;

/**
 * The blocks of a page in their order. What stands behind a block's language says what it is for: `file=path` is that
 * file's whole text, `run` is for a shell, `forget="…"` with `by=types|house` is what is said once that is left out.
 * @returns {{ language: string, text: string, file?: string, run?: true, forget?: string, put?: string, by?: string }[]}
 */
export function blocksOf(page) {
  return Array.from(page.matchAll(BLOCK), ([, language, info, text]) => ({
    language,
    text,
    ...Object.fromEntries(
      Array.from(info.matchAll(ATTRIBUTE), ([, name, value]) => [name, attributeOf(value)]),
    ),
  }));
}

const attributeOf = (value) => (value?.startsWith('"') ? JSON.parse(value) : (value ?? true));

/** Whether the words are somewhere in a text; `…` stands for anything within a line. */
export function says(text, words) {
  const pattern = words
    .trim()
    .split("…")
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"))
    .join("[^\\n]*");
  return new RegExp(pattern).test(text);
}
