import { decodeBase32IgnorePadding, encodeBase32UpperCaseNoPadding } from "@oslojs/encoding";
import { createTOTPKeyURI, generateHOTP, verifyHOTP } from "@oslojs/otp";
import { type RandomSource, systemRandom } from "./random-source.ts";

/** What the apps that people have can do, all of them: SHA-1, six digits, 30 seconds (RFC 6238). */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** 160 bits, the length of the hash (RFC 4226, section 4). */
const SECRET_BYTES = 20;
/** Steps to either side whose codes are taken: clocks differ, and typing takes a while. */
const STEPS_AROUND = 1;
const ISSUER = "Stowage";

/** A new secret in base32, as people type it into an app that cannot scan. */
export function newTotpSecret(randomBytes: RandomSource = systemRandom): string {
  return encodeBase32UpperCaseNoPadding(randomBytes(SECRET_BYTES));
}

/** The `otpauth://` address that a QR code carries; `account` tells apart several of one app. */
export function totpUri(secret: string, account: string): string {
  return createTOTPKeyURI(ISSUER, account, decodeBase32IgnorePadding(secret), STEP_SECONDS, DIGITS);
}

/** The code that an authenticator app shows at `nowMs`. */
export function totpCode(secret: string, nowMs: number): string {
  return generateHOTP(decodeBase32IgnorePadding(secret), BigInt(stepAt(nowMs)), DIGITS);
}

function stepAt(nowMs: number): number {
  return Math.floor(nowMs / (STEP_SECONDS * 1_000));
}

/**
 * The 30-second step that a code belongs to, one around `nowMs` and later than `lastStep`, or null. Whoever takes the
 * code keeps its step as the next `lastStep`, so that no code is taken twice (RFC 6238, section 5.2).
 */
export function totpStep(options: {
  readonly secret: string;
  readonly code: string;
  /** Unix milliseconds. */
  readonly nowMs: number;
  readonly lastStep: number | null;
}): number | null {
  const { secret, code, nowMs, lastStep } = options;
  const key = decodeBase32IgnorePadding(secret);
  const now = stepAt(nowMs);
  for (let step = now - STEPS_AROUND; step <= now + STEPS_AROUND; step++) {
    const isUsed = lastStep !== null && step <= lastStep;
    if (!isUsed && verifyHOTP(key, BigInt(step), DIGITS, code)) return step;
  }
  return null;
}
