import { z } from "zod";

/** A code of an authenticator app (6 digits), or one of the recovery codes. Spaces and hyphens do not count. */
export const SecondFactor = z
  .string()
  .max(40)
  .overwrite((text) => text.replace(/[\s-]/g, "").toLowerCase())
  .pipe(z.string().regex(/^(\d{6}|[a-z2-7]{16})$/, "Expected six digits, or a recovery code."));

/** Whether signing in asks for a second factor, and how many recovery codes are left. */
export const TwoFactorState = z
  .strictObject({ is_enabled: z.boolean(), recovery_codes_left: z.int().min(0) })
  .meta({ id: "TwoFactorState" });

/** What an authenticator app needs. It counts only once a first code was shown to be right. */
export const TwoFactorStart = z
  .strictObject({ secret: z.string(), otpauth_uri: z.string() })
  .meta({ id: "TwoFactorStart" });

export const EnableTwoFactor = z.strictObject({ code: SecondFactor });

/** Each opens the account once, in place of a code. They are shown this once. */
export const RecoveryCodes = z
  .strictObject({ recovery_codes: z.array(z.string()) })
  .meta({ id: "RecoveryCodes" });
