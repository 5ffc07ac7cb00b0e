import { findKeyOfText } from "@stowage/auth/key-of-text";
import { type KeyEpoch, type KeyRecord, raiseKeyEpochs } from "@stowage/auth/key-store";
import type { Transaction } from "@stowage/db/prepared";
import { api_key_secrets, api_keys } from "@stowage/db/schema/api-keys";
import { and, eq, sql } from "drizzle-orm";
import { type Deps, instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import { notifyKeyPeople } from "../../notices/notify-key-people.ts";

const REASON = "reported as leaked";

/**
 * Revokes the key that a text is a secret of, of whatever organization, unless the key was revoked or the secret has
 * ended already. That the text has a stored MAC proves it, so nothing is hashed.
 */
export async function revokeLeakedKey(deps: Deps, text: string, ip: string): Promise<void> {
  const key = await findKeyOfText(deps.database.db, { format: deps.keyFormat, peppers: deps.peppers }, text);
  if (key === null) return;
  const raised = await deps.database.db.transaction((tx) => revoke(tx, deps, key, ip));
  for (const { id, epoch } of raised) deps.keys.hear(id, epoch);
}

async function revoke(tx: Transaction, deps: Deps, key: KeyRecord, ip: string): Promise<KeyEpoch[]> {
  const { id, name, organization_id, workspace_id } = key;
  const ofTenant = and(eq(api_keys.id, id), eq(api_keys.organization_id, organization_id));
  const [locked] = await tx
    .select({ revoked_at: api_keys.revoked_at, secret_ends_at: api_key_secrets.ends_at })
    .from(api_keys)
    .innerJoin(api_key_secrets, eq(api_key_secrets.api_key_id, api_keys.id))
    .where(and(ofTenant, eq(api_key_secrets.id, key.secret_id)))
    .for("update", { of: api_keys });
  if (!locked || locked.revoked_at !== null || hasPassed(locked.secret_ends_at, deps.now())) return [];
  const revoked_at = instantNow(deps);
  await tx
    .update(api_keys)
    .set({
      revoked_at,
      revocation_reason: REASON,
      updated_at: revoked_at,
      version: sql`${api_keys.version} + 1`,
    })
    .where(ofTenant);
  const raised = await raiseKeyEpochs(tx, { keyIds: [id] });
  const event = { type: "api_key.revoked", subject_id: id, subject_name: name } as const;
  const data = { reason: REASON };
  const event_seq = await recordEvent(tx, { deps, workspace_id, ip }, { ...event, data });
  await notifyKeyPeople(tx, deps, { api_key_id: id, type: event.type, event_seq, ...wordsOf(key, ip) });
  return raised;
}

function wordsOf({ name, prefix }: KeyRecord, ip: string) {
  return {
    title: `${name} was reported as leaked and is revoked`,
    body:
      `Somebody at ${ip} reported the API key ${name} (${prefix}) with its whole secret, which only somebody who has it ` +
      "can. It was revoked at once and for good. Create another key for the program that uses it, and find out where it was found.",
  };
}

function hasPassed(instant: string | null, nowMs: number): boolean {
  return instant !== null && Date.parse(instant) <= nowMs;
}
