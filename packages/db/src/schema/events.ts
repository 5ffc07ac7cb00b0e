import type { AuthMethod, Changes, EventType } from "@stowage/contract/events";
import { type SQL, sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, type PgColumn, pgTable, text, unique } from "drizzle-orm/pg-core";
import { instant, typeId } from "./columns.ts";
import { workspaces } from "./identity.ts";

/** What an event's type says before the point: the kind of what it happened to. */
export const eventFamily = (type: PgColumn): SQL => sql`split_part(${type}, '.', 1)`;

/** What happened: written in the change's own transaction, never rewritten. `seq` has no gaps within a workspace. */
export const events = pgTable(
  "events",
  {
    id: typeId("event").primaryKey(),
    workspace_id: typeId("workspace")
      .notNull()
      .references(() => workspaces.id),
    seq: bigint({ mode: "number" }).notNull(),
    type: text().$type<EventType>().notNull(),
    subject_type: text().notNull(),
    subject_id: text().notNull(),
    subject_name: text().notNull(),
    actor_user_id: typeId("user"),
    actor_name: text(),
    on_behalf_of_user_id: typeId("user"),
    auth_method: text().$type<AuthMethod>().notNull(),
    api_key_id: typeId("api_key"),
    api_key_name: text(),
    ip: text(),
    request_id: text(),
    endpoint: text(),
    trigger_id: typeId("trigger"),
    trigger_depth: integer().notNull().default(0),
    changes: jsonb().$type<Changes>().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    created_at: instant().notNull(),
  },
  (table) => [
    unique("events_seq").on(table.workspace_id, table.seq), // the feed, both ways
    index("events_type").on(table.workspace_id, table.type.op("text_pattern_ops"), table.seq), // type=item.moved
    index("events_family").on(table.workspace_id, eventFamily(table.type), table.seq), // type=item.*
    index("events_subject").on(table.workspace_id, table.subject_id, table.seq), // one thing's history
    index("events_key").on(table.workspace_id, table.api_key_id, table.seq), // what a key did
    // A key's log: what happened to it, and what was done with it.
    index("events_about_key")
      .on(table.subject_id, table.created_at, table.id)
      .where(sql`${table.subject_type} = 'api_key'`),
    index("events_by_key")
      .on(table.api_key_id, table.created_at, table.id)
      .where(sql`${table.api_key_id} is not null`),
    index("events_actor").on(table.workspace_id, table.actor_user_id, table.seq), // what a person did
  ],
);
