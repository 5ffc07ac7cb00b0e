import { expect, test } from "vitest";
import { writtenTime } from "./written-time.ts";

test.each([
  ["2026-01-31T23:30:00Z", "UTC", "2026-01-31 23:30 UTC"],
  ["2026-01-31T23:30:00.000Z", "Europe/Berlin", "2026-02-01 00:30 Europe/Berlin"],
  ["2026-07-01T12:00:00Z", "Europe/Berlin", "2026-07-01 14:00 Europe/Berlin"],
  ["2026-01-01T02:05:00Z", "America/Los_Angeles", "2025-12-31 18:05 America/Los_Angeles"],
  ["2026-01-01T12:00:00Z", "Mars/Olympus", "2026-01-01 12:00 UTC"],
  ["2026-01-01T12:00:00Z", "", "2026-01-01 12:00 UTC"],
])("%s in %s is written %s", (instant, timeZone, written) => {
  expect(writtenTime(instant, timeZone)).toBe(written);
});
