import { EnableTwoFactor, RecoveryCodes } from "@stowage/contract/two-factor";
import { users } from "@stowage/db/schema/identity";
import { and, eq, isNull } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { requireRecentSignIn } from "../../gate/recent-sign-in.ts";
import { conflict, invalidField } from "../../problems.ts";
import type { PersonContext } from "../../trpc/context.ts";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { ownFactor, stepOf } from "./store.ts";

/**
 * K62: turns the second factor on, and gives the recovery codes. They are kept as MACs, so nothing shows them again.
 * @throws recent_sign_in_required
 * @throws conflict  it is on already, or was not started
 * @throws validation_failed  the code is wrong
 */
export const enable = sessionOnly()
  .meta(rest("POST /auth/two-factor/enable", "Turn the second factor on", { secret: true }))
  .input(EnableTwoFactor)
  .output(RecoveryCodes)
  .mutation(({ ctx, input }) => enableFactor(ctx, input.code));

async function enableFactor(ctx: PersonContext, code: string) {
  const { deps, caller } = ctx;
  requireRecentSignIn(caller, deps.now());
  const factor = await ownFactor(ctx);
  if (factor.totp_enabled_at !== null || factor.totp_sealed === null) throw notStarted();
  const totp_last_step = stepOf(deps, factor, code);
  if (totp_last_step === null)
    throw invalidField(
      "/code",
      "wrong_code",
      "This code is wrong. Look at the clock of your device, and try the next.",
    );
  const { codes, macs } = deps.recoveryCodes.make(factor.id);
  const now = instantNow(deps);
  const isThis = and(
    eq(users.id, factor.id),
    eq(users.totp_sealed, factor.totp_sealed),
    isNull(users.totp_enabled_at),
  );
  const enabled = await ctx.db
    .update(users)
    .set({ totp_enabled_at: now, totp_last_step, recovery_code_macs: macs, updated_at: now })
    .where(isThis)
    .returning({ id: users.id });
  if (enabled.length === 0) throw notStarted();
  return { recovery_codes: codes };
}

const notStarted = () => conflict("Nothing waits for a code: it is on already, or was not started.");
