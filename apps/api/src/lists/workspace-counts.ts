import type { Db } from "@stowage/db/open-database";
import { prepared } from "@stowage/db/prepared";
import { quick } from "@stowage/db/quick";
import { workspaces } from "@stowage/db/schema/identity";
import { eq, sql } from "drizzle-orm";
import type { Reach } from "../gate/caller.ts";

/** How much is kept of a kind, as each change counts it; for lists that nothing narrows. */
export function countedKept(db: Db, { workspace_id }: Reach, noun: "item" | "bin" | "location") {
  return async (): Promise<number> => {
    const query = prepared(quick(db), `workspace_${noun}_count`, (prepare) =>
      prepare
        .select({ total: workspaces[`${noun}_count`] })
        .from(workspaces)
        .where(eq(workspaces.id, sql.placeholder("workspace_id"))),
    );
    const [row] = await query.execute({ workspace_id });
    return row?.total ?? 0;
  };
}
