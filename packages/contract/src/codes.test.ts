import fc from "fast-check";
import { expect, test } from "vitest";
import { CODE_ALPHABET, codeFromPayload, parseCode } from "./codes.ts";

const payload = fc.string({ unit: fc.constantFrom(...CODE_ALPHABET), minLength: 6, maxLength: 6 });

test("a code reads back as itself, however it is typed", () => {
  fc.assert(
    fc.property(payload, (text) => {
      const code = codeFromPayload(text);
      const typed = `${code.slice(0, 3)} - ${code.slice(3)}`
        .toLowerCase()
        .replaceAll("1", "l")
        .replaceAll("0", "o");
      expect(parseCode(typed)).toBe(code);
    }),
  );
});

test("any single wrong symbol is noticed", () => {
  fc.assert(
    fc.property(payload, fc.nat(6), fc.constantFrom(...CODE_ALPHABET), (text, at, symbol) => {
      const code = codeFromPayload(text);
      fc.pre(code[at] !== symbol);
      expect(parseCode(code.slice(0, at) + symbol + code.slice(at + 1))).toBeNull();
    }),
  );
});

test("what cannot be a code is none", () => {
  for (const text of ["", "ABC", "ABCDEFGH", "UUUUUUU", "bin_01h455vb4pex5vsknk084sn02q", "ÄÖÜÄÖÜÄ"])
    expect(parseCode(text), text).toBeNull();
  expect(() => codeFromPayload("short")).toThrow(RangeError);
});
