import type { Db } from "@stowage/db/open-database";
import { prepared } from "@stowage/db/prepared";
import { api_key_secrets, api_keys } from "@stowage/db/schema/api-keys";
import { memberships, organizations, users, workspaces } from "@stowage/db/schema/identity";
import { and, eq, getTableColumns, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

const {
  version: _version,
  updated_at: _updatedAt,
  lifetime_seconds: _lifetimeSeconds,
  scopes_set_at: _scopesSetAt,
  ...keyColumns
} = getTableColumns(api_keys);

const subjectColumns = {
  id: users.id,
  email: users.email,
  name: users.name,
  is_instance_admin: users.is_instance_admin,
  is_disabled: sql<boolean>`${users.disabled_at} is not null`,
};

/** Joining the workspace refuses a key whose row was moved to another organization's or environment's workspace. */
const workspaceOfKey = and(
  eq(workspaces.id, api_keys.workspace_id),
  eq(workspaces.organization_id, api_keys.organization_id),
  eq(workspaces.environment, api_keys.environment),
);

const membershipOfSubject = and(
  eq(memberships.organization_id, api_keys.organization_id),
  eq(memberships.user_id, api_keys.acts_as),
  isNull(memberships.disabled_at), // a suspended member has no role
);

/** The prepared read behind `findKeyByMac`: placeholders `current` and `previous`, at most one row. */
export function keyByMac(db: Db) {
  const makers = alias(users, "makers");
  return prepared(db, "key_by_mac", (on) =>
    on
      .select({
        mac: api_key_secrets.mac,
        phc: api_key_secrets.phc,
        key: keyColumns,
        organization_name: organizations.name,
        plan: organizations.plan,
        custom_rate_limit: organizations.rate_limit,
        subject: subjectColumns,
        role: memberships.role,
        maker_name: makers.name,
        secret_id: api_key_secrets.id,
        secret_ends_at: api_key_secrets.ends_at,
        secret_activated_at: api_key_secrets.activated_at,
      })
      .from(api_key_secrets)
      .innerJoin(api_keys, eq(api_keys.id, api_key_secrets.api_key_id))
      .innerJoin(organizations, eq(organizations.id, api_keys.organization_id))
      .innerJoin(workspaces, workspaceOfKey)
      .innerJoin(users, eq(users.id, api_keys.acts_as))
      .leftJoin(memberships, membershipOfSubject)
      .leftJoin(makers, eq(makers.id, api_keys.created_by))
      .where(inArray(api_key_secrets.mac, [sql.placeholder("current"), sql.placeholder("previous")]))
      .limit(1),
  );
}

/**
 * Whether any secret has one of these MACs: one look into an index. What belongs to a key is joined of seven tables, which
 * costs PostgreSQL four times as much even when nothing is found, and strangers with keys of their own making are many.
 */
export async function isMacKnown(db: Db, macs: { current: string; previous: string }): Promise<boolean> {
  const query = prepared(db, "key_mac_known", (on) =>
    on
      .select({ id: api_key_secrets.id })
      .from(api_key_secrets)
      .where(inArray(api_key_secrets.mac, [sql.placeholder("current"), sql.placeholder("previous")]))
      .limit(1),
  );
  return (await query.execute(macs)).length > 0;
}
