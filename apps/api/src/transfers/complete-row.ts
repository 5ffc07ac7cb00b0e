import { z } from "zod";
import { ProblemError } from "../problems.ts";
import { inputWords } from "../trpc/input-words.ts";

/**
 * Reads what a row says of something new by the shape that creates it: defaults are filled in.
 * @throws validation_failed  something that it needs is missing
 */
export function completedBy<Schema extends z.ZodType>(
  schema: Schema,
): (values: Record<string, unknown>) => z.output<Schema> {
  const compiled = z.compile(schema) as Schema; // it accepts and gives what the schema does
  return (values) => {
    const result = compiled.safeParse(values, { error: inputWords });
    if (result.success) return result.data;
    throw new ProblemError("validation_failed", "The row is not complete.", {
      errors: result.error.issues.map(({ path, code, message }) => ({
        location: "body",
        pointer: `/${path.map(String).join("/")}`,
        code,
        message,
      })),
    });
  };
}
