import { expect, test } from "vitest";
import { median, percentiles } from "./percentiles.mjs";

test("percentiles are times that were measured, by nearest rank, in any order", () => {
  const times = Array.from({ length: 200 }, (_, n) => 200 - n);
  expect(percentiles(times)).toEqual({ p50_ms: 100, p99_ms: 198, max_ms: 200 });
  expect(percentiles([7])).toEqual({ p50_ms: 7, p99_ms: 7, max_ms: 7 });
});

test("a median is the one in the middle, or between the two there", () => {
  expect(median([30, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBe(Number.NaN);
});
