import type { ApiKeyAlert } from "@stowage/contract/api-keys";
import type { Environment } from "@stowage/contract/environments";
import type { KeyUseOutcome } from "@stowage/contract/key-usage";
import type { RateLimitPair } from "@stowage/contract/limits";
import type { ProblemCode } from "@stowage/contract/problems";
import type { Scope } from "@stowage/contract/scopes";
import { isNull, sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { entity, instant, typeId } from "./columns.ts";
import { organizations, users, workspaces } from "./identity.ts";

/** A key keeps its id while its secrets change. `epoch` rises with every write that could end or narrow it. */
export const api_keys = pgTable(
  "api_keys",
  {
    ...entity("api_key"),
    organization_id: typeId("organization")
      .notNull()
      .references(() => organizations.id),
    workspace_id: typeId("workspace")
      .notNull()
      .references(() => workspaces.id),
    environment: text().$type<Environment>().notNull(),
    name: text().notNull(),
    description: text().notNull().default(""),
    prefix: text().notNull(),
    scopes: text().array().$type<Scope[]>().notNull(),
    created_by: typeId("user").references(() => users.id),
    acts_as: typeId("user")
      .notNull()
      .references(() => users.id),
    location_ids: text().array(),
    allowed_cidrs: text().array(),
    rate_limit: jsonb().$type<Partial<RateLimitPair>>(),
    auto_renew: boolean().notNull().default(false),
    expires_at: instant(),
    /** Seconds from when its end was first set to that end: what a renewal adds. */
    lifetime_seconds: bigint({ mode: "number" }),
    /** When `scopes` was last replaced; null for at its creation. */
    scopes_set_at: instant(),
    disabled_at: instant(),
    rotated_at: instant(),
    /** The latest rotation: asked for, and when the secret before it ends (null while the new one waits for its first use). */
    rotation_started_at: instant(),
    rotation_ends_at: instant(),
    rotation_grace_seconds: integer(),
    /** The kinds of alert that nobody wants of this key. */
    muted_alerts: text().array().$type<ApiKeyAlert[]>().notNull().default([]),
    revoked_at: instant(),
    revocation_reason: text(),
    last_used_at: instant(),
    last_used_ip: text(),
    epoch: bigint({ mode: "number" }).notNull().default(1),
  },
  (table) => [
    // The page of keys, newest first.
    index("api_keys_organization").on(table.organization_id, table.created_at, table.id),
    // How many there are that may still be used: counted in the index alone, without the keys themselves.
    index("api_keys_current")
      .on(table.organization_id, table.environment, table.expires_at)
      .where(isNull(table.revoked_at)),
    // Every key that acts as a user, when that user's rights change.
    index("api_keys_acts_as").on(table.acts_as),
    // The keys that end soon, for notices and renewal.
    index("api_keys_expiry")
      .on(table.expires_at)
      .where(sql`${table.revoked_at} is null and ${table.expires_at} is not null`),
    check("api_keys_scopes_some", sql`cardinality(${table.scopes}) > 0`),
  ],
);

/** `mac` = HMAC-SHA-256(pepper, key), the look-up; `phc` = Argon2id of the key. Neither gives the key back. */
export const api_key_secrets = pgTable(
  "api_key_secrets",
  {
    id: typeId("api_key_secret").primaryKey(),
    api_key_id: typeId("api_key")
      .notNull()
      .references(() => api_keys.id, { onDelete: "cascade" }),
    mac: text().notNull(),
    phc: text().notNull(),
    /** What the key showed of it; kept here from when another secret's prefix takes its place. */
    prefix: text(),
    created_at: instant().notNull(),
    /** Null while it waits for its first use. */
    activated_at: instant(),
    ends_at: instant(),
    /** Who used it last, told of an old secret while a rotation goes on. */
    last_used_at: instant(),
    last_used_ip: text(),
    last_used_agent: text(),
    uses: bigint({ mode: "number" }).notNull().default(0),
  },
  (table) => [
    unique("api_key_secrets_mac").on(table.mac), // the look-up of a presented key
    index("api_key_secrets_key").on(table.api_key_id), // the secrets of one key
  ],
);

/** Requests a key made, by UTC day and outcome. */
export const api_key_usage = pgTable(
  "api_key_usage",
  {
    api_key_id: typeId("api_key")
      .notNull()
      .references(() => api_keys.id, { onDelete: "cascade" }),
    day: date({ mode: "string" }).notNull(),
    requests: bigint({ mode: "number" }).notNull().default(0),
    refused: bigint({ mode: "number" }).notNull().default(0),
    failed: bigint({ mode: "number" }).notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.api_key_id, table.day] })],
);

