import { type KeyEpoch, raiseKeyEpochs } from "@stowage/auth/key-store";
import type { Transaction } from "@stowage/db/prepared";
import { api_keys } from "@stowage/db/schema/api-keys";
import { and, eq } from "drizzle-orm";
import { type Deps, instantNow } from "../deps.ts";
import { type EventSource, recordEvent } from "../events.ts";
import type { KeyCaller } from "../gate/caller.ts";
import { graceEnd } from "./rotating.ts";
import { endOldSecret, livingSecretsUnscoped } from "./secrets.ts";

/**
 * K42: the first use of a rotation's new secret makes it the key's own and begins the old one's grace; once, however
 * many first uses there are, here and on other servers. What this server knew of the key is out of date from then on,
 * so the caller must be authenticated again: the rotation may as well have been cancelled meanwhile.
 */
export async function activateSecret(
  deps: Deps,
  source: Pick<EventSource, "call"> & { caller: KeyCaller },
): Promise<void> {
  const { id, epoch } = await deps.database.db.transaction((tx) => activated(tx, { deps, ...source }));
  deps.keys.hear(id, epoch);
}

async function activated(
  tx: Transaction,
  source: Pick<EventSource, "deps" | "call"> & { caller: KeyCaller },
): Promise<KeyEpoch> {
  const { deps, caller } = source;
  const { id, organization_id, secret_id, workspace_id } = caller.key;
  const within = and(eq(api_keys.id, id), eq(api_keys.organization_id, organization_id));
  const [key] = await tx.select().from(api_keys).where(within).for("update");
  if (!key) throw new Error(`${id} is gone`);
  const now = instantNow(deps);
  const secrets = await livingSecretsUnscoped(tx, id, now);
  const isWaiting = secrets.own.id === secret_id && secrets.own.activated_at === null;
  if (!isWaiting || key.revoked_at !== null || key.disabled_at !== null) return key;
  const grace_seconds = key.rotation_grace_seconds ?? 0;
  const ends_at = graceEnd(deps.now(), grace_seconds, key.expires_at);
  await endOldSecret(tx, secrets, { api_key_id: id, within, now, ends_at });
  const [raised] = await raiseKeyEpochs(tx, { keyIds: [id] });
  if (!raised) throw new Error("the row is locked, so it is there");
  const data = { grace_seconds, old_secret_ends_at: ends_at };
  const event = { type: "api_key.rotation_activated", subject_id: id, subject_name: key.name, data } as const;
  await recordEvent(tx, { ...source, workspace_id }, event);
  return raised;
}
