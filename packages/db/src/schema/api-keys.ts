import type { Environment } from "@stowage/contract/environments";
import type { Scope } from "@stowage/contract/scopes";
import { sql } from "drizzle-orm";
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

export interface KeyRateLimit {
  per_minute?: number | undefined;
  per_hour?: number | undefined;
}

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
    rate_limit: jsonb().$type<KeyRateLimit>(),
    auto_renew: boolean().notNull().default(false),
    expires_at: instant(),
    disabled_at: instant(),
    rotated_at: instant(),
    revoked_at: instant(),
    revocation_reason: text(),
    last_used_at: instant(),
    last_used_ip: text(),
    epoch: bigint({ mode: "number" }).notNull().default(1),
  },
  (table) => [
    // The page of keys, newest first.
    index("api_keys_organization").on(table.organization_id, table.created_at, table.id),
    // Every key that acts as a user, when that user's rights change.
    index("api_keys_acts_as").on(table.acts_as),
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
    created_at: instant().notNull(),
    ends_at: instant(),
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

/** What each key did, one row a request. */
export const requests = pgTable(
  "requests",
  {
    id: typeId("request").primaryKey(),
    workspace_id: typeId("workspace").notNull(),
    api_key_id: typeId("api_key")
      .notNull()
      .references(() => api_keys.id, { onDelete: "cascade" }),
    acts_as: typeId("user").notNull(),
    request_id: text().notNull(),
    method: text().notNull(),
    endpoint: text().notNull(),
    status: integer().notNull(),
    ip: text().notNull(),
    user_agent: text(),
    created_at: instant().notNull(),
  },
  (table) => [index("requests_key_time").on(table.api_key_id, table.created_at)], // one key's log
);
