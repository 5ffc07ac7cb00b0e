import { choiceParam, textParam } from "../../lib/search-params.ts";

/** The state of the screen, as the URL holds it. */
export interface TrashSearch {
  /** Bins instead of items. */
  of?: "bins" | undefined;
  q?: string | undefined;
}

export function readTrashSearch(search: Record<string, unknown>): TrashSearch {
  const of = choiceParam(search.of, ["bins"]);
  const q = textParam(search.q);
  return { ...(of && { of }), ...(q && { q }) };
}
