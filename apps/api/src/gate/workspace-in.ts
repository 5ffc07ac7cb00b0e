import type { Environment } from "@stowage/contract/environments";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { workspaces } from "@stowage/db/schema/identity";
import { and, eq } from "drizzle-orm";
import type { Caller, WorkspaceId } from "./caller.ts";

/** The workspace of the caller's organization in an environment, for what reaches beyond the caller's own. */
export async function workspaceIn(
  db: Db | Transaction,
  caller: Caller,
  environment: Environment,
): Promise<WorkspaceId> {
  if (environment === caller.environment) return caller.workspace_id;
  const [row] = await db
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(
      and(eq(workspaces.organization_id, caller.organization.id), eq(workspaces.environment, environment)),
    );
  if (!row) throw new Error(`organization ${caller.organization.id} has no ${environment} workspace`);
  return row.id as WorkspaceId; // the caller's organization was checked, and this is its other half
}
