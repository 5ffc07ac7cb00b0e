import { expect, it } from "vitest";
import { expiryOf, firstExpiryDate } from "./expiry-choice.ts";

const now = new Date("2026-11-21T10:00:00.000Z");

it("counts days to the second", () => {
  expect(expiryOf("30d", "", now)).toBe("2026-12-21T10:00:00.000Z");
  expect(expiryOf("90d", "", now)).toBe("2027-02-19T10:00:00.000Z");
});

it("a year ends on the same day of the next one, or on 1 March after a leap day", () => {
  expect(expiryOf("1y", "", now)).toBe("2027-11-21T10:00:00.000Z");
  expect(expiryOf("1y", "", new Date("2028-02-29T00:00:00Z"))).toBe("2029-03-01T00:00:00.000Z");
});

it("never is null", () => {
  expect(expiryOf("never", "2027-01-01", now)).toBeNull();
});

it("a date lasts until its day is over in UTC, today too", () => {
  expect(expiryOf("date", "2026-11-21", now)).toBe("2026-11-21T23:59:59.000Z");
});

it.each(["", "soon", "2026-02-30", "2026-11-20"])("a date of %j is refused", (date) => {
  expect(expiryOf("date", date, now)).toBeUndefined();
});

it("the date picker starts today", () => {
  expect(firstExpiryDate(now)).toBe("2026-11-21");
});
