// Controls of C0 and C1 (escape sequences begin with one), line and paragraph separators, and what turns the direction
// of text around or is not seen at all: in a name from elsewhere they would move the cursor, recolour, forge lines.
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
const LAYOUT = new Set(["\n", "\t"]);

/** Text from elsewhere as one line that does nothing to a terminal; tabs and line breaks become spaces. */
export function printable(text: string): string {
  return text.replace(/[\t\r\n]+/g, " ").replace(UNPRINTABLE, "");
}

/** One line or several of our own, of which all that is put in is from elsewhere. */
export function told(ours: TemplateStringsArray, ...theirs: readonly unknown[]): string {
  return ours.reduce((text, part, at) => text + printable(String(theirs[at - 1])) + part);
}

/** Text that may do no more to a terminal than begin lines, and hold the allowed escape sequences. */
export function harmless(text: string, allowed: ReadonlySet<string> = new Set()): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
  const pieces = text.split(/(\u001b\[\d+m)/);
  return pieces
    .map((piece) =>
      allowed.has(piece) ? piece : piece.replace(UNPRINTABLE, (one) => (LAYOUT.has(one) ? one : "")),
    )
    .join("");
}

/** A JSON document in which all that is unprintable is escaped: the same document, also where a terminal gets it. */
export function jsonText(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(UNPRINTABLE, (one) =>
    one === "\n" ? one : `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
