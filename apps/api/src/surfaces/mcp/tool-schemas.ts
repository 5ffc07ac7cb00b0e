import type { Tool } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { ProcedureEntry } from "../../trpc/procedure-list.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;
/** As the SDK types it: its own JSON, whose root is an object. */
type ObjectSchema = Tool["inputSchema"];

/** What every refused call tells, the same body as on REST. Its further members vary by code. */
const PROBLEM: JsonSchema = {
  type: "object",
  description: "Why the call was refused (RFC 9457).",
  properties: {
    code: { type: "string" },
    status: { type: "integer" },
    title: { type: "string" },
    detail: { type: "string", description: "This occurrence, with the remedy." },
    request_id: { type: "string" },
  },
  required: ["code", "status", "title", "detail", "request_id"],
};

/** A tool's arguments. They are judged by the procedure itself; this tells an assistant how to write them. */
export function inputSchemaOf({ fields }: ProcedureEntry): ObjectSchema {
  return { ...plainSchema(z.strictObject(fields), "input"), type: "object" } as ObjectSchema; // a schema is JSON
}

/**
 * A tool's structured content: the procedure's output, or the problem. Version 1 of the official client judges the
 * content of refused calls by it too.
 * @throws Error when the output is no object
 */
export function outputSchemaOf({ path, output, fields }: ProcedureEntry): ObjectSchema {
  if (!output) throw new Error(`${path}: a tool needs an output`);
  const { $defs, ...schema } = plainSchema(output, "output");
  const answer = resolved(schema, $defs);
  if (answer.type !== "object") throw new Error(`${path}: a tool's output is an object`);
  const trimmable = "fields" in fields ? rowOf(answer, $defs) : null;
  if (trimmable) trimmable.required = ["id"];
  return { type: "object", anyOf: [schema, PROBLEM], ...($defs && { $defs }) };
}

function plainSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      simplify(jsonSchema);
      if (io === "output") dropForms(jsonSchema);
    },
  });
  return plain;
}

/** Leaves out what says nothing to an assistant, and steps that binary fractions never quite meet. */
function simplify(schema: JsonSchema): void {
  delete schema.commas;
  delete schema.propertyNames;
  if (schema.format !== undefined) delete schema.pattern;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.multipleOf !== undefined && schema.multipleOf < 1) delete schema.multipleOf;
}

/** Of an answer, its form is there to be seen. */
function dropForms(schema: JsonSchema): void {
  delete schema.pattern;
  delete schema.examples;
}

/** The objects that `fields` cuts down: the rows of a list, or the one object. */
function rowOf(answer: JsonSchema, defs: JsonSchema["$defs"]): JsonSchema {
  const items = answer.properties?.next_cursor ? listItems(answer) : null;
  return items ? resolved(items, defs) : answer;
}

function listItems({ properties }: JsonSchema): JsonSchema | null {
  const { data } = properties ?? {};
  return typeof data === "object" && isSchema(data.items) ? data.items : null;
}

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function resolved(schema: JsonSchema, defs: JsonSchema["$defs"]): JsonSchema {
  const name = schema.$ref?.replace("#/$defs/", "");
  const found = name === undefined ? schema : defs?.[name];
  if (!found) throw new Error(`${schema.$ref} leads nowhere`);
  return found;
}
