import type { ApiKeyAlert } from "@stowage/contract/api-keys";
import type { Environment } from "@stowage/contract/environments";
import type { Plan, RateLimitPair } from "@stowage/contract/limits";
import type { Role } from "@stowage/contract/roles";
import type { Scope } from "@stowage/contract/scopes";
import type { Db } from "@stowage/db/open-database";
import { prepared, type Transaction } from "@stowage/db/prepared";
import { quick } from "@stowage/db/quick";
import { api_key_secrets, api_keys } from "@stowage/db/schema/api-keys";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { isMacKnown, keyByMac } from "./key-by-mac.ts";
import type { KeyFormat } from "./key-format.ts";
import { hashKey, keyMac } from "./key-hash.ts";
import type { Peppers } from "./pepper.ts";
import type { RandomSource } from "./random-source.ts";

/** Where raised epochs are announced, as `key_…:7`. */
export const KEY_CHANNEL = "stowage_keys";

/** The user whose rights a key uses. */
export interface KeySubject {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly is_instance_admin: boolean;
  readonly is_disabled: boolean;
}

/**
 * All that authenticating a call needs to know of a key, as the database had it at `epoch`. No secret is in it.
 * It is cached: `last_used_at` and `last_used_ip` may be old, everything else is guarded by the epoch.
 */
export interface KeyRecord {
  readonly id: string;
  readonly organization_id: string;
  readonly organization_name: string;
  readonly plan: Plan;
  /** What the organization's custom plan allows each key; null for what `plan` says. */
  readonly custom_rate_limit: RateLimitPair | null;
  readonly workspace_id: string;
  readonly environment: Environment;
  readonly name: string;
  readonly description: string;
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  readonly created_by: string | null;
  readonly maker_name: string | null;
  readonly acts_as: string;
  readonly subject: KeySubject;
  /** The subject's role in the key's organization; null once they are no longer a member. */
  readonly role: Role | null;
  readonly location_ids: readonly string[] | null;
  readonly allowed_cidrs: readonly string[] | null;
  readonly rate_limit: Partial<RateLimitPair> | null;
  readonly auto_renew: boolean;
  readonly created_at: string;
  readonly expires_at: string | null;
  readonly disabled_at: string | null;
  readonly rotated_at: string | null;
  readonly rotation_started_at: string | null;
  readonly rotation_ends_at: string | null;
  readonly rotation_grace_seconds: number | null;
  readonly muted_alerts: readonly ApiKeyAlert[];
  readonly revoked_at: string | null;
  readonly revocation_reason: string | null;
  readonly last_used_at: string | null;
  readonly last_used_ip: string | null;
  readonly epoch: number;
  readonly secret_id: string;
  /** When the presented secret ends because another one replaces it; null for the key's current secret. */
  readonly secret_ends_at: string | null;
  /** Null for a rotation's new secret that waits for its first use. */
  readonly secret_activated_at: string | null;
}

/** A key's MAC by each pepper that is accepted. */
export interface KeyMacs {
  readonly current: string;
  readonly previous: string | null;
}

/** A secret's row and the key it opens. `mac` and `phc` stay inside this package. */
export interface FoundKey {
  readonly mac: string;
  readonly phc: string;
  readonly key: KeyRecord;
}

/** A new secret with what is stored of it; `key` itself is shown once and kept nowhere. */
export interface NewKeySecret {
  readonly key: string;
  readonly prefix: string;
  readonly mac: string;
  readonly phc: string;
}

/** Which keys a change touches: some by id, all that act as a user (in one organization), all of an organization. */
export type KeySelection =
  | { readonly keyIds: readonly string[] }
  | { readonly actsAs: string; readonly organizationId?: string | undefined }
  | { readonly organizationId: string };

export interface KeyEpoch {
  readonly id: string;
  readonly epoch: number;
}

/** Mints a secret and hashes it for storage. Costs one Argon2id run. */
export async function newKeySecret(options: {
  readonly format: KeyFormat;
  readonly peppers: Peppers;
  readonly environment: Environment;
  readonly randomBytes?: RandomSource;
}): Promise<NewKeySecret> {
  const { format, peppers, environment, randomBytes } = options;
  const key = format.mint(environment, randomBytes);
  const prefix = format.displayPrefix(key);
  return { key, prefix, mac: keyMac(peppers.current, key), phc: await hashKey(key) };
}

/**
 * The key that a MAC opens, with its organization, subject, role and maker, or null. By the unique index on `mac`: a quick
 * read, and another statement only if that found a secret. A key whose workspace is not its organization's, or of the other environment, is not found.
 */
export async function findKeyByMac(db: Db, { current, previous }: KeyMacs): Promise<FoundKey | null> {
  const macs = { current, previous: previous ?? current };
  if (!(await isMacKnown(quick(db), macs))) return null;
  const [row] = await keyByMac(db).execute(macs);
  if (!row) return null;
  const { mac, phc, key, ...joined } = row;
  return { mac, phc, key: { ...key, ...joined } };
}

/** A key's epoch as the database has it, or null when there is no such key. One prepared read by primary key. */
export async function keyEpoch(db: Db, id: string): Promise<number | null> {
  const query = prepared(db, "key_epoch", (on) =>
    on
      .select({ epoch: api_keys.epoch })
      .from(api_keys)
      .where(eq(api_keys.id, sql.placeholder("id"))),
  );
  const [row] = await query.execute({ id });
  return row?.epoch ?? null;
}

/** Files a secret under another MAC: the current pepper's, once the previous one found it (K5). */
export async function replaceMac(db: Db, secretId: string, mac: string): Promise<void> {
  await db.update(api_key_secrets).set({ mac }).where(eq(api_key_secrets.id, secretId));
}

/**
 * Raises the epochs of the selected keys, and announces them on {@link KEY_CHANNEL} when the transaction commits.
 * Call it in the transaction of every write that could end or narrow a key, and let the verifier `hear` what it
 * gives after the commit and before the answer. Dead keys are selected too: the same transaction may just have
 * ended them. Rows are locked in the order of their ids, so that two of these cannot deadlock.
 */
export async function raiseKeyEpochs(tx: Transaction, selection: KeySelection): Promise<KeyEpoch[]> {
  if ("keyIds" in selection && selection.keyIds.length === 0) return [];
  const chosen = tx
    .select({ id: api_keys.id })
    .from(api_keys)
    .where(within(selection))
    .orderBy(api_keys.id)
    .for("update");
  const raised = await tx
    .update(api_keys)
    .set({ epoch: sql`${api_keys.epoch} + 1` })
    .where(inArray(api_keys.id, chosen))
    .returning({ id: api_keys.id, epoch: api_keys.epoch });
  if (raised.length > 0) await announce(tx, raised);
  return raised;
}

function within(selection: KeySelection): SQL | undefined {
  if ("keyIds" in selection) return inArray(api_keys.id, [...selection.keyIds]);
  const { organizationId } = selection;
  const ofOrganization =
    organizationId === undefined ? undefined : eq(api_keys.organization_id, organizationId);
  return "actsAs" in selection ? and(eq(api_keys.acts_as, selection.actsAs), ofOrganization) : ofOrganization;
}

async function announce(tx: Transaction, raised: readonly KeyEpoch[]): Promise<void> {
  const notices = JSON.stringify(raised.map(({ id, epoch }) => `${id}:${epoch}`));
  await tx.execute(
    sql`select pg_notify(${KEY_CHANNEL}, notice) from json_array_elements_text(${notices}::json) as notice`,
  );
}
