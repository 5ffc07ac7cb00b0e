import { raiseKeyEpochs } from "@stowage/auth/key-store";
import { ApiKeyRef, RevokedApiKey } from "@stowage/contract/api-keys";
import { api_keys } from "@stowage/db/schema/api-keys";
import { eq, sql } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { announceEpochs, lockApiKey } from "./store.ts";

/**
 * K40: ends a key for good. Revoking it again gives the same receipt. This server refuses the key from before the
 * answer is sent; the others within a second.
 * @throws not_found
 */
export const revoke = scoped("api-keys:manage")
  .meta(rest("DELETE /api-keys/{id}", "Revoke an API key"))
  .input(ApiKeyRef)
  .output(RevokedApiKey)
  .mutation(({ ctx, input }) => revokeApiKey(ctx, input.id));

async function revokeApiKey(ctx: ScopedContext, id: string): Promise<RevokedApiKey> {
  const { receipt, raised } = await ctx.db.transaction(async (tx) => {
    const key = await lockApiKey(tx, ctx.caller, id);
    if (key.revoked_at !== null) return { receipt: { id, revoked_at: key.revoked_at }, raised: [] };
    const revoked_at = instantNow(ctx.deps);
    await tx
      .update(api_keys)
      .set({ revoked_at, updated_at: revoked_at, version: sql`${api_keys.version} + 1` })
      .where(eq(api_keys.id, key.id));
    const epochs = await raiseKeyEpochs(tx, { keyIds: [id] });
    await recordEvent(tx, ctx, { type: "api_key.revoked", subject_id: id, subject_name: key.name });
    return { receipt: { id, revoked_at }, raised: epochs };
  });
  announceEpochs(ctx.deps, raised);
  return receipt;
}
