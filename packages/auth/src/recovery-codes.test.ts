import { describe, expect, test } from "vitest";
import { createRecoveryCodes } from "./recovery-codes.ts";

const SECRET = "a secret of the tests, long enough";
const OTHER = "another secret, as long as the first";
const ADA = "user_ada";
const typed = (code: string) => code.replaceAll("-", "");

describe("K62: recovery codes", () => {
  const { codes, macs } = createRecoveryCodes({ secret: SECRET }).make(ADA);

  test("K62: are ten of 80 bits, in groups that can be copied by hand", () => {
    expect(codes).toHaveLength(10);
    for (const code of codes) expect(code).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/);
    expect(new Set(codes).size).toBe(10);
  });

  test("K62: are kept as MACs that show nothing of them", () => {
    expect(macs).toHaveLength(10);
    for (const mac of macs) expect(mac).toMatch(/^[A-Za-z0-9_-]{43}$/);
    for (const code of codes) expect(macs.join()).not.toContain(typed(code));
  });

  test("K62: are found by their MAC, for their own account alone", () => {
    const { macsOf } = createRecoveryCodes({ secret: SECRET });
    for (const [at, code] of codes.entries()) expect(macsOf(ADA, typed(code))).toEqual([macs[at]]);
    expect(macs).not.toContain(macsOf("user_bob", typed(codes[0] ?? ""))[0]);
  });

  test("K62: are found after a change of the secret while the previous one is given, and not without", () => {
    const code = typed(codes[0] ?? "");
    expect(createRecoveryCodes({ secret: OTHER, previous: SECRET }).macsOf(ADA, code)).toContain(macs[0]);
    expect(createRecoveryCodes({ secret: OTHER }).macsOf(ADA, code)).not.toContain(macs[0]);
  });
});
