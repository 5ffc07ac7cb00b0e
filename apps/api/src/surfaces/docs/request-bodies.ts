import { z } from "zod";
import type { ProcedureEntry } from "../../trpc/procedure-list.ts";
import type { Parameter } from "./parameters.ts";

interface Body {
  required?: boolean;
  content?: Record<string, { schema?: Record<string, unknown> }>;
}

/** What the library does not know of our bodies: that unknown fields are refused, and when none is needed or taken. */
export function documentBody(operation: { requestBody?: Body }, entry: ProcedureEntry): void {
  const schema = operation.requestBody?.content?.["application/json"]?.schema;
  if (!operation.requestBody || !schema) return;
  if (Object.keys(entry.fields).length === 0) {
    delete operation.requestBody;
    return;
  }
  if (schema.type === "object") schema.additionalProperties = false;
  operation.requestBody.required = entry.rest?.method === "PATCH" || !worksWithoutBody(entry);
}

/** Gives each JSON body the name of its operation: `createBin` takes a `CreateBin`. */
export function nameBodies(
  operations: readonly { operationId?: string; requestBody?: Body; "x-procedure"?: string }[],
): Record<string, object> {
  const named: Record<string, object> = {};
  for (const { operationId = "", requestBody, "x-procedure": procedure } of operations) {
    const json = requestBody?.content?.["application/json"];
    if (!json?.schema) continue;
    const name = operationId.charAt(0).toUpperCase() + operationId.slice(1);
    named[name] = { description: `What \`${procedure}\` takes.`, ...json.schema };
    json.schema = { $ref: `#/components/schemas/${name}` };
  }
  return named;
}

/** Whether the input is whole with what the path names. */
function worksWithoutBody({ rest, inputs }: ProcedureEntry): boolean {
  const named = [...(rest?.path ?? "").matchAll(/\{(\w+)\}/g)].map(([, field = ""]) => field);
  const input = Object.fromEntries(named.map((field) => [field, "any"]));
  return inputs.every((schema) => {
    const issues = schema.safeParse(input).error?.issues ?? [];
    return issues.every(({ path: [field] }) => named.includes(String(field)));
  });
}

/** A file may be the body instead; what else the input has is then said in the query string. */
export function documentUpload(
  operation: { requestBody?: Body; parameters?: unknown[] },
  { upload, fields }: ProcedureEntry,
): void {
  if (!upload) return;
  for (const mediaType of Object.keys(upload))
    Object.assign(operation.requestBody?.content ?? {}, { [mediaType]: { schema: { type: "string" } } });
  const besides = Object.entries(fields).filter(([name]) => name !== "content" && name !== "format");
  operation.parameters = [
    ...(operation.parameters ?? []),
    ...besides.map(([name, schema]): Parameter => {
      const { $schema: _, ...documented } = z.toJSONSchema(schema, { io: "input" });
      return { in: "query", name, schema: documented, "x-upload": true };
    }),
  ];
}
