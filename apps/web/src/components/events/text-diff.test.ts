import { expect, test } from "vitest";
import { diffText } from "./text-diff.ts";

test("a changed word stands between what stayed", () => {
  expect(diffText("half a kilo left", "half a pound left")).toEqual([
    { kind: "same", text: "half a " },
    { kind: "gone", text: "kilo" },
    { kind: "new", text: "pound" },
    { kind: "same", text: " left" },
  ]);
});

test("read without what came it is the old text, and without what went the new one", () => {
  const texts = ["", "one", "one two three", "two\nthree four", "a ".repeat(900), `${"b\n".repeat(900)}end`];
  for (const old of texts)
    for (const current of texts) {
      const parts = diffText(old, current);
      const without = (kind: string) => parts.filter((part) => part.kind !== kind).map(({ text }) => text);
      expect(without("new").join("")).toBe(old);
      expect(without("gone").join("")).toBe(current);
    }
});
