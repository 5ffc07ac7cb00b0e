import { describe, expect, test } from "vitest";
import { newTotpSecret, totpCode, totpStep, totpUri } from "./totp.ts";

/** RFC 6238, appendix B: "1234567890" twice, in base32. */
const SECRET = "GEZDGNBVGY3TQOJQ".repeat(2);
/** Its SHA-1 table, of which six digits are the last six. */
const VECTORS = [
  [59, "94287082"],
  [1_111_111_109, "07081804"],
  [1_111_111_111, "14050471"],
  [1_234_567_890, "89005924"],
  [2_000_000_000, "69279037"],
  [20_000_000_000, "65353130"],
] as const;

const step = (code: string, seconds: number, lastStep: number | null = null) =>
  totpStep({ secret: SECRET, code, nowMs: seconds * 1_000, lastStep });
const codeOf = (at: number) => totpCode(SECRET, at * 30_000);

describe("K62: a code of an authenticator app", () => {
  test.each(VECTORS)("K62: is RFC 6238's at %i seconds", (seconds, code) => {
    expect(step(code.slice(-6), seconds)).toBe(Math.floor(seconds / 30));
    expect(totpCode(SECRET, seconds * 1_000)).toBe(code.slice(-6));
  });

  test("K62: is taken one step early or late, and no further", () => {
    const code = codeOf(100);
    const at = (steps: number) => step(code, (100 + steps) * 30);
    expect([at(-2), at(-1), at(0), at(1), at(2)]).toEqual([null, 100, 100, 100, null]);
  });

  test("K62: is not taken again, nor is one from before the last", () => {
    expect(step(codeOf(100), 100 * 30, 100)).toBeNull();
    expect(step(codeOf(99), 100 * 30, 100)).toBeNull();
    expect(step(codeOf(101), 100 * 30, 100)).toBe(101);
  });

  test("K62: is not any other six digits, nor something else", () => {
    const right = [99, 100, 101].map(codeOf);
    const others = Array.from({ length: 1_000 }, (_, code) => String(code * 997).padStart(6, "0"));
    for (const code of others) if (!right.includes(code)) expect(step(code, 3_000)).toBeNull();
    for (const code of ["", "1", "１２３４５６", "1234567"]) expect(step(code, 3_000)).toBeNull();
  });
});

describe("K62: the secret", () => {
  test("K62: has 160 bits of its own", () => {
    const secrets = Array.from({ length: 50 }, () => newTotpSecret());
    for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(new Set(secrets).size).toBe(50);
  });

  test("K62: reaches an app by an address that names us, the account and how codes are made", () => {
    const uri = new URL(totpUri(SECRET, "anna+home@example.org"));
    expect(uri.protocol).toBe("otpauth:");
    expect(decodeURIComponent(uri.href)).toContain("totp/Stowage:anna+home@example.org?");
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      issuer: "Stowage",
      algorithm: "SHA1",
      secret: SECRET,
      period: "30",
      digits: "6",
    });
  });
});
