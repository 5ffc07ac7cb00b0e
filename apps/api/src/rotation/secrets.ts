import type { ApiKey } from "@stowage/contract/api-keys";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { api_key_secrets, api_keys } from "@stowage/db/schema/api-keys";
import { and, eq, gt, isNull, or, type SQL, sql } from "drizzle-orm";

const secretColumns = {
  id: api_key_secrets.id,
  prefix: api_key_secrets.prefix,
  created_at: api_key_secrets.created_at,
  activated_at: api_key_secrets.activated_at,
  ends_at: api_key_secrets.ends_at,
  last_used_at: api_key_secrets.last_used_at,
  last_used_ip: api_key_secrets.last_used_ip,
  last_used_agent: api_key_secrets.last_used_agent,
  uses: api_key_secrets.uses,
};

/** A secret without what proves it. */
interface SecretRow {
  id: string;
  prefix: string | null;
  created_at: string;
  activated_at: string | null;
  ends_at: string | null;
  last_used_at: string | null;
  last_used_ip: string | null;
  last_used_agent: string | null;
  uses: number;
}

/** A key's secrets that work: its own, and while a rotation goes on the one that it replaces. */
export interface LivingSecrets {
  own: SecretRow;
  old: SecretRow | null;
}

/** The secrets of a key at `now` (RFC 3339). The key must be one that the caller was shown to reach. */
export async function livingSecretsUnscoped(
  db: Db | Transaction,
  api_key_id: string,
  now: string,
): Promise<LivingSecrets> {
  const rows: SecretRow[] = await db
    .select(secretColumns)
    .from(api_key_secrets)
    .where(
      and(
        eq(api_key_secrets.api_key_id, api_key_id),
        or(isNull(api_key_secrets.ends_at), gt(api_key_secrets.ends_at, now)),
      ),
    );
  const own = rows.find((row) => row.activated_at === null) ?? rows.find((row) => row.ends_at === null);
  if (!own) throw new Error(`${api_key_id} has no secret`);
  return { own, old: rows.find((row) => row !== own) ?? null };
}

/** A key's secrets while a rotation goes on. */
export interface RotatingSecrets extends LivingSecrets {
  old: SecretRow;
}

/**
 * Gives the old secret an end, and the new one the key if it was still waiting. The key's row is locked by the caller,
 * and `within` is the tenant.
 */
export async function endOldSecret(
  tx: Transaction,
  { own, old }: LivingSecrets,
  change: { api_key_id: string; within: SQL | undefined; now: string; ends_at: string },
): Promise<void> {
  const { api_key_id, within, now, ends_at } = change;
  const isFirst = own.activated_at === null;
  if (isFirst)
    await tx.update(api_key_secrets).set({ activated_at: now }).where(eq(api_key_secrets.id, own.id));
  if (old) await tx.update(api_key_secrets).set({ ends_at }).where(eq(api_key_secrets.id, old.id));
  await tx
    .update(api_keys)
    .set({
      rotation_ends_at: ends_at,
      updated_at: now,
      version: sql`${api_keys.version} + 1`,
      ...(isFirst && { rotated_at: now }),
    })
    .where(and(within, eq(api_keys.id, api_key_id)));
}

/**
 * Ends the new secret for good and gives the key back to the old one. The key's row is locked by the caller, and
 * `within` is the tenant.
 */
export async function takeNewSecretBack(
  tx: Transaction,
  { own, old }: RotatingSecrets,
  {
    key,
    within,
    now,
  }: { key: Pick<ApiKey, "id" | "prefix" | "created_at">; within: SQL | undefined; now: string },
): Promise<void> {
  await tx.update(api_key_secrets).set({ ends_at: now }).where(eq(api_key_secrets.id, own.id));
  await tx.update(api_key_secrets).set({ ends_at: null }).where(eq(api_key_secrets.id, old.id));
  await tx
    .update(api_keys)
    .set({
      prefix: old.prefix ?? key.prefix,
      // A key's first secret came with it, every other by a rotation.
      rotated_at: old.activated_at === key.created_at ? null : old.activated_at,
      rotation_started_at: null,
      rotation_ends_at: null,
      rotation_grace_seconds: null,
      updated_at: now,
      version: sql`${api_keys.version} + 1`,
    })
    .where(and(within, eq(api_keys.id, key.id)));
}
