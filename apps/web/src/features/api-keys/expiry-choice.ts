export const EXPIRY_CHOICES = [
  { value: "30d", label: "30 days" },
  { value: "90d", label: "90 days" },
  { value: "1y", label: "1 year" },
  { value: "never", label: "Never" },
  { value: "date", label: "On a date" },
] as const;

export type ExpiryChoice = (typeof EXPIRY_CHOICES)[number]["value"];

const DAY_MS = 86_400_000;

/**
 * When a key made now would end, or null for never. A year is the same day of the next one; a date lasts to the end
 * of that day in UTC. `undefined` when a date was wanted but is missing, unreal, or already over.
 */
export function expiryOf(choice: ExpiryChoice, date: string, now: Date): string | null | undefined {
  if (choice === "never") return null;
  if (choice === "30d") return new Date(now.getTime() + 30 * DAY_MS).toISOString();
  if (choice === "90d") return new Date(now.getTime() + 90 * DAY_MS).toISOString();
  if (choice === "1y") {
    const later = new Date(now);
    later.setUTCFullYear(now.getUTCFullYear() + 1);
    return later.toISOString();
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const end = new Date(`${date}T23:59:59Z`);
  if (Number.isNaN(end.getTime()) || end.toISOString().slice(0, 10) !== date) return undefined;
  return end > now ? end.toISOString() : undefined;
}

/** The first day that a date picker should allow: today, in UTC. */
export function firstExpiryDate(now: Date): string {
  return now.toISOString().slice(0, 10);
}
