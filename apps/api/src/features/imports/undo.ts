import {
  IMPORT_UNDONE_LISTED,
  UndoImport,
  type UndoneImport as Undone,
  UndoneImport,
} from "@stowage/contract/imports";
import { sql } from "drizzle-orm";
import { undoEvents } from "../../inventory/undo-events.ts";
import { writing } from "../../inventory/writing.ts";
import { conflict } from "../../problems.ts";
import { claimImports } from "../../transfers/import-claim.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getImport, markUndone } from "./store.ts";

/**
 * Puts back what an import did, in one transaction; what others have changed since stays, and is listed with the reason.
 * It takes the scopes of what is put back: to take back what is new is to delete.
 * @throws not_found
 * @throws conflict  it is not done, or an import is at work
 */
export const undo = scoped(["locations:write", "bins:write", "items:write", "tasks:write", "projects:write"])
  .meta(rest("POST /imports/{id}/undo", "Put back what an import did"))
  .input(UndoImport)
  .output(UndoneImport)
  .mutation(({ ctx, input }) => undoImport(ctx, input));

async function undoImport(
  ctx: ScopedContext,
  { id, dry_run }: { id: string; dry_run: boolean },
): Promise<Undone> {
  const { db, deps, reach, workspace_id } = ctx;
  await getImport(db, { reach, id });
  const claim = await claimImports(deps, workspace_id);
  try {
    const { status, first_seq, last_seq } = await getImport(db, { reach, id });
    if (status !== "done" || first_seq === null || last_seq === null)
      throw conflict(`The import is ${status}, so there is nothing to put back.`);
    // The last event says that the import is complete, and changed nothing.
    const event_seqs = Array.from({ length: last_seq - first_seq }, (_, index) => first_seq + index);
    return await writing(
      ctx,
      async (begun) => {
        await begun.tx.execute(sql`set local statement_timeout = '5min'`); // as long as the import may take
        const { undone, skipped } =
          event_seqs.length === 0 ? NOTHING : await undoEvents(begun, { event_seqs });
        begun.meanwhile(() => markUndone(begun.tx, { workspace_id, id, at: begun.at }));
        return {
          undone: undone.slice(0, IMPORT_UNDONE_LISTED),
          undone_total: undone.length,
          skipped: skipped.slice(0, IMPORT_UNDONE_LISTED),
          skipped_total: skipped.length,
          dry_run,
        };
      },
      { dry_run },
    );
  } finally {
    await claim.release();
  }
}

const NOTHING = { undone: [], skipped: [] };
