import type { Environment } from "@stowage/contract/environments";
import type { Plan } from "@stowage/contract/limits";
import type { Role } from "@stowage/contract/roles";
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { entity, instant, typeId } from "./columns.ts";

/** People who can sign in. `password_hash` is an Argon2id PHC string. */
export const users = pgTable(
  "users",
  {
    ...entity("user"),
    email: text().notNull(),
    name: text().notNull(),
    password_hash: text().notNull(),
    is_instance_admin: boolean().notNull().default(false),
    disabled_at: instant(),
    timezone: text().notNull().default("UTC"),
  },
  (table) => [
    unique("users_email").on(table.email),
    check("users_email_lower", sql`${table.email} = lower(${table.email})`),
    // Settles two first sign-ups at the same instant.
    uniqueIndex("users_one_instance_admin")
      .on(table.is_instance_admin)
      .where(sql`${table.is_instance_admin}`),
  ],
);

/** `id` is the SHA-256 of the cookie's token, so a copy of this table opens nothing. */
export const sessions = pgTable(
  "sessions",
  {
    id: text().primaryKey(),
    user_id: typeId("user")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    expires_at: instant().notNull(),
    created_at: instant().notNull(),
    last_seen_at: instant().notNull(),
    ip: text(),
    user_agent: text(),
  },
  (table) => [
    index("sessions_user").on(table.user_id), // a person's list of sessions
    index("sessions_expiry").on(table.expires_at), // the sweep of ended ones
  ],
);

export interface OrganizationSettings {
  /** Who may create API keys. */
  api_key_makers?: "members" | "admins";
}

export const organizations = pgTable("organizations", {
  ...entity("organization"),
  name: text().notNull(),
  slug: text().notNull().unique("organizations_slug"),
  plan: text().$type<Plan>().notNull(),
  settings: jsonb().$type<OrganizationSettings>().notNull().default({}),
});

/** One organization's live or test data; `revision` is the `seq` of its last event. */
export const workspaces = pgTable(
  "workspaces",
  {
    ...entity("workspace"),
    organization_id: typeId("organization")
      .notNull()
      .references(() => organizations.id),
    environment: text().$type<Environment>().notNull(),
    revision: bigint({ mode: "number" }).notNull().default(0),
  },
  (table) => [
    unique("workspaces_organization_environment").on(table.organization_id, table.environment),
    check("workspaces_environment_known", sql`${table.environment} in ('live', 'test')`),
  ],
);

export const memberships = pgTable(
  "memberships",
  {
    ...entity("membership"),
    organization_id: typeId("organization")
      .notNull()
      .references(() => organizations.id),
    user_id: typeId("user")
      .notNull()
      .references(() => users.id),
    role: text().$type<Role>().notNull(),
  },
  (table) => [
    unique("memberships_organization_user").on(table.organization_id, table.user_id),
    index("memberships_user").on(table.user_id), // the organizations of the person signing in
    check("memberships_role_known", sql`${table.role} in ('owner', 'admin', 'member', 'viewer')`),
  ],
);
