import { z } from "zod";
import { id, idRef } from "./ids.ts";
import { PageInput, pageOf, sortOf } from "./lists.ts";
import { block, line } from "./text.ts";
import { CalendarDate, Timestamp } from "./times.ts";
import { IfVersion, Version } from "./versions.ts";

export const TaskStatus = z.enum(["open", "in_progress", "done", "cancelled"]);
export type TaskStatus = z.infer<typeof TaskStatus>;
export const TaskPriority = z.enum(["low", "normal", "high", "urgent"]);
export type TaskPriority = z.infer<typeof TaskPriority>;
export const TaskSubject = z.enum(["item", "bin", "location"]);
export type TaskSubject = z.infer<typeof TaskSubject>;

/** Something to do, perhaps about a thing or within a project. */
export const Task = z
  .strictObject({
    id: id("task"),
    title: z.string(),
    description: z.string(),
    status: TaskStatus,
    priority: TaskPriority,
    due_on: CalendarDate.nullable(),
    assignee_id: id("user").nullable(),
    project_id: id("project").nullable(),
    subject_type: TaskSubject.nullable(),
    subject_id: z.string().nullable(),
    source: z.enum(["user", "trigger"]),
    trigger_id: id("trigger").nullable().describe("The trigger that made it."),
    close_when_resolved: z
      .boolean()
      .describe("It follows what is missing, and is done once the stock is back."),
    missing: z
      .number()
      .nullable()
      .describe("How much its item lacks to the minimum; null for a task that is not about low stock."),
    completed_at: Timestamp.nullable(),
    version: Version,
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({ id: "Task" });
export type Task = z.infer<typeof Task>;

const TaskFields = {
  title: line(200),
  description: block(10_000),
  status: TaskStatus,
  priority: TaskPriority,
  due_on: CalendarDate.nullable(),
  assignee_id: idRef("user").nullable().describe("A member of the organization."),
  project_id: idRef("project").nullable(),
  subject_type: TaskSubject.nullable(),
  subject_id: z
    .string()
    .regex(/^[0-9A-Za-z_-]{1,64}$/, "Expected an id such as the server hands out.")
    .nullable()
    .describe("What it is about; sent together with `subject_type`."),
};

export const CreateTask = z.strictObject({
  title: TaskFields.title,
  description: TaskFields.description.default(""),
  status: TaskFields.status.default("open"),
  priority: TaskFields.priority.default("normal"),
  due_on: TaskFields.due_on.default(null),
  assignee_id: TaskFields.assignee_id.default(null),
  project_id: TaskFields.project_id.default(null),
  subject_type: TaskFields.subject_type.default(null),
  subject_id: TaskFields.subject_id.default(null),
});
export type CreateTask = z.infer<typeof CreateTask>;

export const TaskRef = z.strictObject({ id: idRef("task") });
export const UpdateTask = z.strictObject({
  ...TaskRef.shape,
  ...z.strictObject(TaskFields).partial().shape,
  if_version: IfVersion,
});
export type UpdateTask = z.infer<typeof UpdateTask>;

export const CompleteTask = z.strictObject({ ...TaskRef.shape, if_version: IfVersion });
export type CompleteTask = z.infer<typeof CompleteTask>;
export const RemoveTask = z.strictObject({ ...TaskRef.shape, if_version: IfVersion });
export type RemoveTask = z.infer<typeof RemoveTask>;

export const ListTasks = PageInput.extend({
  sort: sortOf(["created_at", "updated_at", "due_on", "title"]).default("-updated_at"),
  q: line(200).describe("Part of a title or description.").optional(),
  status: z.array(TaskStatus).min(1).max(4).describe("Repeat it for any of several.").optional(),
  assignee_id: idRef("user").describe("Only tasks of this member.").optional(),
  project_id: idRef("project").optional(),
  subject_id: z
    .string()
    .regex(/^[0-9A-Za-z_-]{1,64}$/)
    .optional(),
  due_before: CalendarDate.describe("Only tasks that are due before this day.").optional(),
  updated_since: Timestamp.optional(),
});
export type ListTasks = z.infer<typeof ListTasks>;
export const TaskPage = pageOf(Task);
export type TaskPage = z.infer<typeof TaskPage>;
