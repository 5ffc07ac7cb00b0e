import { describe, expect, it } from "vitest";
import { scaleTop, totalSentence, usageBars } from "./usage-bars.ts";
import { dailyRequestsSentence } from "./usage-words.ts";

const now = new Date("2026-03-30T10:00:00Z");
const none = Array.from({ length: 30 }, () => 0);

describe("K30: the sparkline's sentence", () => {
  it("names the total, today's part and the busiest day", () => {
    const daily = none.with(2, 40).with(10, 5).with(29, 12);
    expect(dailyRequestsSentence(daily, now)).toBe(
      "57 requests in the last 30 days, 12 of them today; most on March 3 (40).",
    );
  });

  it("says that there were none", () => {
    expect(dailyRequestsSentence(none, now)).toBe("No requests in the last 30 days.");
  });

  it("names no busiest day where all came on one", () => {
    expect(dailyRequestsSentence(none.with(29, 1), now)).toBe(
      "1 request in the last 30 days, all of them today.",
    );
  });
});

describe("K31: the bars of the use", () => {
  const day = (date: string, succeeded: number) => ({
    day: date,
    requests: succeeded + 1,
    succeeded,
    refused: 1,
    failed: 0,
  });

  it("are one a day, days without calls too", () => {
    const bars = usageBars({ since: "2026-02-27", until: "2026-03-02", days: [day("2026-03-01", 3)] });
    expect(bars.map((bar) => [bar.day, bar.succeeded])).toEqual([
      ["2026-02-27", 0],
      ["2026-02-28", 0],
      ["2026-03-01", 3],
      ["2026-03-02", 0],
    ]);
  });

  it("are one a week over a year, and lose no call", () => {
    const days = [day("2025-04-01", 3), day("2025-04-02", 4), day("2026-03-30", 5)];
    const bars = usageBars({ since: "2025-03-31", until: "2026-03-30", days });
    expect(bars).toHaveLength(53);
    expect(bars[0]).toMatchObject({ label: "Mar 31 to Apr 6", succeeded: 7, refused: 2 });
    expect(bars.at(-1)).toMatchObject({ label: "Mar 30", succeeded: 5 });
  });

  it("stand on a scale that ends at a round number", () => {
    const topOf = (succeeded: number) => scaleTop([{ day: "", label: "", succeeded, refused: 0, failed: 0 }]);
    expect([0, 1, 3, 12, 60, 1_001].map(topOf)).toEqual([1, 1, 5, 20, 100, 2_000]);
  });

  it("are summed up in a sentence", () => {
    expect(totalSentence({ requests: 1_204, succeeded: 1_180, refused: 24, failed: 0 })).toBe(
      "1,204 calls: 1,180 answered, 24 refused, none failed.",
    );
  });
});
