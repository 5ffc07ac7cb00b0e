import { choiceParam, textParam } from "../../lib/search-params.ts";

/** As `STARTS` of the drafts, which are not for the first load of the app. */
const FROM = ["home-assistant", "restock", "log"] as const;

/** Where a new trigger begins, as the URL holds it. */
export interface NewTriggerSearch {
  from?: (typeof FROM)[number] | undefined;
  /** The item that it is about. */
  item?: string | undefined;
}

export function readNewTriggerSearch(search: Record<string, unknown>): NewTriggerSearch {
  const from = choiceParam(search.from, FROM);
  const item = textParam(search.item, 64);
  return { ...(from && { from }), ...(item && { item }) };
}
