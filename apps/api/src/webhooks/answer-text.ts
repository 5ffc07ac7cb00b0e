import type { IncomingHttpHeaders } from "node:http";
import { TextDecoder } from "node:util";

const EXCERPT_CHARACTERS = 2_000;
/** UTF-8 takes four bytes a character at most. */
export const EXCERPT_BYTES = EXCERPT_CHARACTERS * 4;

const TEXT_TYPE = /^(text\/|application\/([\w.-]+\+)?(json|xml|javascript|problem|x-www-form-urlencoded)\b)/i;
/** Controls, marks that turn the direction of writing, and what is no character; lines and tabs stay. */
const UNSEEN = /[^\P{C}\n\t]/gu;

/** How an answer's body begins, for people to read: text alone, whatever else the receiver sent. Null for what is no text. */
export function excerptOf(headers: IncomingHttpHeaders, body: Buffer): string | null {
  const type = headers["content-type"] ?? "text/plain";
  const coding = headers["content-encoding"] ?? "identity";
  if (!TEXT_TYPE.test(type) || coding !== "identity") return null;
  const text = decoderFor(type).decode(body, { stream: true }).replace(UNSEEN, "");
  return [...text].slice(0, EXCERPT_CHARACTERS).join("");
}

/** By the charset that is named, if there is one of the name. */
function decoderFor(type: string): TextDecoder {
  const charset = /;\s*charset="?([\w.:-]{1,40})/i.exec(type)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

/** Longest that a receiver's wish to be left alone is followed: 12 hours. */
const RETRY_AFTER_MS_MAX = 43_200_000;

/** How long a receiver asks us to wait, in milliseconds (RFC 9110, section 10.2.3); null when it does not. */
export function retryAfterMs({ "retry-after": value }: IncomingHttpHeaders, now: number): number | null {
  if (value === undefined) return null;
  const ms = /^\d{1,9}$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), RETRY_AFTER_MS_MAX);
}
