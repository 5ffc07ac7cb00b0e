import { z } from "zod";

/** Each organization has one workspace of each: `test` is for trying scripts, and nothing in it reaches `live`. */
export const Environment = z.enum(["live", "test"]);
export type Environment = z.infer<typeof Environment>;
