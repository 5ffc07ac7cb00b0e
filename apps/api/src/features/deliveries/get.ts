import { DeliveryRef, DeliveryView } from "@stowage/contract/deliveries";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { deliveryOf, readDelivery } from "./store.ts";

/**
 * One delivery with what was sent and each attempt. It is kept for 30 days after it has ended.
 * @throws not_found
 */
export const get = scoped("triggers:read")
  .meta(rest("GET /deliveries/{id}", "Get a delivery", { unversioned: true }))
  .input(DeliveryRef)
  .output(DeliveryView)
  .query(async ({ ctx, input }) => deliveryOf(ctx.caller, await readDelivery(ctx.db, ctx.reach, input.id)));
