import type { ListTriggers, Trigger, TriggerActionInput, TriggerPage } from "@stowage/contract/triggers";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { workspaces } from "@stowage/db/schema/identity";
import { type StoredAction, triggers } from "@stowage/db/schema/triggers";
import { and, eq, sql } from "drizzle-orm";
import { within, withinFilter } from "../../bounds/within.ts";
import type { Reach } from "../../gate/caller.ts";
import { requireScopes } from "../../gate/rights.ts";
import { inTurn } from "../../inventory/rows/turns.ts";
import { lockWorkspace, type WorkspaceRow } from "../../inventory/rows/write-rows.ts";
import { byInstant, byText, type Filter, listPage } from "../../lists/paging.ts";
import { textFilter } from "../../lists/text-search.ts";
import { invalidField, notFound } from "../../problems.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { shownAction } from "../../webhooks/stored-webhook.ts";
import { activeRoleOf } from "../members/store.ts";
import { checkTemplates } from "./policy.ts";

/** The columns of a trigger; what its actions keep is sealed. */
export const triggerColumns = {
  id: triggers.id,
  name: triggers.name,
  enabled: triggers.enabled,
  disabled_reason: triggers.disabled_reason,
  event_types: triggers.event_types,
  conditions: triggers.conditions,
  actions: triggers.actions,
  throttle_seconds: triggers.throttle_seconds,
  failures_in_a_row: triggers.failures_in_a_row,
  fired_count: triggers.fired_count,
  last_fired_at: triggers.last_fired_at,
  created_by: triggers.created_by,
  version: triggers.version,
  created_at: triggers.created_at,
  updated_at: triggers.updated_at,
};

const SORTS = {
  name: byText(triggers.name),
  created_at: byInstant(triggers.created_at),
  updated_at: byInstant(triggers.updated_at),
};

const searchText = sql`lower(${triggers.name})`;

/** A trigger as it is stored. */
export type StoredTrigger = Omit<Trigger, "actions"> & { actions: StoredAction[] };

/** A trigger as it is shown to the caller, with the secrets that this answer makes, by action. */
export function triggerOf(
  ctx: Pick<ScopedContext, "deps" | "caller">,
  stored: StoredTrigger,
  secrets: ReadonlyMap<string, string> = new Map(),
): Trigger {
  const actions = stored.actions.map((action) =>
    shownAction(ctx, action, { secret: secrets.get(action.id) }),
  );
  return { ...stored, actions };
}

/** @throws not_found */
export async function readTrigger(db: Db | Transaction, reach: Reach, id: string): Promise<StoredTrigger> {
  const [trigger] = await db
    .select(triggerColumns)
    .from(triggers)
    .where(and(within("triggers", reach), eq(triggers.id, id)));
  if (!trigger) throw notFound("trigger", id);
  return trigger;
}

export async function listTriggers(
  ctx: ScopedContext,
  { enabled, q, ...page }: ListTriggers,
): Promise<TriggerPage> {
  const { db, reach } = ctx;
  const filters: (Filter | null)[] = [
    withinFilter("triggers", reach),
    enabled === undefined
      ? null
      : {
          name: "enabled",
          condition: () => eq(triggers.enabled, sql.placeholder("enabled")),
          values: { enabled },
        },
    textFilter(searchText, q),
  ];
  const found = await listPage<StoredTrigger>({
    db,
    name: "triggers",
    table: triggers,
    id: triggers.id,
    columns: triggerColumns,
    sorts: SORTS,
    filters,
    page,
  });
  return { ...found, data: found.data.map((stored) => triggerOf(ctx, stored)) };
}

/**
 * One transaction's work on the triggers of a workspace, as its only writer: its row is locked before any trigger's. What
 * `work` gives is kept for a repetition of the call.
 */
export function writingTriggers<Result>(
  ctx: ScopedContext,
  work: (tx: Transaction, workspace: WorkspaceRow) => Promise<Result>,
): Promise<Result> {
  return inTurn(ctx.deps, ctx.workspace_id, () =>
    ctx.db.transaction(async (tx) => {
      const result = await work(tx, await lockWorkspace(tx, ctx.workspace_id));
      await ctx.call.keepAnswer?.(tx, result);
      return result;
    }),
  );
}

/**
 * A trigger for a change of it, in a workspace that is locked.
 * @throws not_found
 */
export async function lockTrigger(tx: Transaction, reach: Reach, id: string): Promise<StoredTrigger> {
  const [trigger] = await tx
    .select(triggerColumns)
    .from(triggers)
    .where(and(within("triggers", reach), eq(triggers.id, id)))
    .for("no key update");
  if (!trigger) throw notFound("trigger", id);
  return trigger;
}

/** Counts triggers that are on; while there are none, events cost nothing more. */
export async function countTriggers(tx: Transaction, workspace: WorkspaceRow, by: 1 | -1): Promise<void> {
  await tx
    .update(workspaces)
    .set({ trigger_count: workspace.trigger_count + by })
    .where(eq(workspaces.id, workspace.id));
}

/**
 * What a schema cannot say of actions that are sent.
 * @throws insufficient_scope  one creates tasks
 * @throws validation_failed  a template cannot be read, or an assignee is no active member
 */
export async function checkActions(
  tx: Transaction,
  ctx: ScopedContext,
  actions: readonly TriggerActionInput[],
): Promise<void> {
  requireTaskScope(ctx, actions);
  for (const [place, action] of actions.entries()) {
    checkTemplates(action, `/actions/${place}`);
    if (action.type !== "create_task" || action.assignee_id === null) continue;
    const role = await activeRoleOf(tx, ctx.caller.organization.id, action.assignee_id);
    if (role !== null) continue;
    const message = "Only an active member can be given a task.";
    throw invalidField(`/actions/${place}/assignee_id`, "not_a_member", message);
  }
}

/** Whoever says that tasks be made may make tasks. @throws insufficient_scope, role_forbidden */
export function requireTaskScope(ctx: ScopedContext, actions: readonly { type: string }[]): void {
  if (actions.some(({ type }) => type === "create_task")) requireScopes(ctx, ["tasks:write"]);
}
