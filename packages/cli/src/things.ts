import { StowageError } from "@stowage/client";
import type { Context } from "./context.ts";
import { Failure, usageFailure } from "./failure.ts";
import type { Thing } from "./operation.ts";
import { printable } from "./output/printable.ts";

/** An id such as the server hands out. */
const ID = /^[a-z]+_[0-7][0-9a-hjkmnp-tv-z]{25}$/;
const NAMED_AT_MOST = 5;

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly place: string;
}

/** What labels stand on, and the search finds. */
const SEARCHED = ["item", "bin", "location"] as const;
/** What is found by listing it, and which member is its name. */
const LISTED = {
  project: { path: "/projects", name: "name" },
  task: { path: "/tasks", name: "title" },
  key: { path: "/api-keys", name: "name" },
} as const;

/**
 * The id that is meant by an id, by the code or address on a label, a barcode, or a name. A name has to be somebody's
 * whole name, and of one thing alone: to change the wrong one would be worse than to ask.
 * @throws Failure  nothing or several things have that name
 */
export async function idOf(context: Context, thing: Thing, text: string): Promise<string> {
  if (ID.test(text)) return text;
  if (text.trim() === "") throw usageFailure(`The ${thing} is missing: it is empty.`);
  if (thing === "project" || thing === "task" || thing === "key") {
    const { path, name } = LISTED[thing];
    const { data } = await context.ask<{ data: Record<string, string>[] }>({
      method: "GET",
      path,
      query: { q: text, limit: 200 },
    });
    const found = data.map((row) => ({ id: row.id ?? "", name: row[name] ?? "", place: "" }));
    return onlyOne(thing, text, found);
  }
  return (await idByCode(context, thing, text)) ?? idByName(context, thing, text);
}

async function idByCode(
  context: Context,
  thing: (typeof SEARCHED)[number],
  code: string,
): Promise<string | null> {
  try {
    const { target } = await context.ask<{ target: { type: string; id: string } }>({
      method: "POST",
      path: "/scan",
      body: { code, action: "lookup" },
    });
    return target.type === thing ? target.id : null;
  } catch (error) {
    // It is a name then; or a key that may look nothing up by its code may still search.
    const isNoCode = error instanceof StowageError && [403, 404, 422].includes(error.status ?? 0);
    if (isNoCode) return null;
    throw error;
  }
}

async function idByName(context: Context, type: (typeof SEARCHED)[number], q: string): Promise<string> {
  const { data } = await context.ask<{ data: Candidate[] }>({
    method: "GET",
    path: "/search",
    query: { q, type, limit: 50 },
  });
  return onlyOne(type, q, data);
}

function onlyOne(thing: Thing, text: string, found: readonly Candidate[]): string {
  const same = found.filter(({ name }) => name.toLowerCase() === text.trim().toLowerCase());
  const [one, ...others] = same;
  if (one && others.length === 0) return one.id;
  const what = thing === "key" ? "API key" : thing;
  if (one)
    throw new Failure(`${same.length} ${what}s are called “${printable(text)}”.`, {
      code: "ambiguous",
      remedy: `Give the id instead:\n${listed(same)}`,
    });
  throw new Failure(`No ${what} has the name, code or id “${printable(text)}”.`, {
    code: "not_found",
    ...(found.length > 0 && { remedy: `Did you mean one of these?\n${listed(found)}` }),
  });
}

function listed(found: readonly Candidate[]): string {
  const lines = found
    .slice(0, NAMED_AT_MOST)
    .map(({ id, name, place }) => `  ${id}  ${printable(name)}${place ? `  (${printable(place)})` : ""}`);
  return [...lines, ...(found.length > NAMED_AT_MOST ? ["  and others"] : [])].join("\n");
}
