import type { Database } from "@stowage/db/open-database";
import { openPool } from "@stowage/db/pool";
import { conflict } from "../problems.ts";
import type { Slots } from "./slots.ts";

/** Any number that nothing else locks by. */
const IMPORT_LOCK = 7_310_466;

/** The right to be the one import of a workspace that is at work; it ends with the process that has it. */
export interface ImportClaim {
  /** Tells how far an import is, from outside its transaction. */
  progress(id: string, rowsDone: number, at: string): Promise<void>;
  release(): Promise<void>;
}

/**
 * Makes the caller the only one who imports into a workspace, by a lock of a connection of its own: whatever ends the
 * server ends the connection too.
 * @throws conflict  another import is at work there
 * @throws rate_limited  this server has as many imports in hand as it can
 */
export async function claimImports(
  { database, importSlots }: { database: Pick<Database, "target">; importSlots: Slots },
  workspace_id: string,
): Promise<ImportClaim> {
  const giveBack = importSlots.take();
  const sql = openPool(database.target, { max: 1, name: "stowage import" });
  const release = async () => {
    giveBack();
    await sql.end({ timeout: 1 });
  };
  try {
    const [lock] = await sql<{ is_ours: boolean }[]>`
      select pg_try_advisory_lock(${IMPORT_LOCK}, hashtext(${workspace_id})) as is_ours`;
    if (!lock?.is_ours) throw conflict("Another import is running here. Try again when it is done.");
  } catch (thrown) {
    await release();
    throw thrown;
  }
  return {
    async progress(id, rowsDone, at) {
      await sql`update imports set rows_done = ${rowsDone}, updated_at = ${at}
        where workspace_id = ${workspace_id} and id = ${id} and status = 'running'`;
    },
    release,
  };
}
