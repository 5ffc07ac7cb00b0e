import { SessionState, SignIn } from "@stowage/contract/accounts";
import type { OpenContext } from "../../trpc/context.ts";
import { open } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { proveSecondFactor } from "../two-factor/store.ts";
import { openSession, proved, provePassword, sessionState } from "./store.ts";

/**
 * Signs a person in and sets the session cookie. An unknown account takes as long as a wrong password and answers the
 * same; that an account has a second factor is told to whoever knows its password.
 * @throws sign_in_failed, two_factor_required, auth_throttled
 */
export const signIn = open()
  .meta(rest("POST /auth/sign-in", "Sign in", { secret: true }))
  .input(SignIn)
  .output(SessionState)
  .mutation(({ ctx, input }) => signInPerson(ctx, input));

async function signInPerson(ctx: OpenContext, { email, password, code }: SignIn): Promise<SessionState> {
  const user = await provePassword(ctx, { email, password });
  await proveSecondFactor(ctx, user, code);
  await proved(ctx, email);
  const { id, name, is_instance_admin, password_hash } = user;
  const session = await openSession(ctx, { id, email, name, is_instance_admin, password_hash });
  return sessionState(ctx.db, ctx.deps, session);
}
