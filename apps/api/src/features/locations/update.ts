import { Location, UpdateLocation } from "@stowage/contract/locations";
import { updateLocation } from "../../inventory/locations/update-location.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Changes a place; a new `parent_id` moves it with everything in it. Fields that are not sent stay.
 * @throws not_found  it, or the new parent, is not in the caller's workspace or bounds
 * @throws validation_failed  a bounded key would make it a library
 * @throws conflict  a sibling has the name, or the new parent lies within it
 * @throws limit_reached  places would nest too deep
 * @throws version_mismatch
 */
export const update = scoped("locations:write")
  .meta(rest("PATCH /locations/{id}", "Change or move a location"))
  .input(UpdateLocation)
  .output(Location)
  .mutation(({ ctx, input }) => writing(ctx, (begun) => updateLocation(begun, input)));
