import type { KeyUsage } from "@stowage/contract/key-usage";
import { formatCount, formatNumber } from "../../lib/format.ts";

export interface UsageBar {
  /** `2026-03-01`, or the first day of the week that the bar stands for. */
  day: string;
  label: string;
  succeeded: number;
  refused: number;
  failed: number;
}

type UsageDay = KeyUsage["days"][number];

const DAY_MS = 86_400_000;
/** More days than this are drawn as weeks. */
const DAY_BARS_MAX = 90;

const dayLabel = new Intl.DateTimeFormat("en", { day: "numeric", month: "short", timeZone: "UTC" });

/** One bar for each UTC day from `since` to `until`, or for each week of a long range; days without calls too. */
export function usageBars({ since, until, days }: Pick<KeyUsage, "since" | "until" | "days">): UsageBar[] {
  const counted = new Map(days.map((day) => [day.day, day]));
  const dates = datesOf(since, until);
  const step = dates.length > DAY_BARS_MAX ? 7 : 1;
  const bars: UsageBar[] = [];
  for (let start = 0; start < dates.length; start += step) {
    const span = dates.slice(start, start + step);
    bars.push(
      barOf(
        span,
        span.map((date) => counted.get(date)),
      ),
    );
  }
  return bars;
}

function datesOf(since: string, until: string): string[] {
  const count = Math.round((Date.parse(until) - Date.parse(since)) / DAY_MS) + 1;
  return Array.from({ length: Math.max(count, 0) }, (_, index) =>
    new Date(Date.parse(since) + index * DAY_MS).toISOString().slice(0, 10),
  );
}

function barOf(dates: readonly string[], days: readonly (UsageDay | undefined)[]): UsageBar {
  const [first = "", last = first] = [dates[0], dates.at(-1)];
  const sum = (outcome: "succeeded" | "refused" | "failed") =>
    days.reduce((total, day) => total + (day?.[outcome] ?? 0), 0);
  const name = (date: string) => dayLabel.format(new Date(date));
  return {
    day: first,
    label: first === last ? name(first) : `${name(first)} to ${name(last)}`,
    succeeded: sum("succeeded"),
    refused: sum("refused"),
    failed: sum("failed"),
  };
}

export function barTotal({ succeeded, refused, failed }: UsageBar): number {
  return succeeded + refused + failed;
}

/** `1,204 calls: 1,180 answered, 24 refused, none failed.` */
export function totalSentence({ requests, succeeded, refused, failed }: KeyUsage["total"]): string {
  if (requests === 0) return "No calls.";
  const words = [
    [succeeded, "answered"],
    [refused, "refused"],
    [failed, "failed"],
  ] as const;
  const parts = words.map(([count, word]) => `${count === 0 ? "none" : formatNumber(count)} ${word}`);
  return `${formatCount(requests, "call")}: ${parts.join(", ")}.`;
}

/** A round number at or above the highest bar, for the scale's upper line. */
export function scaleTop(bars: readonly UsageBar[]): number {
  const highest = Math.max(...bars.map(barTotal), 1);
  const magnitude = 10 ** Math.floor(Math.log10(highest));
  const step = [1, 2, 5, 10].find((factor) => factor * magnitude >= highest) ?? 10;
  return step * magnitude;
}
