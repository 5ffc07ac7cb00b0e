import { LabelBatchPage, ListLabelBatches } from "@stowage/contract/label-codes";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { listBatches } from "./store.ts";

/** Lists the sheets of labels, the newest first, with how many of each are used. */
export const batches = scoped("bins:read")
  .meta(rest("GET /labels/batches", "List batches of labels", { revision: "organization" }))
  .input(ListLabelBatches)
  .output(LabelBatchPage)
  .query(({ ctx, input }) =>
    listBatches(ctx.db, { organization_id: ctx.caller.organization.id, reach: ctx.reach }, input),
  );
