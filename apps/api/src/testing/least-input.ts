import { ID_PREFIXES, type IdKind } from "@stowage/contract/ids";
import { z } from "zod";
import type { ProcedureEntry } from "../trpc/procedure-list.ts";

/** What a rule over several fields asks for; what one field asks for follows from its schema. By procedure. */
const TOGETHER: Readonly<Record<string, Record<string, unknown>>> = {
  "items.adjust": { delta: 1 },
};

/** Said when an input is refused before its id was looked up. */
export const WHEN_REFUSED =
  "its input has a rule over several fields: say in TOGETHER of apps/api/src/testing/least-input.ts what keeps to it";

/** The id to send where a field wants one of this kind. */
type IdOf = (kind: IdKind) => string;

/**
 * The least input that a procedure takes beside what is in its path, so that a walk over all procedures gets past
 * validation: each required field with the first value that its schema suggests.
 */
export function leastInput(
  { path, fields, rest }: Pick<ProcedureEntry, "path" | "fields" | "rest">,
  idOf: IdOf = () => "missing",
): Record<string, unknown> {
  const required = Object.entries(fields).filter(
    ([name, schema]) => !rest?.path.includes(`{${name}}`) && !schema.safeParse(undefined).success,
  );
  const least = required.map(([name, schema]) => {
    const value = sampleOf(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }), idOf);
    if (schema.safeParse(value).success) return [name, value];
    throw new Error(
      `${path}: ${JSON.stringify(value)} is no \`${name}\`. Give its schema in packages/contract an example: .meta({ examples: […] })`,
    );
  });
  return { ...Object.fromEntries(least), ...TOGETHER[path] };
}

type Json = z.core.JSONSchema.JSONSchema;

function sampleOf(schema: Json | boolean | undefined, idOf: IdOf): unknown {
  if (typeof schema !== "object") return null;
  const [example] = schema.examples ?? [];
  if (example !== undefined) return idIn(example, idOf) ?? example;
  const [choice] = schema.enum ?? schema.anyOf ?? schema.oneOf ?? [];
  if (schema.const !== undefined || schema.default !== undefined) return schema.const ?? schema.default;
  if (choice !== undefined) return schema.enum ? choice : sampleOf(choice as Json, idOf); // a schema of the union
  return sampleOfType(schema, idOf);
}

function sampleOfType(schema: Json, idOf: IdOf): unknown {
  switch (schema.type) {
    case "string":
      return STRINGS[schema.format ?? ""] ?? "a".repeat(Math.max(schema.minLength ?? 0, 1));
    case "integer":
    case "number":
      return schema.minimum ?? Number(schema.exclusiveMinimum ?? 0) + 1;
    case "boolean":
      return false;
    case "array":
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items as Json, idOf)); // no tuples here
    case "object":
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, sampleOf(schema.properties?.[name], idOf)]),
      );
    default:
      return null;
  }
}

const STRINGS: Readonly<Record<string, string>> = {
  date: "2030-01-01",
  "date-time": "2030-01-01T00:00:00Z",
  email: "somebody@example.org",
  uri: "http://127.0.0.1:9/",
};

/** An id of the kind that an example is of. */
function idIn(example: unknown, idOf: IdOf): string | null {
  const [, prefix] = /^([a-z]+)_[0-9a-z]{26}$/.exec(String(example)) ?? [];
  const kind = Object.entries(ID_PREFIXES).find(([, one]) => one === prefix)?.[0];
  return kind ? idOf(kind as IdKind) : null; // a key of ID_PREFIXES
}

/** `api_key` → `api-keys`: the first word of its routes, by which tests keep the ids of what they made. */
const nounOf = (kind: IdKind) => `${kind.replaceAll("_", "-")}s`.replace(/([^e])ys$/, "$1ies");

/** Ids from those of nouns, `{ bins: "bin_…" }`. */
export const idOfNouns =
  (ids: Readonly<Record<string, string>>): IdOf =>
  (kind) =>
    ids[nounOf(kind)] ?? "missing";

/** The nouns whose ids a procedure's least input wants. */
export function nounsNamed(entry: Pick<ProcedureEntry, "path" | "fields" | "rest">): string[] {
  const named = new Set<string>();
  leastInput(entry, (kind) => {
    named.add(nounOf(kind));
    return "missing";
  });
  return [...named];
}
