import { raiseKeyEpochs } from "@stowage/auth/key-store";
import { ApiKey, ApiKeyRef } from "@stowage/contract/api-keys";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import { endOldSecret } from "../../rotation/secrets.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { announceEpochs, apiKeyOf, lockRotation, readApiKey, visibleTo } from "./store.ts";

/**
 * K42: ends the old secret now. A new one that was still waiting for its first use is the key's own from here on.
 * @throws not_found
 * @throws conflict  no rotation goes on, or the key has ended
 */
export const finishRotation = scoped("api-keys:manage")
  .meta(rest("POST /api-keys/{id}/rotation/finish", "End the old secret of a rotation"))
  .input(ApiKeyRef)
  .output(ApiKey)
  .mutation(({ ctx, input }) => finish(ctx, input.id));

async function finish(ctx: ScopedContext, id: string): Promise<ApiKey> {
  const { deps, caller } = ctx;
  const within = visibleTo(caller);
  const { row, raised } = await ctx.db.transaction(async (tx) => {
    const { key, secrets } = await lockRotation(tx, ctx, id);
    const now = instantNow(deps);
    await endOldSecret(tx, secrets, { api_key_id: id, within, now, ends_at: now });
    const epochs = await raiseKeyEpochs(tx, { keyIds: [id] });
    const event = { type: "api_key.rotation_finished", subject_id: id, subject_name: key.name } as const;
    await recordEvent(tx, { ...ctx, workspace_id: key.workspace_id }, event);
    return { row: await readApiKey(tx, id, within), raised: epochs };
  });
  announceEpochs(deps, raised);
  return apiKeyOf(row, deps.now());
}
