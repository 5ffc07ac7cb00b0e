import { Location, LocationRef } from "@stowage/contract/locations";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getLocation } from "./store.ts";

/**
 * One place.
 * @throws not_found
 */
export const get = scoped("locations:read")
  .meta(rest("GET /locations/{id}", "Get a location"))
  .input(LocationRef)
  .output(Location)
  .query(({ ctx, input }) => getLocation(ctx.db, { reach: ctx.reach, id: input.id }));
