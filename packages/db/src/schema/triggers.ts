import type { DeliveryAttempt, DeliveryError, DeliveryStatus } from "@stowage/contract/deliveries";
import type { EventType } from "@stowage/contract/events";
import type { TriggerCondition } from "@stowage/contract/trigger-fields";
import type { CreateTaskAction } from "@stowage/contract/triggers";
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { entity, instant, typeId } from "./columns.ts";
import { workspaces } from "./identity.ts";

const tenant = () =>
  typeId("workspace")
    .notNull()
    .references(() => workspaces.id);

/** A webhook as it is stored: what must not be read is sealed for its id. */
export interface StoredWebhook {
  id: string;
  type: "webhook";
  url: string;
  header_names: string[];
  /** Sealed JSON of names and values; null for none. */
  headers_sealed: string | null;
  /** Sealed; the newest first, and the one before while `until` lies ahead. */
  secrets: { sealed: string; until: string | null }[];
}
export type StoredAction = StoredWebhook | CreateTaskAction;

/** When something happens, and it is like this, then do that. */
export const triggers = pgTable(
  "triggers",
  {
    ...entity("trigger"),
    workspace_id: tenant(),
    name: text().notNull(),
    enabled: boolean().notNull(),
    disabled_reason: text().$type<"person" | "failures">(),
    event_types: text().array().notNull(),
    conditions: jsonb().$type<TriggerCondition[]>().notNull(),
    actions: jsonb().$type<StoredAction[]>().notNull(),
    throttle_seconds: integer().notNull(),
    failures_in_a_row: integer().notNull().default(0),
    fired_count: integer().notNull().default(0),
    last_fired_at: instant(),
    /** How often it was let pass since it last fired. */
    passed_over: integer().notNull().default(0),
    /** It hears of what comes after this `seq`. */
    after_seq: bigint({ mode: "number" }).notNull(),
    created_by: typeId("user"),
  },
  (table) => [
    unique("triggers_tenant").on(table.workspace_id, table.id),
    index("triggers_by_name").on(table.workspace_id, sql`lower(${table.name})`, table.id),
    check("triggers_throttle", sql`${table.throttle_seconds} >= 0`),
  ],
);

/** One action of a trigger for one event: what was sent, and how that went. When it is tried is the job's affair. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: typeId("delivery").primaryKey(),
    workspace_id: tenant(),
    trigger_id: typeId("trigger").notNull(),
    action_id: typeId("trigger_action").notNull(),
    type: text().$type<"webhook" | "create_task">().notNull(),
    event_seq: bigint({ mode: "number" }).notNull(),
    event_type: text().$type<EventType>().notNull(),
    subject_type: text().notNull(),
    subject_id: text().notNull(),
    subject_name: text().notNull(),
    status: text().$type<DeliveryStatus>().notNull(),
    attempts: integer().notNull().default(0),
    /** Attempts that it may still have. */
    attempts_left: integer().notNull(),
    url: text(),
    task_id: typeId("task"),
    request_headers: jsonb().$type<Record<string, string>>().notNull().default({}),
    request_body: text(),
    response_status: integer(),
    response_excerpt: text(),
    response_ms: integer(),
    error: text().$type<DeliveryError>(),
    attempt_log: jsonb().$type<DeliveryAttempt[]>().notNull().default([]),
    is_test: boolean().notNull().default(false),
    next_attempt_at: instant(),
    last_attempt_at: instant(),
    created_at: instant().notNull(),
  },
  (table) => [
    index("deliveries_of_trigger").on(table.workspace_id, table.trigger_id, table.created_at, table.id), // its log
    index("deliveries_by_status").on(
      table.workspace_id,
      table.trigger_id,
      table.status,
      table.created_at,
      table.id,
    ),
    index("deliveries_task").on(table.task_id).where(sql`${table.task_id} is not null`), // what a task came from
    index("deliveries_ended").on(table.created_at).where(sql`${table.status} <> 'pending'`), // the sweep of old ones
    foreignKey({
      name: "deliveries_trigger",
      columns: [table.workspace_id, table.trigger_id],
      foreignColumns: [triggers.workspace_id, triggers.id],
    }).onDelete("cascade"),
    check("deliveries_status", sql`${table.status} in ('pending', 'succeeded', 'failed', 'cancelled')`),
  ],
);
