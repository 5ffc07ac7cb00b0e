import type { Task } from "@stowage/contract/tasks";
import { formatNumber } from "../../lib/format.ts";
import { Badge } from "../ui/badge.tsx";
import { dayWords, dueWords, isToDo, PRIORITY_OPTIONS, statusLabel } from "./task-words.ts";

/** How urgent a task is; what is usual is not said. */
export function PriorityMark({ task: { priority } }: { task: Pick<Task, "priority"> }) {
  if (priority === "normal") return null;
  const label = PRIORITY_OPTIONS.find(({ value }) => value === priority)?.label;
  const tones = { urgent: "danger", high: "warn", low: "neutral" } as const;
  return <Badge tone={tones[priority]}>{label}</Badge>;
}

/** The states that the circle before a task does not show. */
export function StatusMark({ task: { status } }: { task: Pick<Task, "status"> }) {
  if (status !== "in_progress" && status !== "cancelled") return null;
  return <Badge tone={status === "in_progress" ? "accent" : "neutral"}>{statusLabel(status)}</Badge>;
}

/** How much the thing of a restock task still lacks; the task follows it, and is done once the stock is back. */
export function MissingMark({ task }: { task: Pick<Task, "missing" | "status" | "close_when_resolved"> }) {
  if (task.missing === null || task.missing <= 0 || !isToDo(task)) return null;
  return (
    <Badge tone="warn">
      <span {...(task.close_when_resolved && { title: "It is done by itself once the stock is back." })}>
        {formatNumber(task.missing)} missing
      </span>
    </Badge>
  );
}

/** By when a task is to be done, coloured while it still is and the day has come. */
export function DueMark({ task }: { task: Pick<Task, "due_on" | "status"> }) {
  if (task.due_on === null) return null;
  const now = new Date();
  if (!isToDo(task)) return <span className="text-faint">{dayWords(task.due_on, now)}</span>;
  const { text, tone } = dueWords(task.due_on, now);
  return tone ? <Badge tone={tone}>{text}</Badge> : <span className="text-muted">{text}</span>;
}
