import { CreateLocation, Location } from "@stowage/contract/locations";
import { createLocation } from "../../inventory/locations/create-location.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Creates a place: a library when it has no parent, otherwise inside another place.
 * @throws not_found  the parent is not in the caller's workspace or bounds
 * @throws validation_failed  a bounded key names no parent
 * @throws conflict  a sibling has the name
 * @throws limit_reached  2,000 places, or 7 levels
 */
export const create = scoped("locations:write")
  .meta(rest("POST /locations", "Create a location", { status: 201 }))
  .input(CreateLocation)
  .output(Location)
  .mutation(({ ctx, input }) => writing(ctx, (begun) => createLocation(begun, input)));
