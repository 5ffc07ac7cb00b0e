import { createSecretKey, hkdfSync, type KeyObject } from "node:crypto";

const PEPPER_PURPOSE = "stowage/api-key-pepper/v1";
const PEPPER_BYTES = 32;

/** Keys the MAC of API keys. A key object, so that printing or serialising it shows nothing. */
export type Pepper = KeyObject;

/** The pepper in force, and during a rotation of the app secret the one before it. */
export interface Peppers {
  readonly current: Pepper;
  readonly previous: Pepper | null;
}

/** The pepper that belongs to an app secret: HKDF-SHA-256 (RFC 5869) under a label of its own, 32 bytes. */
export function derivePepper(appSecret: string): Pepper {
  return createSecretKey(new Uint8Array(hkdfSync("sha256", appSecret, "", PEPPER_PURPOSE, PEPPER_BYTES)));
}
