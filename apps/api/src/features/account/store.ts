import type { Account } from "@stowage/contract/accounts";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { api_keys } from "@stowage/db/schema/api-keys";
import { memberships, users } from "@stowage/db/schema/identity";
import { and, eq, inArray, or, sql } from "drizzle-orm";

/** @throws Error when there is no such user: a session has its user */
export async function getAccount(db: Db | Transaction, id: string): Promise<Account> {
  const [account] = await db
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      timezone: users.timezone,
      is_instance_admin: users.is_instance_admin,
      has_two_factor: sql<boolean>`${users.totp_enabled_at} is not null`,
      created_at: users.created_at,
    })
    .from(users)
    .where(eq(users.id, id));
  if (!account) throw new Error(`there is no user ${id}`);
  return account;
}

/** The keys of a person's organizations that name them, as the one they act as or as their maker. */
export async function keysNaming(tx: Transaction, user_id: string): Promise<string[]> {
  const theirs = tx
    .select({ id: memberships.organization_id })
    .from(memberships)
    .where(eq(memberships.user_id, user_id));
  const rows = await tx
    .select({ id: api_keys.id })
    .from(api_keys)
    .where(
      and(
        inArray(api_keys.organization_id, theirs),
        or(eq(api_keys.acts_as, user_id), eq(api_keys.created_by, user_id)),
      ),
    );
  return rows.map(({ id }) => id);
}
