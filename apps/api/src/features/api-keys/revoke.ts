import { ApiKeyRef, RevokedApiKey } from "@stowage/contract/api-keys";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { endApiKey, visibleTo } from "./store.ts";

/**
 * K40: ends a key for good. Revoking it again gives the same receipt. This server refuses the key from before the
 * answer is sent; the others within a second.
 * @throws not_found
 */
export const revoke = scoped("api-keys:manage", { isOwnAffair: true })
  .meta(rest("DELETE /api-keys/{id}", "Revoke an API key"))
  .input(ApiKeyRef)
  .output(RevokedApiKey)
  .mutation(({ ctx, input }) => endApiKey(ctx, input.id, visibleTo(ctx.caller)));
