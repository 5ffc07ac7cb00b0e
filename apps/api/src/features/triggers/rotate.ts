import { RotateTriggerSecret, Trigger } from "@stowage/contract/triggers";
import { type StoredWebhook, triggers } from "@stowage/db/schema/triggers";
import { and, eq } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import { conflict, invalidField, notFound } from "../../problems.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { withNewSecret } from "../../webhooks/stored-webhook.ts";
import { withoutSecrets } from "./policy.ts";
import { lockTrigger, type StoredTrigger, triggerColumns, triggerOf, writingTriggers } from "./store.ts";

/**
 * Gives a webhook a new secret, which stands in this answer and nowhere else. While the grace lasts, each post is signed
 * with both, so that the receiver can change over in between.
 * @throws not_found  the trigger, or no webhook of its has that id
 * @throws validation_failed  it has several webhooks, and none is named
 * @throws conflict  it has no webhook
 */
export const rotate = scoped("triggers:write")
  .meta(
    rest("POST /triggers/{id}/rotate", "Rotate a webhook's secret", {
      secret: true,
      kept_without: withoutSecrets,
    }),
  )
  .input(RotateTriggerSecret)
  .output(Trigger)
  .mutation(({ ctx, input }) => rotateSecret(ctx, input));

function rotateSecret(ctx: ScopedContext, input: RotateTriggerSecret): Promise<Trigger> {
  const { deps, reach } = ctx;
  return writingTriggers(ctx, async (tx, workspace) => {
    const before = await lockTrigger(tx, reach, input.id);
    const webhook = webhookToRotate(before, input.action_id);
    const { stored, secret } = withNewSecret(deps, webhook, graceEnd(ctx, input));
    const [row] = await tx
      .update(triggers)
      .set({
        actions: before.actions.map((action) => (action.id === stored.id ? stored : action)),
        version: before.version + 1,
        updated_at: instantNow(deps),
      })
      .where(and(eq(triggers.workspace_id, workspace.id), eq(triggers.id, before.id)))
      .returning(triggerColumns);
    if (!row) throw new Error("the row is locked, so it is there");
    await recordEvent(tx, ctx, {
      type: "trigger.secret_rotated",
      subject_id: row.id,
      subject_name: row.name,
      data: { action_id: stored.id, grace_seconds: input.grace_seconds },
    });
    return triggerOf(ctx, row, new Map([[stored.id, secret]]));
  });
}

function webhookToRotate({ name, actions }: StoredTrigger, action_id: string | undefined): StoredWebhook {
  const webhooks = actions.filter((action) => action.type === "webhook");
  const named = action_id === undefined ? webhooks : webhooks.filter(({ id }) => id === action_id);
  const [webhook] = named;
  if (!webhook)
    throw action_id === undefined ? conflict(`${name} has no webhook.`) : notFound("webhook", action_id);
  if (named.length > 1)
    throw invalidField("/action_id", "ambiguous", "Say which, since the trigger has several webhooks.");
  return webhook;
}

function graceEnd({ deps }: ScopedContext, { grace_seconds }: RotateTriggerSecret): string | null {
  return grace_seconds === 0 ? null : new Date(deps.now() + grace_seconds * 1_000).toISOString();
}
