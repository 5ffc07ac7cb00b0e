import { expect, it } from "vitest";
import { allowedExpiry, expiryOf, expiryOptions, firstExpiryDate, lastExpiryDate } from "./expiry-choice.ts";

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

const valuesOf = (daysMax: number | null) => expiryOptions(daysMax).map(({ value }) => value);

it("without a longest lifetime everything may be chosen, never included", () => {
  expect(valuesOf(null)).toEqual(["30d", "90d", "1y", "never", "date"]);
});

it("a longest lifetime takes the longer ends away, and never; one that has no name of its own is offered", () => {
  expect(valuesOf(60)).toEqual(["30d", "longest", "date"]);
  expect(valuesOf(90)).toEqual(["30d", "90d", "date"]);
  expect(valuesOf(7)).toEqual(["longest", "date"]);
});

it("what may not be chosen any more becomes the longest that may", () => {
  expect(allowedExpiry("never", 60)).toBe("longest");
  expect(allowedExpiry("90d", 30)).toBe("30d");
  expect(allowedExpiry("30d", 60)).toBe("30d");
});

it("no choice lives longer than allowed: a year is then 365 days, and the last date ends in time", () => {
  const leapYear = new Date("2027-12-01T10:00:00.000Z");
  expect(expiryOf("1y", "", leapYear, 365)).toBe("2028-11-30T10:00:00.000Z");
  expect(expiryOf("longest", "", now, 60)).toBe("2027-01-20T10:00:00.000Z");
  const last = lastExpiryDate(now, 60) ?? "";
  expect(Date.parse(expiryOf("date", last, now) ?? "")).toBeLessThanOrEqual(
    Date.parse("2027-01-20T10:00:00.000Z"),
  );
});
