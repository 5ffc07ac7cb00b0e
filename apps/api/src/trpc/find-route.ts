import { ProblemError } from "../problems.ts";
import { canonicalPath } from "../surfaces/canonical-path.ts";
import type { ProcedureEntry } from "./procedure-list.ts";

/** What a REST call would reach, and the values of its path's parameters. */
export interface FoundRoute {
  entry: ProcedureEntry;
  params: Record<string, string>;
}

const BASE = "/api/v1";

/**
 * Finds what a method and path lead to, with or without the base path; the query string does not matter. A fixed word in
 * a route goes before a parameter, as in the server's own router.
 * @throws unknown_route, method_not_allowed
 */
export function findRoute(procedures: readonly ProcedureEntry[], method: string, path: string): FoundRoute {
  const parts = partsOf(path);
  const found = procedures
    .flatMap((entry) => matchOf(entry, parts) ?? [])
    .sort((one, other) => Object.keys(one.params).length - Object.keys(other.params).length);
  const [first] = found;
  if (!first) throw new ProblemError("unknown_route", `There is no route ${path}.`);
  const alike = found.filter(({ entry }) => entry.rest?.path === first.entry.rest?.path);
  const exact = alike.find(({ entry }) => entry.rest?.method === method);
  if (exact) return exact;
  const allowed = alike.map(({ entry }) => entry.rest?.method).join(", ");
  throw new ProblemError("method_not_allowed", `${method} does not work there; ${allowed} does.`);
}

function partsOf(path: string): string[] {
  const [bare = ""] = path.split(/[?#]/);
  const canonical = canonicalPath(bare.startsWith("/") ? bare : `/${bare}`);
  const below = canonical.startsWith(`${BASE}/`) ? canonical.slice(BASE.length) : canonical;
  return below.replace(/^\/|\/$/g, "").split("/");
}

function matchOf(entry: ProcedureEntry, parts: readonly string[]): FoundRoute | null {
  const words = entry.rest?.path.slice(1).split("/") ?? [];
  if (words.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, word] of words.entries()) {
    const part = parts[index] ?? "";
    const name = /^\{(\w+)\}$/.exec(word)?.[1];
    if (name === undefined && word !== part) return null;
    if (name !== undefined && part === "") return null;
    if (name !== undefined) params[name] = decoded(part);
  }
  return { entry, params };
}

/** As the server's router decodes it; what cannot be decoded is no id. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
