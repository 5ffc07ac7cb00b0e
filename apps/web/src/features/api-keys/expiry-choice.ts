const DAY_MS = 86_400_000;

const SPANS = [
  { value: "30d", label: "30 days", days: 30 },
  { value: "90d", label: "90 days", days: 90 },
  { value: "1y", label: "1 year", days: 365 },
] as const;

export type ExpiryChoice = (typeof SPANS)[number]["value"] | "longest" | "never" | "date";

/** The ends that may be chosen. An organization's longest lifetime takes the longer ones away, and offers itself. */
export function expiryOptions(daysMax: number | null): { value: ExpiryChoice; label: string }[] {
  const spans = SPANS.filter(({ days }) => daysMax === null || days <= daysMax);
  const isLongestNamed = daysMax === null || SPANS.some(({ days }) => days === daysMax);
  return [
    ...spans.map(({ value, label }) => ({ value, label })),
    ...(isLongestNamed
      ? []
      : [{ value: "longest" as const, label: daysMax === 1 ? "1 day" : `${daysMax} days` }]),
    ...(daysMax === null ? [{ value: "never" as const, label: "Never" }] : []),
    { value: "date", label: "On a date" },
  ];
}

/** What a new key starts with: 90 days, or the longest that is allowed. */
export function defaultExpiry(daysMax: number | null): ExpiryChoice {
  if (daysMax === null || daysMax >= 90) return "90d";
  return daysMax === 30 ? "30d" : "longest";
}

/**
 * When a key made now would end, or null for never. A year is the same day of the next one, unless that is longer than
 * allowed; a date lasts to the end of that day in UTC. `undefined` when a date was wanted but is missing, unreal, or
 * already over.
 */
export function expiryOf(
  choice: ExpiryChoice,
  date: string,
  now: Date,
  daysMax: number | null = null,
): string | null | undefined {
  const inDays = (days: number) => new Date(now.getTime() + days * DAY_MS).toISOString();
  if (choice === "never") return null;
  if (choice === "30d") return inDays(30);
  if (choice === "90d") return inDays(90);
  if (choice === "longest") return daysMax === null ? undefined : inDays(daysMax);
  if (choice === "1y") {
    if (daysMax === 365) return inDays(365);
    const later = new Date(now);
    later.setUTCFullYear(now.getUTCFullYear() + 1);
    return later.toISOString();
  }
  return endOfDate(date, now);
}

function endOfDate(date: string, now: Date): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const end = new Date(`${date}T23:59:59Z`);
  if (Number.isNaN(end.getTime()) || end.toISOString().slice(0, 10) !== date) return undefined;
  return end > now ? end.toISOString() : undefined;
}

/** The first day that a date picker should allow: today, in UTC. */
export function firstExpiryDate(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** The last day that ends in time; none without a limit. A lifetime of one day allows no more than today. */
export function lastExpiryDate(now: Date, daysMax: number | null): string | undefined {
  if (daysMax === null) return undefined;
  return new Date(now.getTime() + (daysMax - 1) * DAY_MS).toISOString().slice(0, 10);
}

/** The choice as it stands, or what is the default where it may not be chosen (any more). */
export function allowedExpiry(choice: ExpiryChoice, daysMax: number | null): ExpiryChoice {
  return expiryOptions(daysMax).some(({ value }) => value === choice) ? choice : defaultExpiry(daysMax);
}
