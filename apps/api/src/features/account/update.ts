import { raiseKeyEpochs } from "@stowage/auth/key-store";
import { Account, UpdateAccount } from "@stowage/contract/accounts";
import { users } from "@stowage/db/schema/identity";
import { eq, sql } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import type { PersonContext } from "../../trpc/context.ts";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { changesOf } from "../../writes/changes.ts";
import { announceEpochs } from "../api-keys/store.ts";
import { getAccount, keysNaming } from "./store.ts";

/** Changes the person's name or time zone. Keys that name them have the new name from the next request on. */
export const update = sessionOnly()
  .meta(rest("PATCH /auth/account", "Change the own account"))
  .input(UpdateAccount)
  .output(Account)
  .mutation(({ ctx, input }) => updateAccount(ctx, input));

async function updateAccount(ctx: PersonContext, input: UpdateAccount): Promise<Account> {
  const { deps, caller } = ctx;
  const { id } = caller.user;
  const { account, raised } = await ctx.db.transaction(async (tx) => {
    const before = await getAccount(tx, id);
    const { values, changes, isEmpty } = changesOf(before, input);
    if (isEmpty) return { account: before, raised: [] };
    const epochs = "name" in changes ? await raiseKeyEpochs(tx, { keyIds: await keysNaming(tx, id) }) : [];
    await tx
      .update(users)
      .set({ ...values, updated_at: instantNow(deps), version: sql`${users.version} + 1` })
      .where(eq(users.id, id));
    return { account: await getAccount(tx, id), raised: epochs };
  });
  announceEpochs(deps, raised);
  return account;
}
