import { textParam } from "../../lib/search-params.ts";

/** The state of the screen, as the URL holds it. */
export interface DataSearch {
  /** The import in sight. */
  import?: string | undefined;
}

const ID_LENGTH_MAX = 40;

export function readDataSearch(search: Record<string, unknown>): DataSearch {
  const id = textParam(search.import, ID_LENGTH_MAX);
  return id === undefined ? {} : { import: id };
}
