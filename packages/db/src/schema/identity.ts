import type { Environment } from "@stowage/contract/environments";
import type { Plan, RateLimitPair } from "@stowage/contract/limits";
import type { OrganizationSettings } from "@stowage/contract/organizations";
import type { Role } from "@stowage/contract/roles";
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
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
    /** Their history stays under this row; nothing of the person does. */
    deleted_at: instant(),
    timezone: text().notNull().default("UTC"),
    /** The TOTP secret, sealed; waiting for its first code while `totp_enabled_at` is null. */
    totp_sealed: text(),
    totp_enabled_at: instant(),
    /** The last 30-second step whose code was taken, so that none is taken twice. */
    totp_last_step: bigint({ mode: "number" }),
    /** A MAC for each recovery code that is left. */
    recovery_code_macs: text().array().notNull().default([]),
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
    /** When its person last proved who they are: by signing in, or by password again. */
    authenticated_at: instant().notNull(),
    /** Where a request goes that names no organization; null for the first of theirs. */
    organization_id: typeId("organization").references(() => organizations.id, { onDelete: "set null" }),
    ip: text(),
    user_agent: text(),
  },
  (table) => [
    index("sessions_user").on(table.user_id), // a person's list of sessions
    index("sessions_expiry").on(table.expires_at), // the sweep of ended ones
  ],
);

export const organizations = pgTable("organizations", {
  ...entity("organization"),
  name: text().notNull(),
  slug: text().notNull().unique("organizations_slug"),
  plan: text().$type<Plan>().notNull(),
  settings: jsonb().$type<Partial<OrganizationSettings>>().notNull().default({}),
  /** What a custom plan allows each key; null for what `plan` says. */
  rate_limit: jsonb().$type<RateLimitPair>(),
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
    /** What is kept in it, the trash left out; written with each change, so that limits cost no counting. */
    item_count: integer().notNull().default(0),
    bin_count: integer().notNull().default(0),
    location_count: integer().notNull().default(0),
    /** Triggers that are on: while there are none, writers have nobody to tell. */
    trigger_count: integer().notNull().default(0),
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
    /** Suspended: the member may not come in, and keys that act as them are refused. */
    disabled_at: instant(),
  },
  (table) => [
    unique("memberships_organization_user").on(table.organization_id, table.user_id),
    index("memberships_user").on(table.user_id), // the organizations of the person signing in
    check("memberships_role_known", sql`${table.role} in ('owner', 'admin', 'member', 'viewer')`),
  ],
);

/** An invitation into an organization. The link's token is stored as its SHA-256 alone. */
export const invitations = pgTable(
  "invitations",
  {
    ...entity("invitation"),
    organization_id: typeId("organization")
      .notNull()
      .references(() => organizations.id),
    /** The only address that may accept it; null for whoever has the link. */
    email: text(),
    role: text().$type<Role>().notNull(),
    token_hash: text().notNull().unique("invitations_token"),
    created_by: typeId("user")
      .notNull()
      .references(() => users.id),
    expires_at: instant().notNull(),
    max_uses: integer().notNull(),
    uses: integer().notNull().default(0),
  },
  (table) => [
    index("invitations_organization").on(table.organization_id, table.created_at, table.id), // the list of open ones
    check("invitations_uses", sql`${table.uses} between 0 and ${table.max_uses}`),
  ],
);
