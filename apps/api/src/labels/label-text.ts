import { existsSync, readFileSync } from "node:fs";
import { create, type Font } from "fontkit";

/** DejaVu Sans: Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew, Arabic and many signs. Beside a bundle, or in `assets`. */
const FONT_PATHS = ["./assets/dejavu-sans.ttf", "../../assets/dejavu-sans.ttf"];
/** Stands for a character that the font has not; the code is printed in any case. */
const MISSING = "▯";
const ELLIPSIS = "…";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

interface Loaded {
  bytes: Buffer;
  font: Font;
}
let loaded: Loaded | null = null;

/** Read once, when the first label is drawn. */
export function labelFont(): Loaded {
  if (loaded) return loaded;
  const url = FONT_PATHS.map((path) => new URL(path, import.meta.url)).find((found) => existsSync(found));
  if (!url) throw new Error("the font of the labels is missing");
  const bytes = readFileSync(url);
  const font = create(bytes);
  if ("fonts" in font) throw new Error("the font of the labels is a collection");
  loaded = { bytes, font };
  return loaded;
}

/** The text as the font can show it: what it cannot is one sign each. */
export function printable(text: string): string {
  const { font } = labelFont();
  const isCovered = (part: string) =>
    Array.from(part).every((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
  return partsOf(text)
    .map((part) => (isCovered(part) ? part : MISSING))
    .join("");
}

/** In the unit of `size`. */
export function widthOf(text: string, size: number): number {
  const { font } = labelFont();
  return (font.layout(text).advanceWidth / font.unitsPerEm) * size;
}

/** What fits into a line, with an ellipsis where something is left out. */
export function shortened(text: string, { size, width }: { size: number; width: number }): string {
  if (widthOf(text, size) <= width) return text;
  const parts = partsOf(text);
  let [fits, tooMany] = [0, parts.length];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (widthOf(cutAt(parts, middle), size) <= width) fits = middle;
    else tooMany = middle;
  }
  return cutAt(parts, fits);
}

const cutAt = (parts: string[], length: number) => `${parts.slice(0, length).join("").trimEnd()}${ELLIPSIS}`;

/** Lines broken between words; the last one is shortened, and so is a word too long for a line. */
export function wrapped(
  text: string,
  { size, width, lines }: { size: number; width: number; lines: number },
): string[] {
  const done: string[] = [];
  let rest = text.split(" ").filter(Boolean);
  while (rest.length > 0 && done.length < lines) {
    const isLast = done.length === lines - 1;
    const count = isLast ? rest.length : wordsThatFit(rest, size, width);
    done.push(shortened(rest.slice(0, count).join(" "), { size, width }));
    rest = rest.slice(count);
  }
  return done;
}

function wordsThatFit(words: string[], size: number, width: number): number {
  let count = 1;
  while (count < words.length && widthOf(words.slice(0, count + 1).join(" "), size) <= width) count++;
  return count;
}

const partsOf = (text: string): string[] => Array.from(graphemes.segment(text), ({ segment }) => segment);
