import { textParam } from "../../lib/search-params.ts";

/** The state of a key's page, as the URL holds it. */
export interface ApiKeySearch {
  /** K23: scopes that a refused script lacked, joined by commas. The edit dialog opens with them ticked. */
  add?: string;
}

const ADD_MAX = 1_000;

// Which of the words are scopes is told later: the list of them is not for the first load of the app.
export function readApiKeySearch(search: Record<string, unknown>): ApiKeySearch {
  const add = textParam(search.add, ADD_MAX);
  return add === undefined ? {} : { add };
}
