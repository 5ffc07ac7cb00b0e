import type { Environment } from "@stowage/contract/environments";
import { choiceParam, flagParam, textParam } from "../../lib/search-params.ts";

/** The state of the screen, as the URL holds it. */
export interface ApiKeysSearch {
  q?: string;
  environment?: Environment;
  /** The dialog that makes a key is open. */
  new?: true;
}

export function readApiKeysSearch(search: Record<string, unknown>): ApiKeysSearch {
  const q = textParam(search.q);
  const environment = choiceParam<Environment>(search.environment, ["live", "test"]);
  const isNew = flagParam(search.new);
  return { ...(q && { q }), ...(environment && { environment }), ...(isNew && { new: isNew }) };
}
