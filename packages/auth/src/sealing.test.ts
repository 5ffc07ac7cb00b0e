import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSealer } from "./sealing.ts";

const secret = "the app secret of these tests, long enough";
const sealer = createSealer({ secret });

describe("K62: what is sealed at rest", () => {
  test("opens again under the same secret and purpose", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, purpose) => {
        expect(sealer.open(sealer.seal(text, purpose), purpose)).toBe(text);
      }),
    );
  });

  test("does not show its text, and looks different each time", () => {
    const sealed = sealer.seal("attack at dawn", "note");
    expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("dawn");
    expect(sealer.seal("attack at dawn", "note")).not.toBe(sealed);
  });

  test("stays shut for another purpose, another secret, and when any bit of it was changed", () => {
    const sealed = sealer.seal("attack at dawn", "note of anna");
    expect(sealer.open(sealed, "note of ben")).toBeNull();
    expect(createSealer({ secret: `${secret}!` }).open(sealed, "note of anna")).toBeNull();
    const bytes = Buffer.from(sealed, "base64url");
    for (let at = 0; at < bytes.length; at++) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      expect(sealer.open(damaged.toString("base64url"), "note of anna")).toBeNull();
    }
    for (const broken of ["", "x", "not base64 !", sealed.slice(0, 20)])
      expect(sealer.open(broken, "note of anna")).toBeNull();
  });

  test("opens under the new secret while the previous one is still named", () => {
    const sealed = sealer.seal("attack at dawn", "note");
    const after = createSealer({ secret: "another app secret, as long as the first one", previous: secret });
    expect(after.open(sealed, "note")).toBe("attack at dawn");
    expect(sealer.open(after.seal("attack at dawn", "note"), "note")).toBeNull();
  });
});
