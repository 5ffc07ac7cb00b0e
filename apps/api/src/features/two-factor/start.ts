import { newTotpSecret, totpUri } from "@stowage/auth/totp";
import { TwoFactorStart } from "@stowage/contract/two-factor";
import { requireRecentSignIn } from "../../gate/recent-sign-in.ts";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { keepPendingSecret } from "./store.ts";

/**
 * K62: makes the secret for an authenticator app; it counts once `enable` was given a code of it. Starting again makes
 * another.
 * @throws recent_sign_in_required
 * @throws conflict  it is set up already
 */
export const start = sessionOnly()
  .meta(rest("POST /auth/two-factor/start", "Begin to set up a second factor", { secret: true }))
  .output(TwoFactorStart)
  .mutation(async ({ ctx }) => {
    requireRecentSignIn(ctx.caller, ctx.deps.now());
    const secret = newTotpSecret();
    await keepPendingSecret(ctx, secret);
    return { secret, otpauth_uri: totpUri(secret, ctx.caller.user.email) };
  });
