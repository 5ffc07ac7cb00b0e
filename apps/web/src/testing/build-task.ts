import type { Task } from "@stowage/contract/tasks";

/** Something to do about an item, by a day in March. */
export function buildTask(changes: Partial<Task> = {}): Task {
  return {
    id: "task_1",
    title: "Oil the vice",
    description: "",
    status: "open",
    priority: "normal",
    due_on: "2026-03-09",
    assignee_id: null,
    project_id: null,
    subject_type: "item",
    subject_id: "item_1",
    source: "user",
    trigger_id: null,
    close_when_resolved: false,
    missing: null,
    completed_at: null,
    version: 1,
    created_at: "2026-01-02T03:04:05Z",
    updated_at: "2026-01-02T03:04:05Z",
    ...changes,
  };
}
