const DAY_MS = 86_400_000;
/** How far ahead "soon" is. */
export const EXPIRING_SOON_DAYS = 7;

const dayFormat = new Intl.DateTimeFormat("en", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** How an item's last day reads on `now`'s day (UTC), and whether it deserves a colour. */
export function expiryWords(day: string, now: Date): { text: string; tone: "warn" | "danger" | null } {
  const today = Date.parse(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
  const days = Math.round((Date.parse(`${day}T00:00:00Z`) - today) / DAY_MS);
  const date = dayFormat.format(new Date(`${day}T00:00:00Z`));
  if (days < 0) return { text: `Expired ${date}`, tone: "danger" };
  if (days === 0) return { text: "Expires today", tone: "warn" };
  if (days <= EXPIRING_SOON_DAYS)
    return { text: `${date}, in ${days === 1 ? "1 day" : `${days} days`}`, tone: "warn" };
  return { text: date, tone: null };
}

/** The day (UTC) that comes so many days after `now`. */
export function daysFromNow(days: number, now: Date = new Date()): string {
  return new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
}
