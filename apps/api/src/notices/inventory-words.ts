import type { Event, EventType } from "@stowage/contract/events";
import type { NotificationKind } from "@stowage/contract/notification-preferences";
import { writtenTime } from "./written-time.ts";

const DAY_MS = 86_400_000;

/** An event as far as people are told of it. */
export type ToldEvent = Pick<
  Event,
  | "seq"
  | "type"
  | "subject_type"
  | "subject_id"
  | "subject_name"
  | "actor_user_id"
  | "actor_name"
  | "auth_method"
  | "api_key_name"
  | "trigger_id"
  | "changes"
  | "data"
  | "created_at"
>;

/** What is said, by the reader's time zone where it names a time, and the path of the page to go on with. */
export interface Words {
  title: string;
  body: (timeZone: string) => string;
  path: string;
}

/** Many of a kind at once: how many things, and the names of the first few. */
export interface Many {
  total: number;
  names: readonly string[];
  /** Of now. */
  atMs: number;
}

export interface InventoryKind {
  kind: NotificationKind;
  /** The events that it is about; many at once are told as the first of them. */
  types: readonly [EventType, ...EventType[]];
  /** What many at once are called, for whoever makes a link of it. */
  manyAre: "items" | "tasks" | "triggers";
  one(event: ToldEvent): Words;
  many(many: Many): Words;
}

/** What happens in the inventory that people are told of, in the words that they read. */
export const INVENTORY_KINDS: readonly InventoryKind[] = [
  {
    kind: "low_stock",
    types: ["item.low_stock"],
    manyAre: "items",
    one: ({ subject_id, subject_name, data }) => ({
      title: `${subject_name} is running low`,
      body: () => `There is ${String(data.quantity)} left; the minimum is ${String(data.min_quantity)}.`,
      path: `/items/${subject_id}`,
    }),
    many: ({ total, names }) => ({
      title: `${count(total, "item")} ran low`,
      body: () => `${listed(names, total)} fell to their minimum or below.`,
      path: "/items?low_stock=true",
    }),
  },
  {
    kind: "expiring",
    types: ["item.expiring"],
    manyAre: "items",
    one: ({ subject_id, subject_name, data }) => ({
      title: `${subject_name} ${expiryVerb(Number(data.days_left))}`,
      body: () => `Its day of expiry is ${String(data.expires_on)}. There is ${String(data.quantity)} of it.`,
      path: `/items/${subject_id}`,
    }),
    many: ({ total, names, atMs }) => ({
      title: `${count(total, "item")} expire soon`,
      body: () => `${listed(names, total)} expire within a week, or today.`,
      path: expiringPath(atMs),
    }),
  },
  {
    kind: "tasks",
    types: ["task.created", "task.updated"],
    manyAre: "tasks",
    one: (event) => ({
      title: `A task for you: ${event.subject_name}`,
      body: () => `${giverOf(event)} gave it to you.${dueWords(event)}`,
      path: `/tasks?task=${event.subject_id}`,
    }),
    many: ({ total, names }) => ({
      title: `${count(total, "task")} for you`,
      body: () => `You were given ${listed(names, total)}.`,
      path: "/tasks?mine=true",
    }),
  },
  {
    kind: "triggers",
    types: ["trigger.disabled"],
    manyAre: "triggers",
    one: ({ subject_id, subject_name, created_at }) => ({
      title: `${subject_name} was turned off`,
      body: (timeZone) =>
        `The trigger ${subject_name} was turned off at ${writtenTime(created_at, timeZone)}, because its deliveries failed ` +
        "again and again. Its log tells why; once that is mended, turn it on again.",
      path: `/triggers/${subject_id}`,
    }),
    many: ({ total, names }) => ({
      title: `${count(total, "trigger")} were turned off`,
      body: () =>
        `The deliveries of ${listed(names, total)} failed again and again. Their logs tell why; once that is mended, turn them on again.`,
      path: "/triggers",
    }),
  },
];

/** `1 item`, `312 items`. */
export function count(total: number, noun: string): string {
  return `${total} ${noun}${total === 1 ? "" : "s"}`;
}

/** What expires within a week, as a list of the app. */
export function expiringPath(atMs: number): string {
  const before = new Date(atMs + 8 * DAY_MS).toISOString().slice(0, 10);
  return `/items?expiring_before=${before}&sort=expires_on`;
}

/** Whom a task is given to by an event. */
export function assigneeIn({ changes, data }: Pick<ToldEvent, "changes" | "data">): unknown {
  return changes.assignee_id?.new ?? data.assignee_id;
}

function expiryVerb(days: number): string {
  if (days < 0) return "has expired";
  return days === 0 ? "expires today" : `expires in ${count(days, "day")}`;
}

/** `Milk, Flour and 310 more`. */
export function listed(names: readonly string[], total: number): string {
  const rest = total - names.length;
  const last = rest > 0 ? `${rest} more` : names.at(-1);
  const before = rest > 0 ? names : names.slice(0, -1);
  return before.length > 0 ? `${before.join(", ")} and ${last}` : String(last);
}

function giverOf({ trigger_id, api_key_name, actor_name, auth_method }: ToldEvent): string {
  if (trigger_id !== null) return "A trigger";
  if (auth_method === "api_key") return `The API key ${api_key_name}`;
  return actor_name ?? "Somebody";
}

function dueWords({ data }: ToldEvent): string {
  return typeof data.due_on === "string" ? ` It is due on ${data.due_on}.` : "";
}
