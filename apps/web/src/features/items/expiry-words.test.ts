import { expect, it } from "vitest";
import { expiryWords } from "./expiry-words.ts";

const now = new Date("2026-11-21T23:30:00Z");

it.each([
  ["2026-11-20", "Expired Nov 20, 2026", "danger"],
  ["2026-11-21", "Expires today", "warn"],
  ["2026-11-22", "Nov 22, 2026, in 1 day", "warn"],
  ["2026-11-28", "Nov 28, 2026, in 7 days", "warn"],
  ["2026-11-29", "Nov 29, 2026", null],
])("%s reads %j", (day, text, tone) => {
  expect(expiryWords(day, now)).toEqual({ text, tone });
});
