import { z } from "zod";

/** A key that somebody found where it should not be. */
export const ReportLeakedKey = z.strictObject({ key: z.string().min(1).max(512) });

/** The same answer whether the key is real or not. */
export const LeakedKeyReport = z.strictObject({ received: z.literal(true) }).meta({ id: "LeakedKeyReport" });
