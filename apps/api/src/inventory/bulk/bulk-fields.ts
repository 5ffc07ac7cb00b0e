import type { z } from "zod";
import { ProblemError } from "../../problems.ts";
import { compiledInput } from "../../trpc/compiled.ts";

type Fields = Record<string, unknown>;

/**
 * Reads an operation's `data` by the schema of the single call, which has `id` among its fields.
 * @throws validation_failed, unknown_field  as InvalidInput
 */
export function fieldsBy<Schema extends z.ZodType>(
  schema: Schema,
): (data: Fields | undefined, beside?: Fields) => Promise<z.output<Schema>> {
  const compiled = compiledInput(schema);
  return (data = {}, beside = {}) => {
    for (const field of Object.keys(beside)) refuseField(data, field, `It stands beside data, as ${field}.`);
    return compiled.parseAsync({ ...data, ...beside });
  };
}

/** @throws unknown_field */
export function refuseField(data: Fields, field: string, message: string): void {
  if (!(field in data)) return;
  throw new ProblemError("unknown_field", `${field}: ${message}`, {
    errors: [{ location: "body", pointer: `/${field}`, code: "unknown_field", message }],
  });
}
