import { expect, it } from "vitest";
import { dueWords } from "./task-words.ts";

const now = new Date("2026-03-09T12:00:00Z");

it("a due day is told in days when it is near, and coloured when it is today or past", () => {
  for (const [day, text, tone] of [
    ["2026-03-01", "8 days overdue", "danger"],
    ["2026-03-08", "1 day overdue", "danger"],
    ["2026-03-09", "Today", "warn"],
    ["2026-03-10", "Tomorrow", null],
    ["2026-03-16", "In 7 days", null],
    ["2026-03-17", "Mar 17", null],
    ["2027-01-02", "Jan 2, 2027", null],
  ] as const)
    expect([day, dueWords(day, now)]).toEqual([day, { text, tone }]);
});
