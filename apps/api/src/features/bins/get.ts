import { Bin, BinRef } from "@stowage/contract/bins";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getBin } from "./store.ts";

/**
 * One bin, by its id or the code on its label.
 * @throws not_found
 */
export const get = scoped("bins:read")
  .meta(rest("GET /bins/{id}", "Get a bin"))
  .input(BinRef)
  .output(Bin)
  .query(({ ctx, input }) => getBin(ctx.db, { reach: ctx.reach, id: input.id }));
