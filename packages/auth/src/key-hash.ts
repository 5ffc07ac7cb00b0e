import { createHmac, timingSafeEqual } from "node:crypto";
import { argon2Hash, argon2Verify } from "./argon2.ts";
import type { Pepper } from "./pepper.ts";

/** HMAC-SHA-256 of a key in base64url, 43 characters: what a presented key is looked up by. About 1.5 µs. */
export function keyMac(pepper: Pepper, key: string): string {
  return createHmac("sha256", pepper).update(key).digest("base64url");
}

/** Compares two MACs in a time that does not tell where they differ. */
export function macsEqual(left: string, right: string): boolean {
  const leftBytes = Buffer.from(left);
  const rightBytes = Buffer.from(right);
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes);
}

/** Argon2id PHC string of a key, salted. About 5 ms off the event loop, two at a time in the process. */
export function hashKey(key: string): Promise<string> {
  return argon2Hash(key);
}

/** Whether `key` made `phc`; costs what {@link hashKey} does. What is not a PHC string matches nothing. */
export function verifyKeyHash(phc: string, key: string): Promise<boolean> {
  return argon2Verify(phc, key);
}
