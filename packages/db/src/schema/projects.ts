import type { ProjectStatus } from "@stowage/contract/projects";
import type { TaskPriority, TaskStatus, TaskSubject } from "@stowage/contract/tasks";
import { sql } from "drizzle-orm";
import { boolean, check, date, foreignKey, index, pgTable, text, unique } from "drizzle-orm/pg-core";
import { entity, instant, quantity, typeId } from "./columns.ts";
import { workspaces } from "./identity.ts";
import { items } from "./inventory.ts";

const tenant = () =>
  typeId("workspace")
    .notNull()
    .references(() => workspaces.id);

/** What is made or done, and what it needs. */
export const projects = pgTable(
  "projects",
  {
    ...entity("project"),
    workspace_id: tenant(),
    name: text().notNull(),
    description: text().notNull().default(""),
    status: text().$type<ProjectStatus>().notNull(),
    starts_on: date({ mode: "string" }),
    due_on: date({ mode: "string" }),
    tags: text().array().notNull().default([]),
  },
  (table) => [
    unique("projects_tenant").on(table.workspace_id, table.id),
    index("projects_by_updated").on(table.workspace_id, table.updated_at, table.id),
    index("projects_by_created").on(table.workspace_id, table.created_at, table.id),
    index("projects_by_name").on(table.workspace_id, sql`lower(${table.name})`, table.id),
    index("projects_by_due").on(
      table.workspace_id,
      sql`coalesce(${table.due_on}, 'infinity'::date)`,
      table.id,
    ),
    index("projects_tags").using("gin", table.workspace_id, table.tags),
    check("projects_status", sql`${table.status} in ('planned', 'active', 'done', 'cancelled')`),
  ],
);

/** How much of an item a project needs, and how much of that it has used up. */
export const reservations = pgTable(
  "reservations",
  {
    ...entity("reservation"),
    workspace_id: tenant(),
    project_id: typeId("project").notNull(),
    item_id: typeId("item").notNull(),
    quantity: quantity().notNull(),
    consumed: quantity().notNull().default(0),
  },
  (table) => [
    unique("reservations_project_item").on(table.workspace_id, table.project_id, table.item_id),
    index("reservations_item").on(table.workspace_id, table.item_id), // what projects hold of an item
    foreignKey({
      name: "reservations_project",
      columns: [table.workspace_id, table.project_id],
      foreignColumns: [projects.workspace_id, projects.id],
    }),
    foreignKey({
      name: "reservations_of_item",
      columns: [table.workspace_id, table.item_id],
      foreignColumns: [items.workspace_id, items.id],
    }),
    check("reservations_quantity", sql`${table.quantity} > 0 and ${table.consumed} >= 0`),
  ],
);

/** Something to do; what it is about is named, not referenced, so that it outlives it. */
export const tasks = pgTable(
  "tasks",
  {
    ...entity("task"),
    workspace_id: tenant(),
    title: text().notNull(),
    description: text().notNull().default(""),
    status: text().$type<TaskStatus>().notNull(),
    priority: text().$type<TaskPriority>().notNull(),
    due_on: date({ mode: "string" }),
    assignee_id: typeId("user"),
    project_id: typeId("project"),
    subject_type: text().$type<TaskSubject>(),
    subject_id: text(),
    source: text().$type<"user" | "trigger">().notNull(),
    trigger_id: typeId("trigger"),
    close_when_resolved: boolean().notNull().default(false),
    missing: quantity(),
    completed_at: instant(),
  },
  (table) => [
    index("tasks_by_updated").on(table.workspace_id, table.updated_at, table.id),
    index("tasks_by_created").on(table.workspace_id, table.created_at, table.id),
    index("tasks_by_title").on(table.workspace_id, sql`lower(${table.title})`, table.id),
    index("tasks_by_due").on(table.workspace_id, sql`coalesce(${table.due_on}, 'infinity'::date)`, table.id),
    index("tasks_open")
      .on(table.workspace_id, table.due_on)
      .where(sql`${table.status} in ('open', 'in_progress')`), // the dashboard's counts
    index("tasks_assignee").on(table.workspace_id, table.assignee_id),
    index("tasks_subject").on(table.workspace_id, table.subject_id),
    index("tasks_restock")
      .on(table.workspace_id, table.subject_id)
      .where(sql`${table.source} = 'trigger' and ${table.status} in ('open', 'in_progress')`), // what low stock asked for
    foreignKey({
      name: "tasks_project",
      columns: [table.workspace_id, table.project_id],
      foreignColumns: [projects.workspace_id, projects.id],
    }),
    check("tasks_status", sql`${table.status} in ('open', 'in_progress', 'done', 'cancelled')`),
    check("tasks_priority", sql`${table.priority} in ('low', 'normal', 'high', 'urgent')`),
    check("tasks_subject_whole", sql`(${table.subject_type} is null) = (${table.subject_id} is null)`),
  ],
);
