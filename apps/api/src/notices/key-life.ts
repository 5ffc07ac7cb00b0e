import type { Transaction } from "@stowage/db/prepared";
import { api_keys } from "@stowage/db/schema/api-keys";
import { memberships, organizations, users } from "@stowage/db/schema/identity";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { RenewalFacts } from "./why-not-renewed.ts";

/** A key that will end, and all that its end and renewal depend on. */
export interface KeyLife extends RenewalFacts {
  id: string;
  name: string;
  prefix: string;
  workspace_id: string;
  auto_renew: boolean;
  expires_at: string;
}

/**
 * Locks a key that has an end and is not revoked; null when it is not such a key (any more). It waits for whoever has the
 * key in hand: to pass it over would leave a busy key, whose uses are written each second, to chance.
 */
export async function lockKeyLife(tx: Transaction, id: string): Promise<KeyLife | null> {
  const [row] = await tx
    .select({
      id: api_keys.id,
      name: api_keys.name,
      prefix: api_keys.prefix,
      workspace_id: api_keys.workspace_id,
      auto_renew: api_keys.auto_renew,
      created_at: api_keys.created_at,
      expires_at: api_keys.expires_at,
      last_used_at: api_keys.last_used_at,
      lifetime_seconds: sql<number>`coalesce(${api_keys.lifetime_seconds},
        greatest(1, extract(epoch from ${api_keys.expires_at} - ${api_keys.created_at})::bigint))`.mapWith(
        Number,
      ),
      is_subject_active: sql<boolean>`exists (
        select 1 from ${memberships} join ${users} on ${users.id} = ${memberships.user_id}
        where ${memberships.organization_id} = ${api_keys.organization_id} and ${users.id} = ${api_keys.acts_as}
          and ${memberships.disabled_at} is null and ${users.disabled_at} is null and ${users.deleted_at} is null)`,
      plan: organizations.plan,
      settings: organizations.settings,
    })
    .from(api_keys)
    .innerJoin(organizations, eq(organizations.id, api_keys.organization_id))
    .where(and(eq(api_keys.id, id), isNull(api_keys.revoked_at)))
    .for("no key update", { of: api_keys });
  if (!row || row.expires_at === null) return null;
  return { ...row, expires_at: row.expires_at };
}
