import { expect, it } from "vitest";
import { CHANGE_TYPED, typedChange } from "./typed-change.ts";

it.each([
  ["12", { count: 12 }],
  ["0", { count: 0 }],
  ["12,5", { count: 12.5 }],
  ["+3", { delta: 3 }],
  ["-2.25", { delta: -2.25 }],
  ["−2", { delta: -2 }],
  ["", null],
  ["+", null],
  [",", null],
])("%j means %j", (text, change) => {
  expect(CHANGE_TYPED.test(text)).toBe(true);
  expect(typedChange(text)).toEqual(change);
});

it.each(["1e3", "1.2345", "a", "1-2", "++1"])("%j cannot be typed", (text) => {
  expect(CHANGE_TYPED.test(text)).toBe(false);
});
