import { verifyPassword } from "@stowage/auth/passwords";
import { SessionState, SignIn } from "@stowage/contract/accounts";
import { users } from "@stowage/db/schema/identity";
import { eq } from "drizzle-orm";
import { sessionCookie } from "../../gate/session-cookie.ts";
import { unauthorized } from "../../problems.ts";
import type { OpenContext } from "../../trpc/context.ts";
import { open } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { sessionState } from "./store.ts";

/**
 * Signs a person in and sets the session cookie. An unknown account takes as long as a wrong password and answers the
 * same.
 * @throws sign_in_failed, auth_throttled
 */
export const signIn = open()
  .meta(rest("POST /auth/sign-in", "Sign in", { secret: true }))
  .input(SignIn)
  .output(SessionState)
  .mutation(({ ctx, input }) => signInPerson(ctx, input));

async function signInPerson(ctx: OpenContext, { email, password }: SignIn): Promise<SessionState> {
  const { deps, call } = ctx;
  const { exchange } = call;
  await deps.signInThrottle.begin(email, exchange.ip);
  const [user] = await ctx.db.select().from(users).where(eq(users.email, email));
  const isRight = await verifyPassword(user?.password_hash ?? null, password);
  if (!user || !isRight || user.disabled_at !== null)
    throw unauthorized("sign_in_failed", "The e-mail address or the password is wrong.");
  await deps.signInThrottle.succeeded(email, exchange.ip);
  const { token, expires_at } = await deps.sessions.create(user.id, {
    ip: exchange.ip,
    userAgent: exchange.user_agent,
  });
  exchange.setHeader("set-cookie", sessionCookie(deps.publicUrl(), token, expires_at));
  const { id, name, is_instance_admin } = user;
  return sessionState(ctx.db, deps, { user: { id, email, name, is_instance_admin }, expires_at });
}
