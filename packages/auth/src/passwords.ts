import { PASSWORD_LENGTH_MIN } from "@stowage/contract/limits";
import { ARGON2_COST, argon2Hash, argon2Verify } from "./argon2.ts";
import { COMMON_WORDS, KEYBOARD_WALKS } from "./common-passwords.ts";

/** Fewer different characters than this make no password, however long it is. */
const DISTINCT_MIN = 5;
/** Shorter names are found in too many good passwords by chance. */
const PERSONAL_WORD_LENGTH_MIN = 4;
const PRODUCT_NAME = "stowage";

/** What an account has that does not exist, or not any more: well-formed, as costly to verify as a real one, and nobody's. */
export const NOBODYS_HASH = [
  "$argon2id$v=19",
  `m=${ARGON2_COST.memoryCost},t=${ARGON2_COST.timeCost},p=${ARGON2_COST.parallelism}`,
  "A".repeat(22),
  "A".repeat(43),
].join("$");

/** Argon2id PHC string of a password in NFC, so that every keyboard's way of typing an accent is the same password. */
export function hashPassword(password: string): Promise<string> {
  return argon2Hash(password.normalize("NFC"));
}

/** Whether `password` made `phc`. Null, for no such account, is false after the same work. */
export async function verifyPassword(phc: string | null, password: string): Promise<boolean> {
  const isMatch = await argon2Verify(phc ?? NOBODYS_HASH, password.normalize("NFC"));
  return isMatch && phc !== null;
}

/**
 * Whether a password is among the first that an attacker would try, by rules of our own: common words with digits
 * and signs around them, keyboard walks, sequences, repetitions, and too little besides the e-mail's name or ours.
 */
export function isCommonPassword(
  password: string,
  { email }: { readonly email?: string | undefined } = {},
): boolean {
  const plain = password.normalize("NFC").toLowerCase();
  if (new Set(plain).size < DISTINCT_MIN || isRepetition(plain)) return true;
  return isWalk(plain) || isMadeOfWords(plain) || isPersonal(plain, email);
}

/** `abcabcabcabc`, with or without an end cut off. */
function isRepetition(text: string): boolean {
  const unitMax = Math.floor(text.length / 2);
  for (let unit = 1; unit <= unitMax; unit++) if (text.slice(unit) === text.slice(0, -unit)) return true;
  return false;
}

/** A stretch of a walk, forwards or backwards, begun again when it ends. */
function isWalk(text: string): boolean {
  return KEYBOARD_WALKS.some((walk) => {
    const around = walk.repeat(Math.ceil(text.length / walk.length) + 1);
    return around.includes(text) || around.includes([...text].reverse().join(""));
  });
}

/** `P@ssw0rd2024!`, `summer-winter99`: one or two common words once digits, signs and look-alikes are undone. */
function isMadeOfWords(text: string): boolean {
  return [text, withLettersFor(text)].some((spelling) => {
    const letters = spelling.replace(/[^\p{L}]/gu, "");
    return letters.length >= text.length / 2 && isOneOrTwoWords(letters);
  });
}

function isOneOrTwoWords(letters: string): boolean {
  if (COMMON_WORDS.has(letters)) return true;
  for (let at = 2; at < letters.length - 1; at++) {
    if (COMMON_WORDS.has(letters.slice(0, at)) && COMMON_WORDS.has(letters.slice(at))) return true;
  }
  return false;
}

/** Digits and signs at the ends are decoration; between letters they stand for letters. */
function withLettersFor(text: string): string {
  const core = text.replace(/^[^\p{L}@$]+|[^\p{L}]+$/gu, "");
  return core.replace(/[@4301!57$]/g, (sign) => LOOK_ALIKES[sign] ?? sign);
}

const LOOK_ALIKES: Record<string, string> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "0": "o",
  "1": "i",
  "!": "i",
  "5": "s",
  $: "s",
  "7": "t",
};

/** Without the account's name and the product's, what is left must still be long enough to be a password. */
function isPersonal(text: string, email: string | undefined): boolean {
  const [name = ""] = email?.toLowerCase().split("@") ?? [];
  const known = [PRODUCT_NAME, name, ...name.split(/[._+-]/)].filter(
    (word) => word.length >= PERSONAL_WORD_LENGTH_MIN,
  );
  const rest = known.reduce((left, word) => left.replaceAll(word, ""), text);
  return rest !== text && rest.length < PASSWORD_LENGTH_MIN;
}
