import { TwoFactorState } from "@stowage/contract/two-factor";
import { users } from "@stowage/db/schema/identity";
import { and, eq, isNotNull } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { requireRecentSignIn } from "../../gate/recent-sign-in.ts";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { NO_FACTOR, notEnabled } from "./store.ts";

/**
 * K62: turns the second factor off; its secret and the recovery codes are gone.
 * @throws recent_sign_in_required
 * @throws conflict  there is none
 */
export const disable = sessionOnly()
  .meta(rest("POST /auth/two-factor/disable", "Turn the second factor off"))
  .output(TwoFactorState)
  .mutation(async ({ ctx: { db, deps, caller } }) => {
    requireRecentSignIn(caller, deps.now());
    const disabled = await db
      .update(users)
      .set({ ...NO_FACTOR, updated_at: instantNow(deps) })
      .where(and(eq(users.id, caller.user.id), isNotNull(users.totp_enabled_at)))
      .returning({ id: users.id });
    if (disabled.length === 0) throw notEnabled();
    return { is_enabled: false, recovery_codes_left: 0 };
  });
