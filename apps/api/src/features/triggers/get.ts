import { Trigger, TriggerRef } from "@stowage/contract/triggers";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { readTrigger, triggerOf } from "./store.ts";

/**
 * One trigger, with its conditions and actions; the secrets of its webhooks are left out.
 * @throws not_found  not in the caller's workspace, or the key is bound to places
 */
export const get = scoped("triggers:read")
  .meta(rest("GET /triggers/{id}", "Get a trigger", { unversioned: true }))
  .input(TriggerRef)
  .output(Trigger)
  .query(async ({ ctx, input }) => triggerOf(ctx, await readTrigger(ctx.db, ctx.reach, input.id)));
