import { raiseKeyEpochs } from "@stowage/auth/key-store";
import { ApiKey, ApiKeyRef } from "@stowage/contract/api-keys";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import type { Caller } from "../../gate/caller.ts";
import { checkMayActAs } from "../../grants/subject.ts";
import { ProblemError } from "../../problems.ts";
import { takeNewSecretBack } from "../../rotation/secrets.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { announceEpochs, apiKeyOf, lockRotation, readApiKey, visibleTo } from "./store.ts";

/**
 * K42: ends the new secret for good; the old one goes on without end.
 * @throws not_found
 * @throws conflict  no rotation goes on, as when the old secret has ended, or the key has ended
 * @throws session_required  a key would prolong a secret that has an end
 * @throws escalation_denied  it acts as somebody else, and the caller is no admin or below them
 */
export const cancelRotation = scoped("api-keys:manage")
  .meta(rest("POST /api-keys/{id}/rotation/cancel", "Take the new secret of a rotation back"))
  .input(ApiKeyRef)
  .output(ApiKey)
  .mutation(({ ctx, input }) => cancel(ctx, input.id));

async function cancel(ctx: ScopedContext, id: string): Promise<ApiKey> {
  const { deps, caller } = ctx;
  const within = visibleTo(caller);
  const { row, raised } = await ctx.db.transaction(async (tx) => {
    const { key, secrets } = await lockRotation(tx, ctx, id);
    checkMayProlong(caller, secrets.old);
    await checkMayActAs(tx, caller, key.acts_as);
    await takeNewSecretBack(tx, secrets, { key, within, now: instantNow(deps) });
    const epochs = await raiseKeyEpochs(tx, { keyIds: [id] });
    const event = { type: "api_key.rotation_cancelled", subject_id: id, subject_name: key.name } as const;
    await recordEvent(tx, { ...ctx, workspace_id: key.workspace_id }, event);
    return { row: await readApiKey(tx, id, within), raised: epochs };
  });
  announceEpochs(deps, raised);
  return apiKeyOf(row, deps.now());
}

/** Or whoever stole the secret that a rotation was to end could keep it. */
function checkMayProlong(caller: Caller, old: { ends_at: string | null }): void {
  if (caller.auth_method === "session" || old.ends_at === null) return;
  throw new ProblemError(
    "session_required",
    "The old secret's end is set, and only a signed-in person may take that back.",
  );
}
