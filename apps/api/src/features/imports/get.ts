import { Import, ImportRef } from "@stowage/contract/imports";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getImport } from "./store.ts";

/** How far an import is, and what came of it. A bounded key sees its own. @throws not_found */
export const get = scoped("items:read")
  .meta(rest("GET /imports/{id}", "Get an import", { unversioned: true }))
  .input(ImportRef)
  .output(Import)
  .query(({ ctx, input }) => getImport(ctx.db, { reach: ctx.reach, id: input.id }));
