import { createHash } from "node:crypto";
import { encodeBase32LowerCaseNoPadding } from "@oslojs/encoding";
import { type RandomSource, systemRandom } from "./random-source.ts";

/** 200 bits; 40 characters of base32. */
const TOKEN_BYTES = 25;

/** The token of an invitation's link, and what is kept of it. */
export function newInvitationToken(randomBytes: RandomSource = systemRandom): {
  token: string;
  hash: string;
} {
  const token = encodeBase32LowerCaseNoPadding(randomBytes(TOKEN_BYTES));
  return { token, hash: invitationTokenHash(token) };
}

/** SHA-256 in hex. A token has 200 random bits, so no slower hash would protect it better. */
export function invitationTokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
