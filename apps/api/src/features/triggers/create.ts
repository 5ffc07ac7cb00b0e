import { WORKSPACE_TRIGGERS_MAX } from "@stowage/contract/limits";
import { CreateTrigger, Trigger } from "@stowage/contract/triggers";
import { newId } from "@stowage/db/new-id";
import type { Transaction } from "@stowage/db/prepared";
import { triggers } from "@stowage/db/schema/triggers";
import { count, eq } from "drizzle-orm";
import { refuseBoundReach } from "../../bounds/refuse-bound-reach.ts";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import { limitReached } from "../../problems.ts";
import { checkConditions } from "../../rules/conditions.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { storedActions, toldAction } from "../../webhooks/stored-webhook.ts";
import { withoutSecrets } from "./policy.ts";
import { checkActions, countTriggers, triggerColumns, triggerOf, writingTriggers } from "./store.ts";

/**
 * Creates a trigger, which hears of what happens from then on. Each webhook's secret stands in this answer and nowhere else.
 * @throws role_forbidden  the key is bound to places
 * @throws insufficient_scope  an action that creates tasks takes `tasks:write` too
 * @throws validation_failed  a condition or template that makes no sense of such events, or an assignee who is no member
 * @throws limit_reached  200 triggers in a workspace
 */
export const create = scoped("triggers:write")
  .meta(
    rest("POST /triggers", "Create a trigger", { status: 201, secret: true, kept_without: withoutSecrets }),
  )
  .input(CreateTrigger)
  .output(Trigger)
  .mutation(({ ctx, input }) => createTrigger(ctx, input));

function createTrigger(ctx: ScopedContext, input: CreateTrigger): Promise<Trigger> {
  const { deps, caller, reach, workspace_id } = ctx;
  refuseBoundReach(reach, "triggers");
  return writingTriggers(ctx, async (tx, workspace) => {
    checkConditions(input.event_types, input.conditions);
    await checkActions(tx, ctx, input.actions);
    await checkTriggerCount(tx, ctx);
    const made = storedActions(deps, input.actions, []);
    const at = instantNow(deps);
    const [row] = await tx
      .insert(triggers)
      .values({
        ...input,
        id: newId("trigger"),
        workspace_id,
        actions: made.actions,
        after_seq: workspace.revision + 1, // its own event is not news to it
        created_by: caller.user.id,
        created_at: at,
        updated_at: at,
        ...(!input.enabled && { disabled_reason: "person" as const }),
      })
      .returning(triggerColumns);
    if (!row) throw new Error("an insert returns its row");
    if (row.enabled) await countTriggers(tx, workspace, 1);
    const { name, ...rule } = input;
    const data = { ...rule, actions: made.actions.map(toldAction) };
    await recordEvent(tx, ctx, { type: "trigger.created", subject_id: row.id, subject_name: name, data });
    return triggerOf(ctx, row, made.secrets);
  });
}

async function checkTriggerCount(tx: Transaction, { workspace_id }: ScopedContext): Promise<void> {
  const [row] = await tx
    .select({ total: count() })
    .from(triggers)
    .where(eq(triggers.workspace_id, workspace_id));
  if (row && row.total >= WORKSPACE_TRIGGERS_MAX)
    throw limitReached(`A workspace holds at most ${WORKSPACE_TRIGGERS_MAX} triggers. Delete some first.`);
}
