import { hashPassword } from "@stowage/auth/passwords";
import { ChangePassword, PasswordChanged } from "@stowage/contract/accounts";
import type { Transaction } from "@stowage/db/prepared";
import { users } from "@stowage/db/schema/identity";
import { and, eq, sql } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { requireRecentSignIn } from "../../gate/recent-sign-in.ts";
import { sessionCookie } from "../../gate/session-cookie.ts";
import { invalidField, unauthorized } from "../../problems.ts";
import type { PersonContext } from "../../trpc/context.ts";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { checkNewPassword } from "./policy.ts";
import { proved, provePassword, signInFailed, type UserRow } from "./store.ts";

/**
 * K60: changes the password. The person's other sessions end with it, and this one goes on under a new cookie.
 * @throws sign_in_failed  the current password is wrong
 * @throws validation_failed  the new one is a common one, or the same
 * @throws recent_sign_in_required  there is a second factor, and it was not asked for lately
 * @throws auth_throttled
 */
export const changePassword = sessionOnly()
  .meta(rest("POST /auth/password", "Change the password", { secret: true }))
  .input(ChangePassword)
  .output(PasswordChanged)
  .mutation(({ ctx, input }) => changeOwnPassword(ctx, input));

async function changeOwnPassword(ctx: PersonContext, input: ChangePassword) {
  const { deps, caller, call } = ctx;
  const { email } = caller.user;
  const user = await provePassword(ctx, { email, password: input.current_password });
  await proved(ctx, email);
  if (user.totp_enabled_at !== null) requireRecentSignIn(caller, deps.now());
  if (input.new_password.normalize("NFC") === input.current_password.normalize("NFC"))
    throw invalidField(
      "/new_password",
      "same_password",
      "This is the password that you have. Choose another.",
    );
  checkNewPassword("/new_password", input.new_password, email);
  const password_hash = await hashPassword(input.new_password);
  const { ended, renewed } = await ctx.db.transaction(async (tx) => {
    await writePassword(tx, ctx, user, password_hash);
    // After the user's row, so that a sign-in by the old password either is ended here or waits and fails.
    const count = await deps.sessions.endAllOfUser(user.id, caller.session_id, tx);
    return { ended: count, renewed: await deps.sessions.replaceToken(tx, caller.session_id) };
  });
  if (!renewed) throw unauthorized("session_expired", "Your password was changed. Sign in with the new one.");
  const cookie = sessionCookie(deps.publicUrl(), renewed.token, renewed.expires_at);
  call.exchange.setHeader("set-cookie", cookie);
  return { ended_sessions: ended };
}

/** @throws sign_in_failed  another change came first, so the current password was not that any more */
async function writePassword(
  tx: Transaction,
  { deps }: PersonContext,
  { id, password_hash: proved }: UserRow,
  password_hash: string,
): Promise<void> {
  const changed = await tx
    .update(users)
    .set({ password_hash, updated_at: instantNow(deps), version: sql`${users.version} + 1` })
    .where(and(eq(users.id, id), eq(users.password_hash, proved)))
    .returning({ id: users.id });
  if (changed.length === 0) throw signInFailed("The current password is wrong.");
}
