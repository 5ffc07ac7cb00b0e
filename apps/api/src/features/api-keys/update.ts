import { type KeyEpoch, raiseKeyEpochs } from "@stowage/auth/key-store";
import { ApiKey, UpdateApiKey } from "@stowage/contract/api-keys";
import { missingScopes } from "@stowage/contract/scopes";
import { api_keys } from "@stowage/db/schema/api-keys";
import { and, eq, sql } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { changesOf } from "../../writes/changes.ts";
import { checkAlive, checkExpiry, checkRaise, isLater } from "./policy.ts";
import { announceEpochs, apiKeyColumns, apiKeyOf, lockApiKey, visibleTo } from "./store.ts";

/**
 * Changes a key; its secret stays. Fields that are not sent stay.
 * @throws not_found
 * @throws conflict  the key has expired or was revoked
 * @throws session_required  a key would give a key more than it has
 * @throws escalation_denied  the person lacks an added scope
 * @throws expiry_out_of_range
 */
export const update = scoped("api-keys:manage")
  .meta(rest("PATCH /api-keys/{id}", "Change, disable or enable an API key"))
  .input(UpdateApiKey)
  .output(ApiKey)
  .mutation(async ({ ctx, input }) => {
    const { key, raised } = await updateApiKey(ctx, input);
    announceEpochs(ctx.deps, raised);
    return key;
  });

function updateApiKey(ctx: ScopedContext, { id, active, ...sent }: UpdateApiKey) {
  const { deps, caller } = ctx;
  const now = instantNow(deps);
  return ctx.db.transaction(async (tx): Promise<{ key: ApiKey; raised: KeyEpoch[] }> => {
    const before = await lockApiKey(tx, id, visibleTo(caller));
    checkAlive(before, deps.now());
    const patch = { ...sent, ...(active !== undefined && { disabled_at: disabledAt(before, active, now) }) };
    const { values, changes, isEmpty } = changesOf(before, patch);
    if (isEmpty) return { key: apiKeyOf(before, deps.now()), raised: [] };
    const added = missingScopes(before.scopes, values.scopes ?? []);
    checkRaise(
      caller,
      added,
      values.expires_at !== undefined && isLater(values.expires_at, before.expires_at),
    );
    if (values.expires_at !== undefined) checkExpiry(values.expires_at, deps.now());
    const [row] = await tx
      .update(api_keys)
      .set({ ...values, updated_at: now, version: sql`${api_keys.version} + 1` })
      .where(and(visibleTo(caller), eq(api_keys.id, before.id)))
      .returning(apiKeyColumns);
    if (!row) throw new Error("the row is locked, so it is there");
    const raised = await raiseKeyEpochs(tx, { keyIds: [id] });
    await recordEvent(tx, ctx, { type: "api_key.updated", subject_id: id, subject_name: row.name, changes });
    return { key: apiKeyOf(row, deps.now()), raised };
  });
}

/** Disabling twice keeps the first time. */
function disabledAt(before: { disabled_at: string | null }, active: boolean, now: string): string | null {
  return active ? null : (before.disabled_at ?? now);
}
