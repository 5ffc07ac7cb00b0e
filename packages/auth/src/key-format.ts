import { crc32 } from "node:zlib";
import { generateRandomString } from "@oslojs/crypto/random";
import type { Environment } from "@stowage/contract/environments";
import { type RandomSource, systemRandom } from "./random-source.ts";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** 62^26 is 154 bits. */
const RANDOM_LENGTH = 26;
/** 62^6 exceeds 2^32, so every CRC32 fits. */
const CHECKSUM_LENGTH = 6;
/** `live` and `test` are equally long, which is what lets a key be parsed by position. */
const ENVIRONMENT_LENGTH = 4;
const SHOWN_RANDOM_LENGTH = 4;

export interface ParsedKey {
  readonly environment: Environment;
  readonly key: string;
}

/** How this installation's keys are made, read and shown. */
export interface KeyFormat {
  /** A new secret: `sk_<brand>_<environment>_` and 32 base62 characters, of which 26 are random. */
  readonly mint: (environment: Environment, randomBytes?: RandomSource) => string;
  /** The key that `text` is, whole and unaltered, or null. Forgives nothing: not a space, not a letter's case. */
  readonly parse: (text: string) => ParsedKey | null;
  /** What may be shown of a key: `sk_stowage_live_4fK2...`. */
  readonly displayPrefix: (key: string) => string;
  /** Source of a regular expression for secret scanners; it does not verify the checksum. */
  readonly pattern: string;
}

/**
 * The format of keys that carry `brand`; the empty brand gives `sk_live_…`.
 * @throws RangeError unless `brand` is 0–20 of `a-z` and `0-9`
 */
export function createKeyFormat(brand = "stowage"): KeyFormat {
  if (!/^[a-z0-9]{0,20}$/.test(brand)) throw new RangeError("A key brand is 0 to 20 of a-z and 0-9.");
  const start = brand === "" ? "sk_" : `sk_${brand}_`;
  const bodyAt = start.length + ENVIRONMENT_LENGTH + 1;
  const checksumAt = bodyAt + RANDOM_LENGTH;
  return {
    mint(environment, randomBytes = systemRandom) {
      const unchecked = `${start}${environment}_${randomBase62(RANDOM_LENGTH, randomBytes)}`;
      return unchecked + checksum(unchecked);
    },
    parse(text) {
      if (text.length !== checksumAt + CHECKSUM_LENGTH || !text.startsWith(start)) return null;
      const environment = environmentAt(text, start.length);
      if (environment === null || !isBase62From(text, bodyAt)) return null;
      return checksum(text.slice(0, checksumAt)) === text.slice(checksumAt)
        ? { environment, key: text }
        : null;
    },
    displayPrefix: (key) => `${key.slice(0, bodyAt + SHOWN_RANDOM_LENGTH)}...`,
    pattern: `\\b${start}(?:live|test)_[0-9A-Za-z]{${RANDOM_LENGTH + CHECKSUM_LENGTH}}\\b`,
  };
}

function environmentAt(text: string, at: number): Environment | null {
  if (text.startsWith("live_", at)) return "live";
  return text.startsWith("test_", at) ? "test" : null;
}

function isBase62From(text: string, at: number): boolean {
  for (let i = at; i < text.length; i++) if (!BASE62.includes(text.charAt(i))) return false;
  return true;
}

/** Draws by rejection, so that no character is likelier than another. */
function randomBase62(length: number, randomBytes: RandomSource): string {
  return generateRandomString({ read: (bytes) => bytes.set(randomBytes(bytes.length)) }, BASE62, length);
}

/** CRC-32 (ISO 3309, as in zip) of the ASCII text, in base62, padded with zeros. It tells a typo, not a forgery. */
function checksum(text: string): string {
  let digits = "";
  for (let rest = crc32(text); rest > 0; rest = Math.floor(rest / 62))
    digits = BASE62.charAt(rest % 62) + digits;
  return digits.padStart(CHECKSUM_LENGTH, "0");
}
