import type { EventType } from "@stowage/contract/events";
import type { KeptPreferences } from "@stowage/contract/notification-preferences";
import { sql } from "drizzle-orm";
import { bigint, date, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, typeId } from "./columns.ts";
import { organizations, users, workspaces } from "./identity.ts";

/** What a person should know of: one row a person and occasion. */
export const notifications = pgTable(
  "notifications",
  {
    id: typeId("notification").primaryKey(),
    user_id: typeId("user")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    organization_id: typeId("organization")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    workspace_id: typeId("workspace")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    type: text().$type<EventType>().notNull(),
    event_seq: bigint({ mode: "number" }).notNull(),
    subject_type: text().notNull(),
    subject_id: text().notNull(),
    subject_name: text().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    created_at: instant().notNull(),
    read_at: instant(),
  },
  (table) => [
    index("notifications_user").on(table.user_id, table.organization_id, table.created_at, table.id), // the bell's list
    index("notifications_unread")
      .on(table.user_id, table.organization_id)
      .where(sql`${table.read_at} is null`), // the bell's number
  ],
);

/** How a person is told of things in an organization; without a row, as by default. */
export const notification_preferences = pgTable(
  "notification_preferences",
  {
    user_id: typeId("user")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    organization_id: typeId("organization")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    kinds: jsonb().$type<Partial<KeptPreferences["kinds"]>>().notNull().default({}),
    digest: text().$type<KeptPreferences["digest"]>().notNull(),
    digest_hour: integer().notNull(),
    /** The last day, in the person's time zone, whose digest was sent or had nothing to say. */
    digest_on: date({ mode: "string" }),
    updated_at: instant().notNull(),
  },
  (table) => [
    primaryKey({ name: "notification_preferences_pkey", columns: [table.user_id, table.organization_id] }),
    index("notification_preferences_digest").on(table.digest_on).where(sql`${table.digest} = 'daily'`), // who gets one
  ],
);

/** That an item's expiry was told, once for each day of expiry and number of days before it. */
export const item_notices = pgTable(
  "item_notices",
  {
    workspace_id: typeId("workspace")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    item_id: typeId("item").notNull(),
    expires_on: date({ mode: "string" }).notNull(),
    days: integer().notNull(),
    created_at: instant().notNull(),
  },
  (table) => [
    primaryKey({
      name: "item_notices_pkey",
      columns: [table.workspace_id, table.item_id, table.expires_on, table.days],
    }),
  ],
);

/** Mail to be sent, written with what it tells of. The text is sealed and cleared once it is on its way. */
export const mails = pgTable(
  "mails",
  {
    id: typeId("mail").primaryKey(),
    to_address: text().notNull(),
    subject: text().notNull(),
    body_sealed: text().notNull(),
    created_at: instant().notNull(),
    attempts: integer().notNull().default(0),
    /** When to try next; null when sent or given up. */
    next_attempt_at: instant(),
    sent_at: instant(),
    last_error: text(),
  },
  (table) => [index("mails_due").on(table.next_attempt_at).where(sql`${table.next_attempt_at} is not null`)], // what is due
);
