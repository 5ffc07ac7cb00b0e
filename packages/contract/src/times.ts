import { z } from "zod";

/** ISO 8601 knows a year 0000; PostgreSQL and people do not. */
const fromYearOne = (text: string) => !text.startsWith("0000");

/** RFC 3339 in UTC, with `Z` and up to microseconds. */
export const Timestamp = z.iso
  .datetime({ error: "Expected a time in UTC such as 2026-01-02T03:04:05Z." })
  .refine(fromYearOne, { error: "There is no year 0." })
  .meta({ examples: ["2026-01-02T03:04:05.678Z"] });

/** A calendar day, `YYYY-MM-DD`, in UTC. */
export const CalendarDate = z.iso
  .date({ error: "Expected a day such as 2026-01-02." })
  .refine(fromYearOne, { error: "There is no year 0." })
  .meta({ examples: ["2026-01-02"] });
