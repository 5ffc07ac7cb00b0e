import { expect, test } from "vitest";
import { WedgeReader } from "./wedge-reader.ts";

/** Types with the same gap between all keys. */
function typed(keys: string[], gap: number): string | null {
  const reader = new WedgeReader();
  let code: string | null = null;
  keys.forEach((key, index) => {
    code = reader.push(key, 1_000 + index * gap);
  });
  return code;
}

test("a burst that ends in Enter or Tab is a code", () => {
  expect(typed([..."4006381333931", "Enter"], 10)).toBe("4006381333931");
  expect(typed([..."K7M2Q9X", "Tab"], 40)).toBe("K7M2Q9X");
  expect(typed(["Shift", "A", "Shift", "B", "-", "1", "Enter"], 20)).toBe("AB-1");
});

test("what a person types is none, however it ends", () => {
  expect(typed([..."hammer", "Enter"], 90)).toBeNull();
  expect(typed([..."abc", "Enter"], 10)).toBeNull();
  expect(typed([..."hammer"], 10)).toBeNull();
});

test("a code is not mixed with what was typed before it", () => {
  const reader = new WedgeReader();
  for (const [index, key] of [..."ham"].entries()) reader.push(key, index * 200);
  const at = 2_000;
  for (const [index, key] of [..."12345"].entries()) reader.push(key, at + index * 5);
  expect(reader.push("Enter", at + 30)).toBe("12345");
});

test("an Enter that comes late ends no code", () => {
  const reader = new WedgeReader();
  for (const [index, key] of [..."12345"].entries()) reader.push(key, index * 5);
  expect(reader.push("Enter", 500)).toBeNull();
});

test("a key that a busy page hears late tears no code apart", () => {
  const reader = new WedgeReader();
  for (const [index, at] of [0, 8, 16, 150, 158, 166, 174].entries())
    reader.push("4006381".charAt(index), at);
  expect(reader.push("Enter", 182)).toBe("4006381");
});
