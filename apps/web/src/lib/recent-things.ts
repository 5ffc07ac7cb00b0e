import { currentWhere } from "./where.ts";

const STORAGE_KEY = "stowage.recent-things";
const KEPT = 8;
const THING_PAGE = /^\/(item|bin|location)s\/([A-Za-z0-9_-]{1,64})$/;

export interface RecentThing {
  type: "item" | "bin" | "location";
  id: string;
}

type Kept = Record<string, RecentThing[]>;

/** Remembers, in this browser, that the page of a thing was opened. Other paths are no things. */
export function noteRecentThing(pathname: string): void {
  const [, type, id] = THING_PAGE.exec(pathname) ?? [];
  if (!id || (type !== "item" && type !== "bin" && type !== "location")) return;
  const here = [{ type, id }, ...recentThings().filter((thing) => thing.id !== id)].slice(0, KEPT);
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify({ ...kept(), [place()]: here }));
  } catch {
    // Blocked storage only costs the memory of it.
  }
}

/** The things whose pages were opened last in the organization and environment on the screen, the latest first. */
export function recentThings(): RecentThing[] {
  return kept()[place()] ?? [];
}

const place = () => `${currentWhere().organizationId} ${currentWhere().environment}`;

function kept(): Kept {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "{}");
    if (typeof stored !== "object" || stored === null) return {};
    return Object.fromEntries(
      Object.entries(stored).map(([where, things]) => [
        where,
        Array.isArray(things) ? things.filter(isThing) : [],
      ]),
    );
  } catch {
    return {};
  }
}

function isThing(value: unknown): value is RecentThing {
  if (typeof value !== "object" || value === null || !("type" in value) || !("id" in value)) return false;
  return THING_PAGE.test(`/${String(value.type)}s/${String(value.id)}`);
}
