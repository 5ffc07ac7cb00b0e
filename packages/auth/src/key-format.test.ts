import { crc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createKeyFormat } from "./key-format.ts";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const environments = fc.constantFrom("live" as const, "test" as const);
const brands = fc.stringMatching(/^[a-z0-9]{0,20}$/);

/** Hands out the given bytes again and again. */
const repeating = (bytes: readonly number[]) => {
  let at = 0;
  return (size: number) => Uint8Array.from({ length: size }, () => bytes[at++ % bytes.length] ?? 0);
};

/** Whole keys are put together from parts, so that no line of this file looks like one. */
const joined = (...parts: string[]) => parts.join("_");

/** The checksum as documented: CRC-32 in six base62 digits. */
function checksumOf(text: string): string {
  const digits = Array.from({ length: 6 }, (_, i) =>
    BASE62.charAt(Math.floor(crc32(text) / 62 ** (5 - i)) % 62),
  );
  return digits.join("");
}

describe("K1: the form of a key", () => {
  test("K1: keys of known randomness come out as they always did", () => {
    expect(createKeyFormat("stowage").mint("live", repeating([0]))).toBe(
      joined("sk", "stowage", "live", `${"0".repeat(26)}0F2XLn`),
    );
    expect(createKeyFormat("").mint("test", repeating([1, 2, 3]))).toBe(
      joined("sk", "test", `${"123".repeat(8)}120KWaiR`),
    );
  });

  test("K1: a brand is in the key, and none leaves no gap", () => {
    expect(createKeyFormat("acme").mint("live")).toMatch(/^sk_acme_live_[0-9A-Za-z]{32}$/);
    expect(createKeyFormat("").mint("test")).toMatch(/^sk_test_[0-9A-Za-z]{32}$/);
  });

  test("K1: every minted key is parsed back, whatever its brand", () => {
    fc.assert(
      fc.property(brands, environments, (brand, environment) => {
        const format = createKeyFormat(brand);
        const key = format.mint(environment);
        expect(format.parse(key)).toEqual({ environment, key });
      }),
    );
  });

  test("K1: a brand called live or test is not mistaken for the environment", () => {
    const format = createKeyFormat("live");
    expect(format.parse(format.mint("test"))?.environment).toBe("test");
    expect(createKeyFormat("").parse(format.mint("live"))).toBeNull();
  });

  test.each(["Acme", "a_b", "a".repeat(21), "é"])("K1: %j cannot be a brand", (brand) => {
    expect(() => createKeyFormat(brand)).toThrow(RangeError);
  });

  test("K1: no character is likelier than another", () => {
    const format = createKeyFormat();
    const counts = new Map<string, number>();
    const keys = 4_000;
    for (let i = 0; i < keys; i++) {
      for (const character of format.mint("live").slice(-32, -6)) {
        counts.set(character, (counts.get(character) ?? 0) + 1);
      }
    }
    const expected = (keys * 26) / 62;
    const chiSquared = [...BASE62].reduce(
      (sum, c) => sum + ((counts.get(c) ?? 0) - expected) ** 2 / expected,
      0,
    );
    expect(chiSquared).toBeLessThan(130); // 61 degrees of freedom: one run in a million exceeds it
  });
});

describe("K2: what is not a key is refused by its form", () => {
  test("K2: any one character changed makes it no key", () => {
    const format = createKeyFormat();
    fc.assert(
      fc.property(
        environments,
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 1 }),
        (environment, n, other) => {
          const key = format.mint(environment);
          const at = n % key.length;
          fc.pre(key.charAt(at) !== other);
          expect(format.parse(key.slice(0, at) + other + key.slice(at + 1))).toBeNull();
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("K2: any one base62 character changed to another one makes it no key", () => {
    const format = createKeyFormat();
    const key = format.mint("live");
    for (let at = 0; at < key.length; at++) {
      for (const other of BASE62) {
        if (other === key.charAt(at)) continue;
        expect(format.parse(key.slice(0, at) + other + key.slice(at + 1))).toBeNull();
      }
    }
  });

  test("K2: two neighbours swapped, a space, a line break, another case, a cut or a longer text are no key", () => {
    const format = createKeyFormat();
    const key = format.mint("live", repeating([7, 9]));
    const at = key.length - 10;
    const swapped = key.slice(0, at) + key.charAt(at + 1) + key.charAt(at) + key.slice(at + 2);
    const wrong = [
      ` ${key}`,
      `${key} `,
      `${key}\n`,
      key.toUpperCase(),
      key.slice(1),
      key.slice(0, -1),
      `${key}0`,
    ];
    for (const text of [swapped, "", "sk_", `Bearer ${key}`, ...wrong]) expect(format.parse(text)).toBeNull();
  });

  test("K2: a right checksum does not make other characters than base62 a key", () => {
    const format = createKeyFormat();
    for (const sign of ["-", "_", "+", "é", "٣"]) {
      const unchecked = joined("sk", "stowage", "live", sign + "1".repeat(25));
      expect(format.parse(unchecked + checksumOf(unchecked))).toBeNull();
    }
    const right = joined("sk", "stowage", "live", "1".repeat(26));
    expect(format.parse(right + checksumOf(right))).not.toBeNull();
  });

  test("K2: a key of the other environment or another brand under the same random part is no key", () => {
    const format = createKeyFormat();
    const key = format.mint("live");
    expect(format.parse(key.replace("_live_", "_test_"))).toBeNull();
    expect(createKeyFormat("storage").parse(key.replace("stowage", "storage"))).toBeNull();
  });

  test("K2: arbitrary text is no key and never throws", () => {
    const format = createKeyFormat();
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => format.parse(text) === null),
    );
  });

  test("K2: the scanners' pattern finds each key in a text, alone", () => {
    fc.assert(
      fc.property(brands, environments, (brand, environment) => {
        const format = createKeyFormat(brand);
        const key = format.mint(environment);
        const found = `KEY="${key}" # and more`.match(new RegExp(format.pattern, "g"));
        expect(found).toEqual([key]);
      }),
    );
  });
});

test("K1: what is shown of a key ends after four random characters", () => {
  const format = createKeyFormat();
  const key = format.mint("live", repeating([4]));
  expect(format.displayPrefix(key)).toBe(`${joined("sk", "stowage", "live", "4444")}...`);
});
