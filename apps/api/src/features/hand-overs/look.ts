import { HandOver, HandOverByCode } from "@stowage/contract/hand-overs";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { handOverOf, pendingHandOver } from "./store.ts";

/**
 * Who asks for a key under a code, and for what.
 * @throws not_found  unknown, decided or over: one answer
 * @throws auth_throttled  too many wrong codes
 */
export const look = sessionOnly()
  .meta(rest("POST /hand-overs/look", "Look at who asks for a key", { secret: true }))
  .input(HandOverByCode)
  .output(HandOver)
  .mutation(async ({ ctx, input }) => handOverOf(await pendingHandOver(ctx, input.user_code), ctx));
