import { z } from "zod";
import { PROBLEMS, type ProblemCode } from "./problems.ts";

/** The checks of every call, in their fixed order. */
export const CHECKS = [
  "route",
  "credential",
  "key_state",
  "subject_state",
  "network",
  "environment",
  "rate_limit",
  "scope",
  "role",
  "bounds",
] as const;
export const Check = z.enum(CHECKS);
export type Check = z.infer<typeof Check>;

export const ExplainCall = z.strictObject({
  method: z
    .string()
    .max(10)
    .toUpperCase()
    .pipe(z.enum(["GET", "POST", "PATCH", "DELETE"])),
  path: z
    .string()
    .min(1)
    .max(2_000)
    .describe("With or without /api/v1, such as /bins/bin_01h455vb4pex5vsknk084sn02q."),
});
export type ExplainCall = z.infer<typeof ExplainCall>;

/** What would happen to a call: its checks up to the first that fails. Nothing is run and nothing is counted. */
export const ExplainedCall = z
  .strictObject({
    allowed: z.boolean(),
    checks: z.array(
      z.strictObject({
        check: Check,
        ok: z.boolean(),
        code: z.enum(Object.keys(PROBLEMS) as ProblemCode[]).optional(), // keys of a const object
        detail: z.string().optional(),
      }),
    ),
  })
  .meta({ id: "ExplainedCall" });
export type ExplainedCall = z.infer<typeof ExplainedCall>;
