import type { Where } from "../../lib/where.ts";
import type { ScanEntry } from "./scan-entry.ts";

const STORAGE_KEY = "stowage.scans";

interface Stored {
  place: string;
  entries: ScanEntry[];
}

/** Whose list it is: what was scanned in one organization or environment is not shown, nor sent, in another. */
export const placeOf = ({ userId, organizationId, environment }: Where): string =>
  [userId, organizationId, environment].join(" ");

/**
 * What this tab scanned before, over a reload and over a look at other screens. What was on its way then counts as
 * unanswered: it may have arrived, so it keeps its idempotency key.
 */
export function storedScans(place: string): ScanEntry[] {
  try {
    const stored: Stored | null = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? "null");
    if (stored?.place !== place) return [];
    return stored.entries.map((entry) =>
      entry.state === "sending" ? { ...entry, state: "failed", problem: null } : entry,
    );
  } catch {
    return [];
  }
}

export function storeScans(place: string, entries: readonly ScanEntry[]): void {
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify({ place, entries }));
  } catch {
    // Blocked or full storage only costs the memory of it.
  }
}
