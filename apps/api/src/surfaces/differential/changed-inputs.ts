import fc from "fast-check";
import { z } from "zod";
import type { ProcedureEntry } from "../../trpc/procedure-list.ts";

type Input = Record<string, unknown>;
type Json = z.core.JSONSchema.JSONSchema;

/** Drawn for each procedure, beside its example. */
const DRAWS = 3;

/**
 * Inputs that differ from a good one in one field: by a value at the edge of what the field takes, or beyond it. They are
 * the same at each run, and can be written into a path or a query string as well as into JSON.
 * @param harmless  only inputs that are refused, for calls whose success would end the story
 */
export function changedInputs(entry: ProcedureEntry, good: Input, harmless: boolean): Input[] {
  const changes = Object.entries(entry.fields).flatMap(([name, schema]) =>
    changesOf(entry, name, schema, harmless),
  );
  const stray: Change = { name: "no_such_field", value: "1" };
  const drawn = fc.sample(fc.constantFrom(stray, ...changes), { seed: seedOf(entry.path), numRuns: DRAWS });
  return [...new Set(drawn)].map(({ name, value }) => without({ ...good, [name]: value }));
}

interface Change {
  name: string;
  /** `undefined` leaves the field out. */
  value: unknown;
}

/** As JSON has it: what is left out is not there. */
const without = (input: Input): Input =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));

/** Any number will do, so long as it is the procedure's own. */
const seedOf = (path: string): number =>
  [...path].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) | 0;

function changesOf(entry: ProcedureEntry, name: string, schema: z.ZodType, harmless: boolean): Change[] {
  const isInPath = entry.rest?.path.includes(`{${name}}`) ?? false;
  const hasBody = !isInPath && (entry.rest?.method === "POST" || entry.rest?.method === "PATCH");
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const values = isInPath ? ["missing"] : [...edgesOf(json), ...(hasBody ? [{ a: [1] }, undefined] : [])];
  return values
    .filter((value) => !harmless || isInPath || !schema.safeParse(value).success)
    .map((value) => ({ name, value }));
}

/** Values on and beyond the borders of a schema, and of what it consists of. */
function edgesOf(schema: Json | boolean | undefined): unknown[] {
  if (typeof schema !== "object") return [];
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (parts.length > 0) return parts.flatMap((part) => edgesOf(part as Json));
  if (schema.enum) return [...schema.enum, "no-such-word"];
  switch (schema.type) {
    case "string":
      return ["", "x", "x".repeat((schema.maxLength ?? 10_000) + 1), ...(schema.examples ?? [])];
    case "integer":
    case "number": {
      const { minimum = 0, maximum = 1_000_000 } = schema;
      return [minimum, maximum, minimum - 1, maximum + 1, minimum + 0.5, "many"];
    }
    case "boolean":
      return [true, false, "perhaps"];
    case "array":
      return [Array.from({ length: (schema.maxItems ?? 500) + 1 }, (_, index) => `a${index}`)];
    default:
      return [];
  }
}
