import { Import, ImportRef } from "@stowage/contract/imports";
import { claimImports } from "../../transfers/import-claim.ts";
import { runClaimed } from "../../transfers/run-claimed.ts";
import { runImport } from "../../transfers/run-import.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getImport, unfinishedFile } from "./store.ts";

/**
 * Runs an import from its beginning that a stopped server left; nothing of it was written. It answers at once, to be
 * followed by GET /imports/{id}.
 * @throws not_found
 * @throws conflict  it has ended, or it or another one is at work
 */
export const resume = scoped([
  "locations:write",
  "bins:write",
  "items:write",
  "tasks:write",
  "projects:write",
])
  .meta(rest("POST /imports/{id}/resume", "Resume an import that was cut off"))
  .input(ImportRef)
  .output(Import)
  .mutation(async ({ ctx, input }) => {
    const named = { reach: ctx.reach, id: input.id };
    await unfinishedFile(ctx.db, named);
    const claim = await claimImports(ctx.deps, ctx.workspace_id);
    return runClaimed(ctx, claim, {
      wait: false,
      begin: async () => {
        await unfinishedFile(ctx.db, named); // another run may have ended before the claim was ours
        return getImport(ctx.db, named);
      },
      run: async (by) => runImport(by, claim, await unfinishedFile(ctx.db, named)),
    });
  });
