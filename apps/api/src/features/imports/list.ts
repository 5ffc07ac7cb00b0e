import { ImportPage, ListImports } from "@stowage/contract/imports";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { listImports } from "./store.ts";

/** The imports of the last 30 days, the newest first. A bounded key sees its own. */
export const list = scoped("items:read")
  .meta(rest("GET /imports", "List imports"))
  .input(ListImports)
  .output(ImportPage)
  .query(({ ctx, input }) => listImports(ctx.db, ctx.reach, input));
