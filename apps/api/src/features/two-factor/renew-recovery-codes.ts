import { RecoveryCodes } from "@stowage/contract/two-factor";
import { users } from "@stowage/db/schema/identity";
import { and, eq, isNotNull } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { requireRecentSignIn } from "../../gate/recent-sign-in.ts";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { notEnabled } from "./store.ts";

/**
 * K62: gives new recovery codes; the old ones open nothing any more.
 * @throws recent_sign_in_required
 * @throws conflict  there is no second factor
 */
export const renewRecoveryCodes = sessionOnly()
  .meta(rest("POST /auth/two-factor/recovery-codes", "Make new recovery codes", { secret: true }))
  .output(RecoveryCodes)
  .mutation(async ({ ctx: { db, deps, caller } }) => {
    requireRecentSignIn(caller, deps.now());
    const { codes, macs } = deps.recoveryCodes.make(caller.user.id);
    const renewed = await db
      .update(users)
      .set({ recovery_code_macs: macs, updated_at: instantNow(deps) })
      .where(and(eq(users.id, caller.user.id), isNotNull(users.totp_enabled_at)))
      .returning({ id: users.id });
    if (renewed.length === 0) throw notEnabled();
    return { recovery_codes: codes };
  });
