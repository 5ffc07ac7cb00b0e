import { ListLocations, LocationPage } from "@stowage/contract/locations";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { listLocations } from "./store.ts";

/** Lists places by name; with `parent_id`, the direct children of one. */
export const list = scoped("locations:read")
  .meta(rest("GET /locations", "List locations", { revision: true }))
  .input(ListLocations)
  .output(LocationPage)
  .query(({ ctx, input }) => listLocations(ctx.db, ctx.reach, input));
