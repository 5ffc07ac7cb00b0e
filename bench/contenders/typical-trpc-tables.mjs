// The tables that already exist, in Drizzle's words, with its own modes for times, quantities and dates.
import {
  bigint,
  boolean,
  date,
  integer,
  jsonb,
  numeric,
  pgSchema,
  pgTable,
  text,
  timestamp,
} from "drizzle-orm/pg-core";

const instant = () => timestamp({ withTimezone: true, precision: 3 });
const quantity = () => numeric({ precision: 14, scale: 3, mode: "number" });

/** The app's own: only the hash of a key is kept. */
export const apiKeys = pgSchema("bench_typical").table("api_keys", {
  id: text().primaryKey(),
  key_hash: text().notNull().unique(),
  user_id: text().notNull(),
  last_used_at: timestamp({ withTimezone: true }),
});

export const workspaces = pgTable("workspaces", {
  id: text().primaryKey(),
  revision: bigint({ mode: "number" }).notNull(),
  bin_count: integer().notNull(),
  updated_at: instant().notNull(),
});

export const codes = pgTable("codes", {
  organization_id: text().notNull(),
  code: text().notNull(),
  target_type: text(),
  target_id: text(),
  created_at: instant().notNull(),
});

export const events = pgTable("events", {
  id: text().primaryKey(),
  workspace_id: text().notNull(),
  seq: bigint({ mode: "number" }).notNull(),
  type: text().notNull(),
  subject_type: text().notNull(),
  subject_id: text().notNull(),
  subject_name: text().notNull(),
  actor_user_id: text(),
  actor_name: text(),
  auth_method: text().notNull(),
  api_key_id: text(),
  ip: text(),
  request_id: text(),
  endpoint: text(),
  changes: jsonb().notNull(),
  data: jsonb().notNull(),
  created_at: instant().notNull(),
});

export const bins = pgTable("bins", {
  id: text().primaryKey(),
  workspace_id: text().notNull(),
  code: text().notNull(),
  name: text().notNull(),
  location_id: text(),
  description: text().notNull().default(""),
  tags: text().array().notNull().default([]),
  color: text(),
  icon: text(),
  custom_fields: jsonb().notNull().default({}),
  version: integer().notNull().default(1),
  created_at: instant().notNull(),
  updated_at: instant().notNull(),
  deleted_at: instant(),
});

export const items = pgTable("items", {
  id: text().primaryKey(),
  workspace_id: text().notNull(),
  name: text().notNull(),
  bin_id: text(),
  location_id: text(),
  quantity: quantity().notNull(),
  reserved: quantity().notNull().default(0),
  available: quantity().notNull(),
  unit: text().notNull().default("pcs"),
  min_quantity: quantity(),
  is_low: boolean().notNull(),
  barcodes: text().array().notNull().default([]),
  sku: text(),
  external_id: text(),
  notes: text().notNull().default(""),
  tags: text().array().notNull().default([]),
  custom_fields: jsonb().notNull().default({}),
  expires_on: date({ mode: "string" }),
  serial_number: text(),
  model: text(),
  manufacturer: text(),
  version: integer().notNull().default(1),
  created_at: instant().notNull(),
  updated_at: instant().notNull(),
  deleted_at: instant(),
});
