import { receiptOf } from "@stowage/contract/receipts";
import { RemoveTrigger } from "@stowage/contract/triggers";
import { triggers } from "@stowage/db/schema/triggers";
import { and, eq } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { toldAction } from "../../webhooks/stored-webhook.ts";
import { checkVersion } from "../../writes/check-version.ts";
import { countTriggers, lockTrigger, writingTriggers } from "./store.ts";

/**
 * Deletes a trigger for good, with its deliveries and secrets; the tasks that it made stay.
 * @throws not_found, version_mismatch
 */
export const remove = scoped("triggers:write")
  .meta(rest("DELETE /triggers/{id}", "Delete a trigger"))
  .input(RemoveTrigger)
  .output(receiptOf("trigger"))
  .mutation(({ ctx, input }) => removeTrigger(ctx, input));

function removeTrigger(ctx: ScopedContext, input: RemoveTrigger) {
  return writingTriggers(ctx, async (tx, workspace) => {
    const trigger = await lockTrigger(tx, ctx.reach, input.id);
    checkVersion("trigger", trigger, input.if_version);
    const { id, name } = trigger;
    await tx.delete(triggers).where(and(eq(triggers.workspace_id, workspace.id), eq(triggers.id, id)));
    if (trigger.enabled) await countTriggers(tx, workspace, -1);
    const event_seq = await recordEvent(tx, ctx, {
      type: "trigger.deleted",
      subject_id: id,
      subject_name: name,
      data: { snapshot: { ...trigger, actions: trigger.actions.map(toldAction) } },
    });
    return { id, deleted_at: instantNow(ctx.deps), event_seq };
  });
}
