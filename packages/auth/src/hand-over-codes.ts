import { createHash } from "node:crypto";
import { encodeBase32LowerCaseNoPadding } from "@oslojs/encoding";
import { USER_CODE_ALPHABET, USER_CODE_LENGTH } from "@stowage/contract/hand-overs";
import { type RandomSource, systemRandom } from "./random-source.ts";

/** 256 bits; 52 characters of base32. */
const DEVICE_CODE_BYTES = 32;

/** What a program collects its key with, what is kept of that, and what its person types. */
export interface HandOverCodes {
  readonly device_code: string;
  readonly device_code_hash: string;
  readonly user_code: string;
}

export function newHandOverCodes(randomBytes: RandomSource = systemRandom): HandOverCodes {
  const device_code = encodeBase32LowerCaseNoPadding(randomBytes(DEVICE_CODE_BYTES));
  return { device_code, device_code_hash: deviceCodeHash(device_code), user_code: newUserCode(randomBytes) };
}

/** SHA-256 in hex. A device code has 256 random bits, so no slower hash would protect it better. */
export function deviceCodeHash(device_code: string): string {
  return createHash("sha256").update(device_code).digest("hex");
}

/** Each letter as likely as any other: bytes beyond the last whole alphabet are drawn again. */
function newUserCode(randomBytes: RandomSource): string {
  const size = USER_CODE_ALPHABET.length;
  const fair = 256 - (256 % size);
  let code = "";
  while (code.length < USER_CODE_LENGTH)
    for (const byte of randomBytes(USER_CODE_LENGTH - code.length))
      if (byte < fair) code += USER_CODE_ALPHABET.charAt(byte % size);
  return code;
}
