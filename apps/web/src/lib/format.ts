const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const shortDate = new Intl.DateTimeFormat("en", { day: "numeric", month: "short" });
const longDate = new Intl.DateTimeFormat("en", { day: "numeric", month: "short", year: "numeric" });
const absolute = new Intl.DateTimeFormat("en", { dateStyle: "full", timeStyle: "long" });
const clock = new Intl.DateTimeFormat("en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const weekday = new Intl.DateTimeFormat("en", { weekday: "long", day: "numeric", month: "long" });
const weekdayWithYear = new Intl.DateTimeFormat("en", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const decimal = new Intl.NumberFormat("en", { maximumFractionDigits: 3 });

/** "just now", "5 minutes ago", "in 3 days", within a week of `now`; else the date, with its year if not this one. */
export function formatRelative(time: string, now: Date = new Date()): string {
  const then = new Date(time);
  const seconds = (then.getTime() - now.getTime()) / 1000;
  const distance = Math.abs(seconds);
  if (distance < 45) return "just now";
  if (distance < HOUR) return relative.format(Math.trunc(seconds / MINUTE) || Math.sign(seconds), "minute");
  if (distance < DAY) return relative.format(Math.trunc(seconds / HOUR), "hour");
  if (distance < 7 * DAY) return relative.format(Math.trunc(seconds / DAY), "day");
  return formatDate(time, now);
}

/** "3 Mar" style date in the reader's time zone, with the year if it is not this one. */
export function formatDate(time: string, now: Date = new Date()): string {
  const then = new Date(time);
  return (then.getFullYear() === now.getFullYear() ? shortDate : longDate).format(then);
}

/** The whole truth of a moment, for a title: weekday, date, time and zone. */
export function formatAbsolute(time: string): string {
  return absolute.format(new Date(time));
}

/** "3 Mar, 14:05" style date and time in the reader's time zone. */
export function formatMoment(time: string, now: Date = new Date()): string {
  return `${formatDate(time, now)}, ${formatClock(time)}`;
}

/** "14:05" in the reader's time zone. */
export function formatClock(time: string): string {
  return clock.format(new Date(time));
}

/** "Today", "Yesterday", or the weekday with its date, as a heading over a day's rows. */
export function formatDay(time: string, now: Date = new Date()): string {
  const then = new Date(time);
  const key = dayKey(time);
  if (key === dayKey(now.toISOString())) return "Today";
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (key === dayKey(yesterday.toISOString())) return "Yesterday";
  return (then.getFullYear() === now.getFullYear() ? weekday : weekdayWithYear).format(then);
}

/** `2026-03-09` in the reader's time zone: equal for two moments of the same local day. */
export function dayKey(time: string): string {
  const then = new Date(time);
  const month = String(then.getMonth() + 1).padStart(2, "0");
  return `${then.getFullYear()}-${month}-${String(then.getDate()).padStart(2, "0")}`;
}

/** Thousands separated, up to three decimals, no trailing zeros: `1,250.5`. */
export function formatNumber(value: number): string {
  return decimal.format(value);
}

/** A count with its unit: `12 pcs`. */
export function formatQuantity(value: number, unit: string): string {
  return unit === "" ? formatNumber(value) : `${formatNumber(value)} ${unit}`;
}

/** `1 bin`, `2 bins`; an irregular plural is given. */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(count)} ${count === 1 ? singular : plural}`;
}

const BYTE_UNITS = ["bytes", "kB", "MB", "GB"] as const;
const KILO = 1_000;

/** The size of a file, to three digits at the most: `840 bytes`, `1.2 MB`. */
export function formatBytes(bytes: number): string {
  const power = bytes < KILO ? 0 : Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / KILO ** power;
  return `${formatNumber(Number(value.toFixed(power === 0 || value >= 100 ? 0 : 1)))} ${BYTE_UNITS[power]}`;
}
