import { parseCode } from "@stowage/contract/codes";

/** How a name or a thing can answer a search, the best first; a typo comes last. */
export const TIERS = ["exact", "prefix", "words", "contains", "elsewhere"] as const;
export type Tier = (typeof TIERS)[number];

const TIER_SCORES: Record<Tier, number> = {
  exact: 1,
  prefix: 0.9,
  words: 0.8,
  contains: 0.7,
  elsewhere: 0.5,
};
/** Of two names that answer alike, the one that holds less besides is the better. */
const COVERAGE_SCORE = 0.09;
const TYPO_SCORE = 0.3;
/** What two typos leave of a word of ten, by `word_similarity`. */
export const LIKENESS_MIN = 0.3;

/** More words than this narrow nothing further. */
const WORDS_MAX = 6;
/** A trigram index finds shorter parts only where a word begins. */
const PART_LENGTH_MIN = 3;
/** Longer words are no words. */
const TYPO_LENGTH_MAX = 30;

/** As `name_words` of the database has it. */
const WORD_BREAKS = /[-_/.,;:()[\]{}<>+*=#&@!?%$^~|`"\\'\s]+/u;
const LABEL_URL = /\/c\/([^/?#\s]+)\/?$/iu;

/** What was typed, in the ways that it is looked for. */
export interface Asked {
  /** As typed, in lower case. */
  text: string;
  /** As typed: codes and numbers keep their case. */
  verbatim: string;
  /** The label that it is the code or the URL of. */
  code: string | null;
  /** Its words as names are parted; empty when it has none. */
  words: readonly string[];
  /** Its words as typed, for what is not parted. */
  parts: readonly string[];
}

export function askedFor(q: string): Asked {
  const text = q.toLowerCase();
  const words = text.split(WORD_BREAKS).filter(Boolean).slice(0, WORDS_MAX);
  const parts = text.split(" ").filter((part) => part !== "" && (words.length === 0 || !isOnlyBreaks(part)));
  return {
    text,
    verbatim: q,
    code: parseCode(LABEL_URL.exec(q)?.[1] ?? q),
    words,
    parts: parts.slice(0, WORDS_MAX),
  };
}

const isOnlyBreaks = (part: string) => part.split(WORD_BREAKS).every((word) => word === "");

/** How a name begins that answers, by `name_words`; null when nothing was typed that a name can begin with. */
export const startOf = ({ words }: Asked): string | null =>
  words.length === 0 ? null : ` ${words.join(" ")}`;

/**
 * The patterns of a tier, of which all must match; none when the tier has nothing to look for. Each has a trigram to
 * go by as soon as what was typed has a word.
 */
export function patternsOf(tier: Exclude<Tier, "exact" | "prefix">, { words, parts }: Asked): string[] {
  const hasLong = (list: readonly string[]) => list.some((word) => word.length >= PART_LENGTH_MIN);
  switch (tier) {
    case "words":
      return words.map(atStart);
    case "contains":
      return hasLong(words) ? words.map(anywhere) : [];
    case "elsewhere":
      return parts.map(hasLong(parts) || words.length === 0 ? anywhere : atStart);
  }
}

const anywhere = (word: string) => `%${escapeLike(word)}%`;
const atStart = (word: string) => `% ${escapeLike(word)}%`;
const escapeLike = (word: string) => word.replace(/[\\%_]/g, "\\$&");

/** The words of a name, when one that was typed holds a typo: a pattern for that word, and those of the others. */
export interface TypoPattern {
  regex: string;
  patterns: readonly string[];
}

/** One for each word that can hold a typo; none for numbers and very short words, which mean what they say. */
export function typoPatternsOf({ words }: Asked): TypoPattern[] {
  return words.flatMap((word, at) => {
    if (!mayHoldTypo(word)) return [];
    const others = words.filter((_, index) => index !== at);
    return { regex: ` (${oneTypoIn(word).join("|")})`, patterns: others.map(partOf) };
  });
}

/** The words that are looked for by likeness, and the patterns of the others; null when there are none. */
export function alikeWordsOf({ words }: Asked): { alike: string[]; patterns: string[] } | null {
  const alike = words.filter(mayHoldTypo);
  if (alike.length === 0) return null;
  return { alike, patterns: words.filter((word) => !mayHoldTypo(word)).map(partOf) };
}

const partOf = (word: string) => (word.length < PART_LENGTH_MIN ? atStart(word) : anywhere(word));

const mayHoldTypo = (word: string) =>
  word.length >= PART_LENGTH_MIN && word.length <= TYPO_LENGTH_MAX && !/\d/.test(word);

/** Regular expressions for a word with two letters swapped, one changed, one too many, or one missing. */
function oneTypoIn(word: string): string[] {
  const letters = [...word];
  const from = (start: number, end?: number) => letters.slice(start, end).join("");
  return letters.flatMap((letter, at) => [
    ...(at > 0 ? [`${from(0, at - 1)}${letter}${letters[at - 1]}${from(at + 1)}`] : []),
    ...(at > 0 ? [`${from(0, at)}[^ ]${from(at)}`] : []),
    `${from(0, at)}[^ ]?${from(at + 1)}`,
  ]);
}

export function scoreOf(tier: Tier, { words, text }: Asked, name: string): number {
  if (tier === "exact") return TIER_SCORES.exact;
  return TIER_SCORES[tier] + coverageScore(words.length === 0 ? text : words.join(" "), name);
}

const coverageScore = (asked: string, name: string) =>
  COVERAGE_SCORE * Math.min(1, asked.length / name.length);

/** How well a name answers if what was typed holds typos; null when it takes more of them than one makes. */
export function typoScoreOf({ words }: Asked, name: string): number | null {
  const named = name.toLowerCase().split(WORD_BREAKS).filter(Boolean);
  let typos = 0;
  for (const word of words) {
    const fewest = Math.min(...named.map((other) => typosBetween(word, other)));
    if (fewest > typosAllowed(word)) return null;
    typos += fewest;
  }
  const asked = words.join(" ");
  return TYPO_SCORE * (1 - typos / asked.length) + coverageScore(asked, name);
}

function typosAllowed(word: string): number {
  if (!mayHoldTypo(word)) return 0;
  if (word.length <= 5) return 1;
  return word.length <= 9 ? 2 : 3;
}

/** Edits between a typed word and a name's, or that word's beginning, since one stops typing early. */
function typosBetween(typed: string, word: string): number {
  if (!mayHoldTypo(typed)) return word.includes(typed) ? 0 : 1;
  return Math.min(editsBetween(typed, word), editsBetween(typed, word.slice(0, typed.length)));
}

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
function editsBetween(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + (isSame ? 0 : 1),
          isSwap ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = above;
    above = current;
  }
  return above[b.length] ?? 0;
}