/** The same requests by endpoint, client network and outcome. */
export const api_key_usage_details = pgTable(
  "api_key_usage_details",
  {
    api_key_id: typeId("api_key")
      .notNull()
      .references(() => api_keys.id, { onDelete: "cascade" }),
    day: date({ mode: "string" }).notNull(),
    endpoint: text().notNull(),
    network: text().notNull(),
    outcome: text().$type<KeyUseOutcome>().notNull(),
    requests: bigint({ mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.api_key_id, table.day, table.endpoint, table.network, table.outcome] }),
  ],
);

/** The scopes that a key's calls needed, for advice on those it never uses. */
export const api_key_scope_usage = pgTable(
  "api_key_scope_usage",
  {
    api_key_id: typeId("api_key")
      .notNull()
      .references(() => api_keys.id, { onDelete: "cascade" }),
    scope: text().$type<Scope>().notNull(),
    last_used_at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.api_key_id, table.scope] })],
);

/** The client networks a key was used from. */
export const api_key_networks = pgTable(
  "api_key_networks",
  {
    api_key_id: typeId("api_key")
      .notNull()
      .references(() => api_keys.id, { onDelete: "cascade" }),
    network: text().notNull(),
    first_seen_at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.api_key_id, table.network] })],
);

/** What was said of a key, so that it is said once, whatever the number of servers: `occasion` tells one time from another. */
export const api_key_notices = pgTable(
  "api_key_notices",
  {
    api_key_id: typeId("api_key")
      .notNull()
      .references(() => api_keys.id, { onDelete: "cascade" }),
    notice: text().notNull(),
    occasion: text().notNull(),
    created_at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.api_key_id, table.notice, table.occasion] })],
);

/**
 * What each key did, for its log. Calls within one second that differ in nothing but their time and the request's id share a
 * row: a script that asks again and again leaves one for many.
 */
export const api_key_calls = pgTable(
  "api_key_calls",
  {
    id: typeId("request").primaryKey(),
    workspace_id: typeId("workspace").notNull(),
    api_key_id: typeId("api_key")
      .notNull()
      .references(() => api_keys.id, { onDelete: "cascade" }),
    acts_as: typeId("user").notNull(),
    method: text().notNull(),
    endpoint: text().notNull(),
    status: integer().notNull(),
    /** Why they were refused; null when they were not. */
    code: text().$type<ProblemCode>(),
    ip: text().notNull(),
    user_agent: text(),
    /** The earliest of the calls, and the latest. */
    first_at: instant().notNull(),
    last_at: instant().notNull(),
    /** One for each call. */
    request_ids: text().array().notNull(),
    /** As many: milliseconds after `first_at`. */
    offsets_ms: integer().array().notNull(),
  },
  (table) => [
    index("api_key_calls_key_time").on(table.api_key_id, table.last_at, table.id), // one key's log, and the sweep of old calls
    check("api_key_calls_in_one_second", sql`${table.last_at} < ${table.first_at} + interval '1 second'`), // the log's pages rest on it
    check("api_key_calls_alike", sql`cardinality(${table.request_ids}) = cardinality(${table.offsets_ms})`),
  ],
);
