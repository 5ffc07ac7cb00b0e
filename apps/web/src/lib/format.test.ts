import { describe, expect, it } from "vitest";
import { dayKey, formatCount, formatDay, formatNumber, formatQuantity, formatRelative } from "./format.ts";

const now = new Date(2026, 2, 10, 12, 0, 0);
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000).toISOString();

describe("relative times", () => {
  it.each([
    [5, "just now"],
    [50, "1 minute ago"],
    [3_599, "59 minutes ago"],
    [7_200, "2 hours ago"],
    [3 * 86_400, "3 days ago"],
    [-3 * 3_600, "in 3 hours"],
  ])("%d s ago reads “%s”", (seconds, words) => {
    expect(formatRelative(before(seconds), now)).toBe(words);
  });

  it("become a date after a week, with the year only when it is another one", () => {
    expect(formatRelative(before(30 * 86_400), now)).toBe("Feb 8");
    expect(formatRelative(before(400 * 86_400), now)).toBe("Feb 3, 2025");
  });
});

describe("days", () => {
  it("are the reader's, not UTC's", () => {
    expect(dayKey(new Date(2026, 2, 10, 0, 5).toISOString())).toBe("2026-03-10");
    expect(dayKey(new Date(2026, 2, 9, 23, 55).toISOString())).toBe("2026-03-09");
  });

  it("are called today and yesterday", () => {
    expect(formatDay(before(60), now)).toBe("Today");
    expect(formatDay(new Date(2026, 2, 9, 23, 59).toISOString(), now)).toBe("Yesterday");
    expect(formatDay(new Date(2026, 2, 8, 9).toISOString(), now)).toBe("Sunday, March 8");
  });
});

describe("quantities", () => {
  it("have thousands separated, three decimals at most and no trailing zeros", () => {
    expect(formatNumber(1250.5)).toBe("1,250.5");
    expect(formatQuantity(0.125, "kg")).toBe("0.125 kg");
    expect(formatQuantity(3, "")).toBe("3");
  });

  it("agree with their noun", () => {
    expect([formatCount(1, "bin"), formatCount(0, "bin"), formatCount(2, "match", "matches")]).toEqual([
      "1 bin",
      "0 bins",
      "2 matches",
    ]);
  });
});
