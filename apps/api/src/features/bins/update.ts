import { Bin, UpdateBin } from "@stowage/contract/bins";
import { updateBin } from "../../inventory/bins/update-bin.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Changes a bin; a new `location_id` moves it with everything in it. Fields that are not sent stay.
 * @throws not_found  bin or location is not in the caller's workspace or bounds
 * @throws validation_failed  a bounded key would leave it nowhere
 * @throws version_mismatch
 */
export const update = scoped("bins:write")
  .meta(rest("PATCH /bins/{id}", "Change or move a bin"))
  .input(UpdateBin)
  .output(Bin)
  .mutation(({ ctx, input }) => writing(ctx, (begun) => updateBin(begun, input)));
