import { expect, it } from "vitest";
import { wholeNumber } from "./whole-number.ts";

it("takes whole numbers within the bounds, both included", () => {
  expect(wholeNumber(1, 1, 30)).toBeUndefined();
  expect(wholeNumber(30, 1, 30)).toBeUndefined();
});

it.each([null, 0, 31, 1.5])("says the bounds for %s", (value) => {
  expect(wholeNumber(value, 1, 30)).toBe("Enter a whole number from 1 to 30.");
});
