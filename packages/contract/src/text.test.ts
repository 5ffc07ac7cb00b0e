import fc from "fast-check";
import { expect, test } from "vitest";
import { Email } from "./accounts.ts";
import { block, cleanBlock, cleanLine, line } from "./text.ts";

test("cleaning is settled after once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
      expect(cleanBlock(cleanBlock(text))).toBe(cleanBlock(text));
    }),
  );
});

test("nothing that cannot be seen or stored gets through", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(cleanLine(text)).not.toMatch(/[\p{Cc}\p{Surrogate}\u200b\u200e\u202e\u2066\ufeff]/u);
    }),
  );
});

test("a line is one line, trimmed and composed; a block keeps its lines", () => {
  expect(cleanLine("  e\u0301cole \r\n d'ete\t ")).toBe("école d'ete");
  expect(cleanBlock("a\r\nb\rc\u2028d\te ")).toBe("a\nb\nc\nd\te");
});

test("length counts after cleaning", () => {
  expect(line(3).parse("  abc  ")).toBe("abc");
  expect(line(3).safeParse(" \u200b ").success).toBe(false);
  expect(line(3).safeParse("abcd").success).toBe(false);
  expect(block(3).parse(" \u200b ")).toBe("");
});

// Out of order, so that putting them right is work; a megabyte of them held a server up for minutes.
const tower = (marks: number) => `a${"\u0301\u0316".repeat(marks / 2)}`;

test("a letter keeps as many marks as any writing has, and a tower of them costs no more than other text", () => {
  expect(cleanLine(tower(30))).toBe(tower(30).normalize("NFC"));
  expect(cleanBlock(`${tower(500_000)}\n${tower(4)}`)).toBe(
    `${cleanLine(tower(30))}\n${cleanLine(tower(4))}`,
  );
  expect(line(100).parse(tower(500_000))).toBe(cleanLine(tower(30)));
  expect(Email.safeParse(`${tower(500_000)}@example.org`).success).toBe(false);
});
