import type { Notification } from "@stowage/contract/notifications";

/** What a screen reader is told of those that came since, or null when none did. */
export function arrivalWords(seen: ReadonlySet<string>, shown: readonly Notification[]): string | null {
  const arrived = shown.filter(({ id, read_at }) => read_at === null && !seen.has(id));
  const [newest] = arrived;
  if (!newest) return null;
  return arrived.length === 1
    ? `New notification: ${newest.title}`
    : `${arrived.length} new notifications. The newest: ${newest.title}`;
}
