import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import { decodeBase64urlIgnorePadding, encodeBase64urlNoPadding } from "@oslojs/encoding";
import { type RandomSource, systemRandom } from "./random-source.ts";

const SEALING_PURPOSE = "stowage/sealing/v1";
const KEY_BYTES = 32;
/** NIST SP 800-38D: 96 bits, random, is safe for far more texts than one instance seals under one key. */
const IV_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = "aes-256-gcm";

/** Keeps texts at rest that must be read again, so that a copy of the database alone tells nothing. */
export interface Sealer {
  /** `purpose` says what the text is and whose, and must be named again to open it: a sealed text moved elsewhere stays shut. */
  readonly seal: (text: string, purpose: string) => string;
  /** The text, or null: sealed under another secret or for another purpose, or damaged. */
  readonly open: (sealed: string, purpose: string) => string | null;
}

/** A sealer under the app secret (AES-256-GCM, HKDF-SHA-256); it opens what was sealed under the previous one, too. */
export function createSealer(options: {
  readonly secret: string;
  readonly previous?: string | null | undefined;
  readonly randomBytes?: RandomSource;
}): Sealer {
  const { secret, previous, randomBytes = systemRandom } = options;
  const current = sealingKey(secret);
  const keys = previous ? [current, sealingKey(previous)] : [current];
  return {
    seal(text, purpose) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, current, iv).setAAD(Buffer.from(purpose));
      const parts = [iv, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()];
      return encodeBase64urlNoPadding(Buffer.concat(parts));
    },
    open(sealed, purpose) {
      for (const key of keys) {
        const text = opened(sealed, purpose, key);
        if (text !== null) return text;
      }
      return null;
    },
  };
}

function sealingKey(secret: string): KeyObject {
  return createSecretKey(new Uint8Array(hkdfSync("sha256", secret, "", SEALING_PURPOSE, KEY_BYTES)));
}

function opened(sealed: string, purpose: string, key: KeyObject): string | null {
  try {
    const bytes = Buffer.from(decodeBase64urlIgnorePadding(sealed));
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(-TAG_BYTES));
    const text = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString("utf8");
  } catch {
    return null; // GCM says no more than that it does not fit
  }
}
