import { z } from "zod";
import { block } from "./text.ts";

const CUSTOM_FIELDS_MAX = 30;

/** Up to 30 named values of the user's own. */
export const CustomFields = z
  .record(
    z.string().regex(/^[a-z][a-z0-9_]{0,49}$/),
    z.union([block(2_000), z.number(), z.boolean(), z.null()]),
  )
  .refine((fields) => Object.keys(fields).length <= CUSTOM_FIELDS_MAX, {
    error: `At most ${CUSTOM_FIELDS_MAX} custom fields.`,
  });
