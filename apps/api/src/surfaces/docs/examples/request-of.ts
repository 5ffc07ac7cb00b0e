import type { ProcedureEntry } from "../../../trpc/procedure-list.ts";
import { hasCommas } from "../../rest/coerce.ts";

export interface Parts {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  body: Record<string, unknown> | undefined;
}

/** What of a procedure's input its route puts where. */
export function partsOf({ rest }: ProcedureEntry, input: Record<string, unknown>): Parts {
  const inPath = Object.entries(input).filter(([name]) => rest?.path.includes(`{${name}}`));
  const others = Object.entries(input).filter(([name]) => !rest?.path.includes(`{${name}}`));
  const hasBody = (rest?.method === "POST" || rest?.method === "PATCH") && others.length > 0;
  return {
    path: Object.fromEntries(inPath),
    query: hasBody ? {} : Object.fromEntries(others),
    body: hasBody ? Object.fromEntries(others) : undefined,
  };
}

/** The REST request that calls a procedure with an input. */
export function requestOf(entry: ProcedureEntry, input: Record<string, unknown>) {
  const { method = "GET", path = "" } = entry.rest ?? {};
  const parts = partsOf(entry, input);
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(parts.path[name])));
  return { method, url: `${filled.slice(1)}${queryString(parts.query, entry)}`, body: parts.body };
}

function queryString(query: Record<string, unknown>, { fields }: ProcedureEntry): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const schema = fields[name];
    const values = schema && hasCommas(schema) && Array.isArray(value) ? [value.join(",")] : [value].flat();
    for (const one of values) search.append(name, String(one));
  }
  return search.size > 0 ? `?${search}` : "";
}
