import { parseCode } from "@stowage/contract/codes";
import { bins, items, locations } from "@stowage/db/schema/inventory";
import { and, eq, isNull } from "drizzle-orm";
import type { Deps } from "../deps.ts";
import type { Call } from "../gate/call.ts";
import type { WorkspaceId } from "../gate/caller.ts";
import { workspaceIn } from "../gate/workspace-in.ts";
import { problemOf } from "../problem-of.ts";
import { NotFound, ProblemError } from "../problems.ts";

/**
 * K25: an id of the other environment says so, to a caller whose person could see it there: the same organization, and
 * no bound to some places. To everybody else it stays `not_found`.
 */
export async function withEnvironmentHint(
  deps: Deps,
  call: Call | null,
  problem: ProblemError,
): Promise<ProblemError> {
  try {
    return await hinted(deps, call, problem);
  } catch (thrown) {
    return problemOf(thrown);
  }
}

async function hinted(deps: Deps, call: Call | null, problem: ProblemError): Promise<ProblemError> {
  const caller = call?.admitted?.caller;
  if (!caller || caller.organization === null || !(problem instanceof NotFound)) return problem;
  if (caller.auth_method === "api_key" && caller.key.location_ids !== null) return problem;
  const other = caller.environment === "live" ? "test" : "live";
  const workspace_id = await workspaceIn(deps.database.db, caller, other);
  if (!(await exists(deps, problem, workspace_id))) return problem;
  const remedy = caller.auth_method === "session" ? `Switch to ${other} data` : `Use a ${other} key`;
  return new ProblemError(
    "environment_mismatch",
    `The ${problem.noun} ${problem.id} is ${other} data, and you asked for ${caller.environment}. ${remedy}.`,
  );
}

async function exists(deps: Deps, { noun, id }: NotFound, workspace_id: WorkspaceId): Promise<boolean> {
  const condition = conditionFor(noun, id, workspace_id);
  if (!condition) return false;
  const found = await deps.database.db
    .select({ id: condition.table.id })
    .from(condition.table)
    .where(condition.where)
    .limit(1);
  return found.length > 0;
}

function conditionFor(noun: string, id: string, workspace_id: WorkspaceId) {
  switch (noun) {
    case "location":
      return {
        table: locations,
        where: and(eq(locations.workspace_id, workspace_id), eq(locations.id, id)),
      };
    case "bin": {
      const code = parseCode(id);
      const named = code ? eq(bins.code, code) : eq(bins.id, id);
      return { table: bins, where: and(eq(bins.workspace_id, workspace_id), named, isNull(bins.deleted_at)) };
    }
    case "item":
      return {
        table: items,
        where: and(eq(items.workspace_id, workspace_id), eq(items.id, id), isNull(items.deleted_at)),
      };
    default:
      return null;
  }
}
