import { Import, ImportData } from "@stowage/contract/imports";
import { IMPORT_BYTES_MAX } from "@stowage/contract/limits";
import { newId } from "@stowage/db/new-id";
import { instantNow } from "../../deps.ts";
import { claimImports } from "../../transfers/import-claim.ts";
import { runClaimed } from "../../transfers/run-claimed.ts";
import { blank, runImport, tryImport } from "../../transfers/run-import.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { checkContent } from "./policy.ts";
import { insertImport } from "./store.ts";

/**
 * Brings in a file, all of it or nothing: rows with the id, external id or label of a thing that is there change it,
 * the others are new. The file is kept until that is done, so that what a stopped server left can be resumed.
 * @throws validation_failed  with line and column of each error
 * @throws conflict  another import is at work in the workspace
 * @throws rate_limited  the server has as many imports in hand as it can
 */
export const create = scoped([
  "locations:write",
  "bins:write",
  "items:write",
  "tasks:write",
  "projects:write",
])
  .meta(
    rest("POST /import", "Import a file", {
      upload: { "text/csv": "csv", "application/x-ndjson": "ndjson" },
      body_bytes: IMPORT_BYTES_MAX,
    }),
  )
  .input(ImportData)
  .output(Import)
  .mutation(({ ctx, input }) => importFile(ctx, input));

async function importFile(ctx: ScopedContext, input: ImportData): Promise<Import> {
  checkContent(input.content);
  const { format, content } = input;
  const file = { format, content, filename: input.filename || null };
  if (input.dry_run) return tryImport(ctx, file);
  const claim = await claimImports(ctx.deps, ctx.workspace_id);
  return runClaimed(ctx, claim, {
    wait: input.wait,
    begin: async () => {
      const id = newId("import");
      const record = { ...blank(ctx, file, instantNow(ctx.deps)), id };
      const { dry_run: _never, ...row } = record;
      const api_key_id = ctx.caller.auth_method === "api_key" ? ctx.caller.key.id : null;
      await insertImport(ctx.db, { ...row, api_key_id, content, workspace_id: ctx.workspace_id });
      return record;
    },
    run: (by, { id }) => runImport(by, claim, { ...file, id }),
  });
}
