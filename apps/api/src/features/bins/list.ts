import { BinPage, ListBins } from "@stowage/contract/bins";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { listBins } from "./store.ts";

/** Lists bins, the last changed first; those in the trash are left out. */
export const list = scoped("bins:read")
  .meta(rest("GET /bins", "List bins", { revision: true }))
  .input(ListBins)
  .output(BinPage)
  .query(({ ctx, input }) => listBins(ctx.db, ctx.reach, input));
