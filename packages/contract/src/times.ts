import { z } from "zod";

/** RFC 3339 in UTC, with `Z` and up to microseconds. */
export const Timestamp = z.iso.datetime().meta({ examples: ["2026-01-02T03:04:05.678Z"] });

/** A calendar day, `YYYY-MM-DD`, in UTC. */
export const CalendarDate = z.iso.date().meta({ examples: ["2026-01-02"] });
