import { LabelCodePage, ListCodes } from "@stowage/contract/label-codes";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { listCodes } from "./store.ts";

/** Lists labels, the newest first: blank ones, and those on what the caller can reach. */
export const list = scoped("bins:read")
  .meta(rest("GET /codes", "List labels", { revision: "organization" }))
  .input(ListCodes)
  .output(LabelCodePage)
  .query(({ ctx, input }) =>
    listCodes(ctx.db, { organization_id: ctx.caller.organization.id, reach: ctx.reach }, input),
  );
