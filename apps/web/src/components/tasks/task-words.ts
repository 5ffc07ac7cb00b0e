import type { Task, TaskPriority, TaskStatus } from "@stowage/contract/tasks";
import type { SelectOption } from "../ui/select.tsx";

const DAY_MS = 86_400_000;
/** How far ahead a due day is still told in days. */
const SOON_DAYS = 7;

export const STATUS_OPTIONS: readonly SelectOption<TaskStatus>[] = [
  { value: "open", label: "Open" },
  { value: "in_progress", label: "In progress" },
  { value: "done", label: "Done" },
  { value: "cancelled", label: "Cancelled" },
];

export const PRIORITY_OPTIONS: readonly SelectOption<TaskPriority>[] = [
  { value: "low", label: "Low" },
  { value: "normal", label: "Normal" },
  { value: "high", label: "High" },
  { value: "urgent", label: "Urgent" },
];

/** The states in which a task is still to be done. */
export const TO_DO: TaskStatus[] = ["open", "in_progress"];

export function isToDo({ status }: Pick<Task, "status">): boolean {
  return TO_DO.includes(status);
}

export function statusLabel(status: TaskStatus): string {
  return STATUS_OPTIONS.find(({ value }) => value === status)?.label ?? status;
}

const thisYear = new Intl.DateTimeFormat("en", { day: "numeric", month: "short", timeZone: "UTC" });
const otherYear = new Intl.DateTimeFormat("en", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** The day (UTC) of a moment, as the API counts days. */
export function today(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** A calendar day in short: "Mar 3", with the year if it is not this one. */
export function dayWords(day: string, now: Date): string {
  const format = day.slice(0, 4) === today(now).slice(0, 4) ? thisYear : otherYear;
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** How the day by which something is to be done reads on `now`'s day, and whether it deserves a colour. */
export function dueWords(day: string, now: Date): { text: string; tone: "warn" | "danger" | null } {
  const days = Math.round((Date.parse(day) - Date.parse(today(now))) / DAY_MS);
  if (days < -1) return { text: `${-days} days overdue`, tone: "danger" };
  if (days === -1) return { text: "1 day overdue", tone: "danger" };
  if (days === 0) return { text: "Today", tone: "warn" };
  if (days === 1) return { text: "Tomorrow", tone: null };
  return { text: days <= SOON_DAYS ? `In ${days} days` : dayWords(day, now), tone: null };
}
