import { DeliveryRef, DeliveryView } from "@stowage/contract/deliveries";
import { DELIVERY_ATTEMPTS_MAX } from "@stowage/contract/limits";
import { deliveries, triggers } from "@stowage/db/schema/triggers";
import { and, eq } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { inTurn } from "../../inventory/rows/turns.ts";
import { lockWorkspace } from "../../inventory/rows/write-rows.ts";
import { conflict } from "../../problems.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { requireTaskScope } from "../triggers/store.ts";
import { deliveryViewColumns, lockDelivery } from "./store.ts";

/**
 * Tries a delivery that has ended once more, under the same `webhook-id` and with the same body, as often as a new one.
 * @throws not_found
 * @throws conflict  it is still under way, its trigger is off, or its action is gone
 */
export const retry = scoped("triggers:write")
  .meta(rest("POST /deliveries/{id}/retry", "Retry a delivery"))
  .input(DeliveryRef)
  .output(DeliveryView)
  .mutation(({ ctx, input }) => inTurn(ctx.deps, ctx.workspace_id, () => retryDelivery(ctx, input.id)));

function retryDelivery(ctx: ScopedContext, id: string): Promise<DeliveryView> {
  const { db, deps, reach, workspace_id, call } = ctx;
  return db.transaction(async (tx) => {
    await lockWorkspace(tx, workspace_id); // whoever turns its trigger off waits, or was faster
    const before = await lockDelivery(tx, reach, id);
    const [trigger] = await tx
      .select({ name: triggers.name, enabled: triggers.enabled, actions: triggers.actions })
      .from(triggers)
      .where(and(eq(triggers.workspace_id, workspace_id), eq(triggers.id, before.trigger_id)));
    checkMayRetry(before, trigger);
    requireTaskScope(ctx, [before]);
    const [delivery] = await tx
      .update(deliveries)
      .set({
        status: "pending",
        attempts_left: before.is_test ? 1 : DELIVERY_ATTEMPTS_MAX,
        next_attempt_at: instantNow(deps),
      })
      .where(and(eq(deliveries.workspace_id, workspace_id), eq(deliveries.id, before.id)))
      .returning(deliveryViewColumns);
    if (!delivery) throw new Error("the row is locked, so it is there");
    const data = { delivery_id: delivery.id, attempt: delivery.attempts };
    await deps.jobs.add(tx, [{ queue: "deliveries", data }]);
    await call.keepAnswer?.(tx, delivery);
    return delivery;
  });
}

interface RetriedTrigger {
  name: string;
  enabled: boolean;
  actions: readonly { id: string }[];
}

function checkMayRetry({ status, action_id }: DeliveryView, trigger: RetriedTrigger | undefined): void {
  if (status === "pending") throw conflict("This delivery is still under way.");
  if (!trigger?.actions.some(({ id }) => id === action_id))
    throw conflict("The action of this delivery is gone, so it cannot be tried again.");
  if (!trigger.enabled)
    throw conflict(`${trigger.name} is off. Turn it on before you try its deliveries again.`);
}
