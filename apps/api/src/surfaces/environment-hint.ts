import { parseCode } from "@stowage/contract/codes";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { workspaces } from "@stowage/db/schema/identity";
import { bins, codes, items, locations } from "@stowage/db/schema/inventory";
import { projects, tasks } from "@stowage/db/schema/projects";
import { imports } from "@stowage/db/schema/transfers";
import { deliveries, triggers } from "@stowage/db/schema/triggers";
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
  db: Db | Transaction = deps.database.db,
): Promise<ProblemError> {
  try {
    return await hinted(db, call, problem);
  } catch (thrown) {
    return problemOf(thrown);
  }
}

async function hinted(db: Db | Transaction, call: Call | null, problem: ProblemError): Promise<ProblemError> {
  const caller = call?.admitted?.caller;
  if (!caller || caller.organization === null || !(problem instanceof NotFound)) return problem;
  if (caller.auth_method === "api_key" && caller.key.location_ids !== null) return problem;
  const other = caller.environment === "live" ? "test" : "live";
  const workspace_id = await workspaceIn(db, caller, other);
  if (!(await exists(db, problem, workspace_id))) return problem;
  const remedy = caller.auth_method === "session" ? `Switch to ${other} data` : `Use a ${other} key`;
  return new ProblemError(
    "environment_mismatch",
    `The ${problem.noun} ${problem.id} is ${other} data, and you asked for ${caller.environment}. ${remedy}.`,
  );
}

async function exists(
  db: Db | Transaction,
  { noun, id }: Pick<NotFound, "noun" | "id">,
  workspace_id: WorkspaceId,
): Promise<boolean> {
  if (noun === "label") return standsIn(db, id, workspace_id);
  const condition = conditionFor(noun, id, workspace_id);
  if (!condition) return false;
  const found = await db
    .select({ id: condition.table.id })
    .from(condition.table)
    .where(condition.where)
    .limit(1);
  return found.length > 0;
}

/** A label is the organization's, and is there where what it stands on is. */
async function standsIn(db: Db | Transaction, code: string, workspace_id: WorkspaceId): Promise<boolean> {
  const [label] = await db
    .select({ noun: codes.target_type, id: codes.target_id })
    .from(codes)
    .innerJoin(workspaces, eq(workspaces.organization_id, codes.organization_id))
    .where(and(eq(workspaces.id, workspace_id), eq(codes.code, code)));
  if (!label?.noun || label.id === null) return false;
  return exists(db, { noun: label.noun, id: label.id }, workspace_id);
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
    case "task":
      return { table: tasks, where: and(eq(tasks.workspace_id, workspace_id), eq(tasks.id, id)) };
    case "project":
      return { table: projects, where: and(eq(projects.workspace_id, workspace_id), eq(projects.id, id)) };
    case "import":
      return { table: imports, where: and(eq(imports.workspace_id, workspace_id), eq(imports.id, id)) };
    case "trigger":
      return { table: triggers, where: and(eq(triggers.workspace_id, workspace_id), eq(triggers.id, id)) };
    case "delivery":
      return {
        table: deliveries,
        where: and(eq(deliveries.workspace_id, workspace_id), eq(deliveries.id, id)),
      };
    default:
      return null;
  }
}
