import { z } from "zod";
import { Timestamp } from "./times.ts";

const Window = {
  limit: z.int().min(1).describe("Requests that the window allows."),
  remaining: z.int().min(0).describe("What is left of them."),
  reset: z.int().describe("When the window starts anew, in Unix seconds."),
  reset_at: Timestamp.describe("The same as a time."),
};

/** Where the caller's two windows stand; the hour's on top. */
export const RateLimitState = z
  .strictObject({
    ...Window,
    plan: z.enum(["free", "professional", "enterprise"]),
    windows: z.array(z.strictObject({ name: z.enum(["minute", "hour"]), ...Window })),
  })
  .meta({ id: "RateLimitState" });
export type RateLimitState = z.infer<typeof RateLimitState>;
