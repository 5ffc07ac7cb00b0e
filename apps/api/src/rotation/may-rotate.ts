import { escalation } from "@stowage/auth/key-rights";
import type { ApiKey } from "@stowage/contract/api-keys";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { strayPlaces } from "../bounds/stray-places.ts";
import type { Caller, KeyCaller, SessionCaller } from "../gate/caller.ts";
import { requireRecentSignIn } from "../gate/recent-sign-in.ts";
import { excessOf, type KeyRights } from "../grants/excess.ts";
import { checkMayActAs } from "../grants/subject.ts";
import { ProblemError } from "../problems.ts";

type RotatedKey = Pick<ApiKey, "id" | "acts_as"> & KeyRights;

/**
 * K42: who rotates a key holds its new secret, so it must give them nothing that they lack. A key may always rotate
 * itself, and others of its own subject that are in no direction more than it; a person those of theirs and, as an admin,
 * those that act as somebody of no higher role.
 * @throws escalation_denied
 * @throws recent_sign_in_required  the key has `admin:*`
 */
export async function checkMayRotate(
  db: Db | Transaction,
  caller: Caller,
  key: RotatedKey,
  nowMs: number,
): Promise<void> {
  if (caller.auth_method === "session") return checkPersonMayRotate(db, caller, key, nowMs);
  if (caller.key.id !== key.id) await checkKeyMayRotate(db, caller, key);
}

async function checkPersonMayRotate(
  db: Db | Transaction,
  caller: SessionCaller,
  { scopes, acts_as }: RotatedKey,
  nowMs: number,
): Promise<void> {
  const missing = escalation(scopes, caller.scopes);
  if (missing.length > 0) throw denied(`It has ${missing.join(", ")}, which you do not have yourself.`);
  const subject = await checkMayActAs(db, caller, acts_as);
  if (subject === null && acts_as !== caller.user.id)
    throw denied("It acts as somebody who has no access at present.");
  if (scopes.includes("admin:*")) requireRecentSignIn(caller, nowMs);
}

async function checkKeyMayRotate(db: Db | Transaction, caller: KeyCaller, key: RotatedKey): Promise<void> {
  if (key.acts_as !== caller.user.id) throw denied("It acts as somebody else than the calling key does.");
  const inside = caller.key.location_ids;
  const stray =
    inside === null || key.location_ids === null
      ? []
      : await strayPlaces(db, caller.reach, key.location_ids, inside);
  const [excess] = excessOf(key, { ...caller.key, scopes: caller.scopes }, stray);
  if (excess !== undefined) throw denied(`It can ${excess}, which the calling key cannot.`);
}

function denied(reason: string): ProblemError {
  return new ProblemError("escalation_denied", `You cannot be given this key's secret. ${reason}`);
}
