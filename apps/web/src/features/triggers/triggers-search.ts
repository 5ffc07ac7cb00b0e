import type { ListTriggers } from "@stowage/contract/triggers";
import { choiceParam, textParam } from "../../lib/search-params.ts";

export const TRIGGER_SORT_DEFAULT = "name";

const SORTS: readonly ListTriggers["sort"][] = [
  "name",
  "-name",
  "created_at",
  "-created_at",
  "updated_at",
  "-updated_at",
];
const SHOWS = ["on", "off"] as const;
export type TriggersShown = (typeof SHOWS)[number];

/** The state of the screen, as the URL holds it. */
export interface TriggersSearch {
  q?: string | undefined;
  /** Only those that are on, or off; all if nothing is said. */
  show?: TriggersShown | undefined;
  sort?: ListTriggers["sort"] | undefined;
}

export function readTriggersSearch(search: Record<string, unknown>): TriggersSearch {
  const sort = choiceParam(search.sort, SORTS);
  const read: TriggersSearch = {
    q: textParam(search.q),
    show: choiceParam(search.show, SHOWS),
    sort: sort === TRIGGER_SORT_DEFAULT ? undefined : sort,
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** What the server is asked. */
export function triggersInput({ q, show, sort = TRIGGER_SORT_DEFAULT }: TriggersSearch) {
  return { sort, ...(q && { q }), ...(show && { enabled: show === "on" }) };
}
