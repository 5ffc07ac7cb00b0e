import { raiseKeyEpochs } from "@stowage/auth/key-store";
import { InstanceUser, UpdateInstanceUser } from "@stowage/contract/instance-users";
import { users } from "@stowage/db/schema/identity";
import { eq, sql } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { requireRecentSignIn } from "../../gate/recent-sign-in.ts";
import { conflict, notFound } from "../../problems.ts";
import type { PersonContext } from "../../trpc/context.ts";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { announceEpochs } from "../api-keys/store.ts";
import { getInstanceUser } from "./store.ts";

/**
 * K24: disables an account of this instance, or enables it again. The person's sessions end, and keys that act as them
 * are refused for as long as it lasts: by this server from before the answer is sent, by the others within a second.
 * @throws not_found  there is no such account, or the caller is not the instance's admin
 * @throws recent_sign_in_required
 * @throws conflict  it is the caller's own
 */
export const update = sessionOnly()
  .meta(rest("PATCH /instance/users/{id}", "Disable or enable an account"))
  .input(UpdateInstanceUser)
  .output(InstanceUser)
  .mutation(({ ctx, input }) => updateInstanceUser(ctx, input));

async function updateInstanceUser(ctx: PersonContext, input: UpdateInstanceUser): Promise<InstanceUser> {
  const { deps, caller } = ctx;
  const { id, active } = input;
  if (!caller.user.is_instance_admin) throw notFound("user", id);
  requireRecentSignIn(caller, deps.now());
  const { user, raised } = await ctx.db.transaction(async (tx) => {
    const before = await getInstanceUser(tx, id);
    if (active === undefined || active === before.is_active) return { user: before, raised: [] };
    if (id === caller.user.id) throw conflict("You cannot disable your own account.");
    const epochs = await raiseKeyEpochs(tx, { actsAs: id });
    const now = instantNow(deps);
    await tx
      .update(users)
      .set({ disabled_at: active ? null : now, updated_at: now, version: sql`${users.version} + 1` })
      .where(eq(users.id, id));
    if (!active) await deps.sessions.endAllOfUser(id, undefined, tx);
    return { user: { ...before, is_active: active }, raised: epochs };
  });
  announceEpochs(deps, raised);
  // Once more: a key that was being made meanwhile could not be found before, and may be remembered as it was.
  if (active !== undefined)
    announceEpochs(deps, await ctx.db.transaction((tx) => raiseKeyEpochs(tx, { actsAs: id })));
  deps.log.info(
    { user_id: id, is_active: user.is_active, by: caller.user.id },
    "account disabled or enabled",
  );
  return user;
}
