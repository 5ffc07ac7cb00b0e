import { formatCount, formatNumber } from "../../lib/format.ts";

const DAY_MS = 86_400_000;
const dayName = new Intl.DateTimeFormat("en", { day: "numeric", month: "long", timeZone: "UTC" });

/** All requests of some days. */
export function requestsOf(daily: readonly number[]): number {
  return daily.reduce((sum, requests) => sum + requests, 0);
}

/**
 * What the bars of a key's last days show: "124 requests in the last 30 days, 12 of them today; most on 3 March (40)."
 * The days are UTC days, today last.
 */
export function dailyRequestsSentence(daily: readonly number[], now: Date): string {
  const total = requestsOf(daily);
  if (total === 0) return `No requests in the last ${daily.length} days.`;
  const most = Math.max(...daily);
  const busiest = daily.lastIndexOf(most);
  const day = new Date(now.getTime() - (daily.length - 1 - busiest) * DAY_MS);
  const today = daily.at(-1) ?? 0;
  const peak = total === most ? "" : `; most on ${dayName.format(day)} (${formatNumber(most)})`;
  const todayWords = today === 0 ? "none" : today === total ? "all" : formatNumber(today);
  return `${formatCount(total, "request")} in the last ${daily.length} days, ${todayWords} of them today${peak}.`;
}
