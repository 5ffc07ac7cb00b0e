import { totpStep } from "@stowage/auth/totp";
import type { Db } from "@stowage/db/open-database";
import { users } from "@stowage/db/schema/identity";
import { and, arrayOverlaps, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { type Deps, instantNow } from "../../deps.ts";
import { conflict, unauthorized } from "../../problems.ts";
import type { OpenContext, PersonContext } from "../../trpc/context.ts";

/** What an account has of a second factor. */
export interface Factor {
  id: string;
  totp_sealed: string | null;
  totp_enabled_at: string | null;
  totp_last_step: number | null;
}

/** What a user's secret is sealed for, so that it opens as theirs alone. */
const totpPurpose = (user_id: string) => `totp:${user_id}`;

/** The columns of an account without a second factor. */
export const NO_FACTOR = {
  totp_sealed: null,
  totp_enabled_at: null,
  totp_last_step: null,
  recovery_code_macs: [],
};

export const notEnabled = () => conflict("There is no second factor. Set one up first.");

/** The second factor of the person who calls. */
export async function ownFactor({ db, caller }: PersonContext) {
  const [factor] = await db
    .select({
      id: users.id,
      email: users.email,
      totp_sealed: users.totp_sealed,
      totp_enabled_at: users.totp_enabled_at,
      totp_last_step: users.totp_last_step,
      recovery_codes_left: sql<number>`cardinality(${users.recovery_code_macs})`,
    })
    .from(users)
    .where(eq(users.id, caller.user.id));
  if (!factor) throw new Error("a session has its user");
  return factor;
}

/** Keeps a secret that waits for its first code. @throws conflict  a second factor is set up already */
export async function keepPendingSecret({ db, deps, caller }: PersonContext, secret: string): Promise<void> {
  const { id } = caller.user;
  const kept = await db
    .update(users)
    .set({ totp_sealed: deps.sealer.seal(secret, totpPurpose(id)), totp_last_step: null })
    .where(and(eq(users.id, id), isNull(users.totp_enabled_at)))
    .returning({ id: users.id });
  if (kept.length === 0) throw conflict("A second factor is set up already. Turn it off first.");
}

/** The step of a right code of the authenticator app; null for a wrong one. */
export function stepOf(deps: Pick<Deps, "sealer" | "now">, factor: Factor, code: string): number | null {
  const { id, totp_sealed, totp_last_step: lastStep } = factor;
  const secret = totp_sealed === null ? null : deps.sealer.open(totp_sealed, totpPurpose(id));
  return secret === null ? null : totpStep({ secret, code, nowMs: deps.now(), lastStep });
}

/**
 * K62: the second step of proving a person; nothing to prove without a second factor. Wrong codes are counted for the
 * account, from wherever they come.
 * @throws two_factor_required  there was no code
 * @throws sign_in_failed, auth_throttled
 */
export async function proveSecondFactor(
  { deps, db }: OpenContext,
  factor: Factor,
  code: string | undefined,
): Promise<void> {
  if (factor.totp_enabled_at === null) return;
  if (code === undefined)
    throw unauthorized("two_factor_required", "Send a code of your authenticator app, or a recovery code.");
  deps.codeThrottle.begin(factor.id);
  const isTaken =
    code.length === 6
      ? await takeStep(deps, db, factor, code)
      : await takeRecovery(deps, db, factor.id, code);
  if (!isTaken) throw unauthorized("sign_in_failed", "This code is wrong, or was used before.");
  deps.codeThrottle.succeeded(factor.id);
}

/** Takes a code once: of parallel ones, the first to raise the step wins. */
async function takeStep(deps: Deps, db: Db, factor: Factor, code: string): Promise<boolean> {
  const step = stepOf(deps, factor, code);
  if (step === null) return false;
  const isLater = or(isNull(users.totp_last_step), lt(users.totp_last_step, step));
  const taken = await db
    .update(users)
    .set({ totp_last_step: step })
    .where(and(eq(users.id, factor.id), isNotNull(users.totp_enabled_at), isLater))
    .returning({ id: users.id });
  return taken.length > 0;
}

/** Takes a recovery code away: of parallel uses, the one that finds it there wins. */
async function takeRecovery(deps: Deps, db: Db, user_id: string, code: string): Promise<boolean> {
  const macs = deps.recoveryCodes.macsOf(user_id, code);
  const without = macs.reduce(
    (left, mac) => sql`array_remove(${left}, ${mac})`,
    sql`${users.recovery_code_macs}`,
  );
  const taken = await db
    .update(users)
    .set({ recovery_code_macs: without, updated_at: instantNow(deps) })
    .where(and(eq(users.id, user_id), arrayOverlaps(users.recovery_code_macs, macs)))
    .returning({ id: users.id });
  return taken.length > 0;
}
