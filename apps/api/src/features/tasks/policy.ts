import type { Task, TaskStatus } from "@stowage/contract/tasks";

/** When a task was completed: the moment it became done, and null for as long as it is not. */
export function completionOf(
  before: Pick<Task, "status" | "completed_at"> | null,
  status: TaskStatus,
  at: string,
): string | null {
  if (status !== "done") return null;
  return before?.status === "done" ? before.completed_at : at;
}
