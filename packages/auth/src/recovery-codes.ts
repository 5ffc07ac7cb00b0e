import { createHmac, createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import { encodeBase32LowerCaseNoPadding, encodeBase64urlNoPadding } from "@oslojs/encoding";
import { type RandomSource, systemRandom } from "./random-source.ts";

const RECOVERY_PURPOSE = "stowage/recovery-code/v1";
const KEY_BYTES = 32;
const CODES = 10;
/** 80 bits: beyond guessing, even for somebody who has a copy of the database and not the secret. */
const CODE_BYTES = 10;
const GROUP = 4;

/** The codes that open an account without its authenticator app, each once. */
export interface RecoveryCodes {
  /** Ten new ones: what is shown, and what is kept of them. */
  readonly make: (userId: string) => { readonly codes: string[]; readonly macs: string[] };
  /** What may be kept of a code, without its hyphens: by the secret in force, and by the previous one. */
  readonly macsOf: (userId: string, code: string) => string[];
}

/** Recovery codes kept as HMAC-SHA-256 under a key of the app secret (HKDF-SHA-256), each bound to its user. */
export function createRecoveryCodes(options: {
  readonly secret: string;
  readonly previous?: string | null | undefined;
  readonly randomBytes?: RandomSource;
}): RecoveryCodes {
  const { secret, previous, randomBytes = systemRandom } = options;
  const current = macKey(secret);
  const keys = previous ? [current, macKey(previous)] : [current];
  return {
    make(userId) {
      const plain = Array.from({ length: CODES }, () =>
        encodeBase32LowerCaseNoPadding(randomBytes(CODE_BYTES)),
      );
      return { codes: plain.map(inGroups), macs: plain.map((code) => mac(current, userId, code)) };
    },
    macsOf: (userId, code) => keys.map((key) => mac(key, userId, code)),
  };
}

function macKey(secret: string): KeyObject {
  return createSecretKey(new Uint8Array(hkdfSync("sha256", secret, "", RECOVERY_PURPOSE, KEY_BYTES)));
}

function mac(key: KeyObject, userId: string, code: string): string {
  return encodeBase64urlNoPadding(createHmac("sha256", key).update(`${userId}:${code}`).digest());
}

/** `abcd-efgh-ijkl-mnop`, as people copy it. */
function inGroups(code: string): string {
  return code.match(new RegExp(`.{${GROUP}}`, "g"))?.join("-") ?? code;
}
