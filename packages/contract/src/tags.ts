import { z } from "zod";
import { line } from "./text.ts";

/** Up to 20 distinct tags, kept in the order they were given. */
export const Tags = z
  .array(line(50))
  .max(20)
  .overwrite((tags) => [...new Set(tags)]);
