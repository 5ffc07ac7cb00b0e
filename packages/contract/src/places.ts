import { z } from "zod";
import { id } from "./ids.ts";

/** One step of the way to a thing, from the library down. */
export const PathStep = z
  .strictObject({ type: z.enum(["location", "bin"]), id: z.string(), name: z.string() })
  .meta({ id: "PathStep" });
export type PathStep = z.infer<typeof PathStep>;

/** The bin that an item is in, in short. */
export const BinSummary = z
  .strictObject({ id: id("bin"), code: z.string(), name: z.string() })
  .meta({ id: "BinSummary" });
export type BinSummary = z.infer<typeof BinSummary>;

/** Where something is, from the library to the place itself; without the bin. Empty for the inbox. */
export const LocationPath = z.array(z.strictObject({ id: id("location"), name: z.string() }));
export type LocationPath = z.infer<typeof LocationPath>;
