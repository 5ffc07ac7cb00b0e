import { z } from "zod";

/** Control, zero-width, bidirectional and lone-surrogate characters; tab and line breaks are handled apart. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: stripping control characters is the purpose
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;

/** No writing has more marks on one letter: the Stream-Safe Text Format of Unicode (UAX #15). */
const MARKS_MAX = 30;

const withoutTowers = (text: string): string =>
  text.replace(/\p{M}+/gu, (marks) =>
    marks.length <= MARKS_MAX ? marks : [...marks.slice(0, 2 * MARKS_MAX)].slice(0, MARKS_MAX).join(""),
  );

/** NFC. Putting the marks of one letter into order takes the square of their number, so towers are cut first. */
export const composed = (text: string): string => withoutTowers(withoutTowers(text).normalize("NFC"));

/** Trimmed, NFC-normalised, one line, without characters that cannot be seen. */
export function cleanLine(text: string): string {
  return composed(text.replace(/\s+/gu, " ").replace(INVISIBLE, "")).trim();
}

/** Like {@link cleanLine}, but keeps tabs and line breaks (as `\n`). */
export function cleanBlock(text: string): string {
  return composed(text.replace(/\r\n?|[\u2028\u2029]/gu, "\n").replace(INVISIBLE, "")).trim();
}

/** One line of text of `min`–`max` UTF-16 units after cleaning. */
export const line = (max: number, min = 1) => z.string().overwrite(cleanLine).min(min).max(max);

/** Several lines of text, up to `max` UTF-16 units after cleaning; may be empty. */
export const block = (max: number) => z.string().overwrite(cleanBlock).max(max);
