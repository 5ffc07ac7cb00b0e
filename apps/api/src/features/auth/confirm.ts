import { ConfirmSession, SessionConfirmed } from "@stowage/contract/accounts";
import { instantNow } from "../../deps.ts";
import { recentUntil } from "../../gate/recent-sign-in.ts";
import { unauthorized } from "../../problems.ts";
import type { PersonContext } from "../../trpc/context.ts";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { proveSecondFactor } from "../two-factor/store.ts";
import { proved, provePassword } from "./store.ts";

/**
 * K62: proves the person once more, so that what is delicate may be done for 15 minutes.
 * @throws sign_in_failed, two_factor_required, auth_throttled
 */
export const confirm = sessionOnly()
  .meta(rest("POST /auth/confirm", "Confirm with the password"))
  .input(ConfirmSession)
  .output(SessionConfirmed)
  .mutation(({ ctx, input }) => confirmSession(ctx, input));

async function confirmSession(ctx: PersonContext, { password, code }: ConfirmSession) {
  const { deps, caller } = ctx;
  const { email } = caller.user;
  const user = await provePassword(ctx, { email, password });
  await proveSecondFactor(ctx, user, code);
  await proved(ctx, email);
  const recent_until = recentUntil(instantNow(deps));
  if (!(await deps.sessions.confirm(caller.session_id)))
    throw unauthorized("session_expired", "Your session has ended. Sign in again.");
  return { recent_until };
}
