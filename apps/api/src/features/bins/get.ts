import { BinView, GetBin } from "@stowage/contract/bins";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getBin, widenBins } from "./store.ts";

/**
 * One bin, by its id or the code on its label.
 * @throws not_found
 */
export const get = scoped("bins:read")
  .meta(rest("GET /bins/{id}", "Get a bin"))
  .input(GetBin)
  .output(BinView)
  .query(async ({ ctx, input }) => {
    const bin = await getBin(ctx.db, { reach: ctx.reach, id: input.id });
    const [view = bin] = await widenBins(ctx.db, ctx.reach, [bin], input.include);
    return view;
  });
