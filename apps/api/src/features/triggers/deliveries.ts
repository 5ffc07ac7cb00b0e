import { DeliveryPage, ListDeliveries } from "@stowage/contract/deliveries";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { listDeliveries } from "../deliveries/store.ts";
import { readTrigger } from "./store.ts";

/**
 * What a trigger did in the last 30 days, newest first: one delivery for each action and event.
 * @throws not_found
 */
export const deliveries = scoped("triggers:read")
  .meta(rest("GET /triggers/{id}/deliveries", "List a trigger's deliveries"))
  .input(ListDeliveries)
  .output(DeliveryPage)
  .query(({ ctx, input }) => deliveriesOf(ctx, input));

async function deliveriesOf(ctx: ScopedContext, input: ListDeliveries): Promise<DeliveryPage> {
  const { id } = await readTrigger(ctx.db, ctx.reach, input.id);
  return listDeliveries(ctx, { ...input, id });
}
