import { Trigger, UpdateTrigger } from "@stowage/contract/triggers";
import type { Transaction } from "@stowage/db/prepared";
import { type StoredAction, triggers } from "@stowage/db/schema/triggers";
import { and, eq } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import type { WorkspaceRow } from "../../inventory/rows/write-rows.ts";
import { checkConditions } from "../../rules/conditions.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { storedActions, toldAction } from "../../webhooks/stored-webhook.ts";
import { changesOf } from "../../writes/changes.ts";
import { checkVersion } from "../../writes/check-version.ts";
import { cancelPending } from "../deliveries/store.ts";
import { withoutSecrets } from "./policy.ts";
import {
  checkActions,
  countTriggers,
  lockTrigger,
  requireTaskScope,
  type StoredTrigger,
  triggerColumns,
  triggerOf,
  writingTriggers,
} from "./store.ts";

/**
 * Changes a trigger; fields that are not sent stay. Actions are sent whole: one with its `id` keeps its secret, and headers
 * sent as null keep their values; an action that is not sent is gone, and a new webhook's secret stands in this answer alone.
 * Turned off, its pending deliveries are cancelled; turned on, it hears of what happens from then on.
 * @throws not_found, version_mismatch
 * @throws insufficient_scope  an action that creates tasks takes `tasks:write` too, unless it is renamed or turned off alone
 * @throws validation_failed
 */
export const update = scoped("triggers:write")
  .meta(rest("PATCH /triggers/{id}", "Change a trigger", { secret: true, kept_without: withoutSecrets }))
  .input(UpdateTrigger)
  .output(Trigger)
  .mutation(({ ctx, input }) => updateTrigger(ctx, input));

type Patch = Partial<
  Pick<StoredTrigger, "name" | "enabled" | "event_types" | "conditions" | "actions" | "throttle_seconds">
>;

function updateTrigger(
  ctx: ScopedContext,
  { id, if_version, actions: sent, ...rule }: UpdateTrigger,
): Promise<Trigger> {
  const { deps, reach } = ctx;
  return writingTriggers(ctx, async (tx, workspace) => {
    const before = await lockTrigger(tx, reach, id);
    checkVersion("trigger", before, if_version);
    if (sent) await checkActions(tx, ctx, sent);
    const made = sent && storedActions(deps, sent, before.actions);
    const patch = { ...rule, ...(made && { actions: made.actions }) } as Patch; // a patch has none of the undefined ones
    const { values, changes, isEmpty } = changesOf(before, patch);
    if (isEmpty) return triggerOf(ctx, before);
    checkChange(ctx, { ...before, ...values }, values);
    const [row] = await tx
      .update(triggers)
      .set({
        ...values,
        ...(values.enabled !== undefined && turned(values.enabled, workspace)),
        version: before.version + 1,
        updated_at: instantNow(deps),
      })
      .where(and(eq(triggers.workspace_id, workspace.id), eq(triggers.id, before.id)))
      .returning(triggerColumns);
    if (!row) throw new Error("the row is locked, so it is there");
    await followSwitch(tx, workspace, { id: before.id, enabled: values.enabled });
    const told = { ...changes, ...(changes.actions && { actions: toldChange(before.actions, row.actions) }) };
    await recordEvent(tx, ctx, {
      type: "trigger.updated",
      subject_id: before.id,
      subject_name: row.name,
      changes: told,
    });
    return triggerOf(ctx, row, made?.secrets);
  });
}

/** @throws insufficient_scope, validation_failed */
function checkChange(ctx: ScopedContext, after: StoredTrigger, { name: _name, ...values }: Patch): void {
  if (values.event_types || values.conditions) checkConditions(after.event_types, after.conditions);
  const { enabled, ...more } = values;
  if (enabled || Object.keys(more).length > 0) requireTaskScope(ctx, after.actions);
}

/** What the switch sets besides: a trigger that is turned on starts afresh, and its own event is not news to it. */
function turned(enabled: boolean, { revision }: WorkspaceRow) {
  return enabled
    ? { disabled_reason: null, failures_in_a_row: 0, after_seq: revision + 1 }
    : { disabled_reason: "person" as const };
}

async function followSwitch(
  tx: Transaction,
  workspace: WorkspaceRow,
  { id, enabled }: { id: string; enabled: boolean | undefined },
): Promise<void> {
  if (enabled === undefined) return;
  await countTriggers(tx, workspace, enabled ? 1 : -1);
  if (!enabled) await cancelPending(tx, workspace.id, id);
}

function toldChange(before: readonly StoredAction[], after: readonly StoredAction[]) {
  return { old: before.map(toldAction), new: after.map(toldAction) };
}
