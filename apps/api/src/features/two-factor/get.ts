import { TwoFactorState } from "@stowage/contract/two-factor";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { ownFactor } from "./store.ts";

/** K62: whether a second factor is needed to sign in. */
export const get = sessionOnly()
  .meta(rest("GET /auth/two-factor", "Tell whether a second factor is set up"))
  .output(TwoFactorState)
  .query(async ({ ctx }) => {
    const { totp_enabled_at, recovery_codes_left } = await ownFactor(ctx);
    return { is_enabled: totp_enabled_at !== null, recovery_codes_left };
  });
