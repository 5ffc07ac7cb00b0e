import { type CodeImage, codeImage, labelUrl } from "./label-code-image.ts";
import { printable, wrapped } from "./label-text.ts";

/** What a label says. */
export interface LabelWords {
  code: string;
  /** Of what it stands on; null while it is blank. */
  name: string | null;
}

/** A line of text, centred at `x`. */
export interface LabelLine {
  text: string;
  x: number;
  baseline: number;
  size: number;
}

/** One label on its own: the code above, name and code as text below it. */
export interface LabelLayout {
  width: number;
  height: number;
  image: CodeImage;
  /** Side of one module; a whole number, so that no edge is blurred. */
  module: number;
  /** Where the image begins, from the left and from the top. */
  inset: number;
  lines: LabelLine[];
}

const NAME_LINES = 2;

/**
 * @param words  with the name as it is, or as the font can show it
 * @param size  the width; more where a long address needs it
 */
export function labelLayout(
  words: LabelWords,
  { size, text, public_url }: { size: number; text: boolean; public_url: string },
): LabelLayout {
  const image = codeImage(labelUrl(public_url, words.code));
  const module = Math.max(1, Math.floor(size / image.size));
  const width = Math.max(size, image.size);
  const inset = Math.floor((width - module * image.size) / 2);
  const layout = { width, image, module, inset };
  if (!text) return { ...layout, height: width, lines: [] };
  const lines = linesBelow(words, { width, top: inset + module * (image.size - 3) });
  return { ...layout, lines, height: Math.ceil((lines.at(-1)?.baseline ?? width) + width / 20) };
}

/** Text keeps off the sides by a twentieth. */
function linesBelow({ code, name }: LabelWords, { width, top }: { width: number; top: number }): LabelLine[] {
  const nameSize = Math.max(8, width / 13);
  const codeSize = Math.max(9, width / 10);
  const named = name === null ? [] : wrapped(name, { size: nameSize, width: width * 0.9, lines: NAME_LINES });
  const x = width / 2;
  const lines = named.map((text, index) => ({
    text,
    x,
    size: nameSize,
    baseline: top + nameSize * (1 + 1.25 * index),
  }));
  const above = lines.at(-1)?.baseline ?? top;
  return [...lines, { text: code, x, size: codeSize, baseline: above + codeSize * 1.2 }];
}

/** The words as the bundled font can show them. */
export const printableWords = ({ code, name }: LabelWords): LabelWords => ({
  code,
  name: name === null ? null : printable(name),
});
