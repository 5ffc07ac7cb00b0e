import { z } from "zod";
import { Timestamp } from "./times.ts";

/** The test workspace after its reset: what the sample data hold. */
export const SandboxReset = z
  .strictObject({
    reset_at: Timestamp,
    locations: z.int().min(0),
    bins: z.int().min(0),
    items: z.int().min(0),
    projects: z.int().min(0),
    tasks: z.int().min(0),
  })
  .meta({ id: "SandboxReset" });
export type SandboxReset = z.infer<typeof SandboxReset>;
