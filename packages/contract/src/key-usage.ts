import { z } from "zod";
import { idRef } from "./ids.ts";
import { CalendarDate } from "./times.ts";

/** How calls ended: answered, refused (4xx), or failed on our side (5xx). */
export const KeyUseOutcome = z.enum(["succeeded", "refused", "failed"]);
export type KeyUseOutcome = z.infer<typeof KeyUseOutcome>;

/** How a call ended, by its HTTP status. */
export function outcomeOf(status: number): KeyUseOutcome {
  if (status >= 500) return "failed";
  return status >= 400 ? "refused" : "succeeded";
}

export const KeyUsageQuery = z.strictObject({
  id: idRef("api_key"),
  days: z.int().min(1).max(365).default(30).describe("How many UTC days, today included."),
});
export type KeyUsageQuery = z.infer<typeof KeyUsageQuery>;

const Count = z.int().min(0);

/** What a key's calls came to, by day, endpoint and client network (/24 or /48); the busiest 50 of each. */
export const KeyUsage = z
  .strictObject({
    since: CalendarDate,
    until: CalendarDate,
    total: z.strictObject({ requests: Count, succeeded: Count, refused: Count, failed: Count }),
    days: z.array(
      z.strictObject({ day: CalendarDate, requests: Count, succeeded: Count, refused: Count, failed: Count }),
    ),
    endpoints: z.array(
      z.strictObject({
        endpoint: z.string(),
        requests: Count,
        succeeded: Count,
        refused: Count,
        failed: Count,
      }),
    ),
    networks: z.array(
      z.strictObject({
        network: z.string(),
        requests: Count,
        succeeded: Count,
        refused: Count,
        failed: Count,
      }),
    ),
  })
  .meta({ id: "KeyUsage" });
export type KeyUsage = z.infer<typeof KeyUsage>;
