import { DELIVERY_ATTEMPTS_MAX } from "@stowage/contract/limits";
import type { TaskPriority } from "@stowage/contract/tasks";
import { familiesOf, type Trigger, type TriggerAction } from "@stowage/contract/triggers";
import { type ConditionDraft, conditionDraftOf } from "./condition-draft.ts";

/**
 * A header of a webhook. Of one that was saved the server keeps the value and does not show it: `kept` as it is,
 * `replaced` by another, or `lost`, as the server has none after all. An `own` one is new here.
 */
export interface HeaderDraft {
  key: number;
  name: string;
  value: string;
  was: "own" | "kept" | "replaced" | "lost";
}

export interface WebhookDraft {
  key: number;
  type: "webhook";
  /** That of an action which the server knows. */
  id?: string;
  url: string;
  /** The address that it was saved with, for which the values of its headers were meant. */
  saved_url?: string;
  /** An address such as is expected, shown while there is none. */
  example?: string;
  headers: HeaderDraft[];
}

export interface TaskDraft {
  key: number;
  type: "create_task";
  id?: string;
  title_template: string;
  description_template: string;
  priority: TaskPriority;
  assignee_id: string | null;
  due_in_days: string;
  close_when_resolved: boolean;
}

export type ActionDraft = WebhookDraft | TaskDraft;

/** A trigger as the builder holds it. */
export interface TriggerDraft {
  name: string;
  event_types: string[];
  conditions: ConditionDraft[];
  actions: ActionDraft[];
  throttle_seconds: number;
}

/** A key that no row of the list has, so that React can tell them apart. */
export function newKey(rows: readonly { key: number }[]): number {
  return 1 + Math.max(0, ...rows.map(({ key }) => key));
}

export function newWebhook(key: number, url = ""): WebhookDraft {
  return { key, type: "webhook", url, headers: [] };
}

export function newTask(key: number): TaskDraft {
  return {
    key,
    type: "create_task",
    title_template: "",
    description_template: "",
    priority: "normal",
    assignee_id: null,
    due_in_days: "",
    close_when_resolved: false,
  };
}

/** Whether a webhook still goes to where it was saved to go: scheme, host and port. An unfinished address may. */
function isSameOrigin({ url, saved_url }: WebhookDraft): boolean {
  if (saved_url === undefined || !URL.canParse(url.trim()) || !URL.canParse(saved_url)) return true;
  return new URL(url.trim()).origin === new URL(saved_url).origin;
}

/** How a header stands with the address as it is: what is kept was meant for the former one alone. */
export function standingOf(webhook: WebhookDraft, { was }: HeaderDraft): HeaderDraft["was"] | "elsewhere" {
  return was === "own" || isSameOrigin(webhook) ? was : "elsewhere";
}

/** A trigger to be changed; values of its headers stay where they are. */
export function draftOf({ name, event_types, conditions, actions, throttle_seconds }: Trigger): TriggerDraft {
  const families = familiesOf(event_types);
  return {
    name,
    event_types,
    conditions: conditions.map((condition, index) => conditionDraftOf(condition, families, index + 1)),
    actions: actions.map((action, index) => actionDraftOf(action, index + 1)),
    throttle_seconds,
  };
}

function actionDraftOf(action: TriggerAction, key: number): ActionDraft {
  if (action.type === "create_task")
    return { ...action, key, due_in_days: action.due_in_days === null ? "" : String(action.due_in_days) };
  return {
    key,
    type: "webhook",
    id: action.id,
    url: action.url,
    saved_url: action.url,
    headers: Object.keys(action.headers).map((name, index) => ({
      key: index + 1,
      name,
      value: "",
      was: "kept",
    })),
  };
}

/** Where a new trigger begins. */
export const STARTS = ["blank", "home-assistant", "restock", "log"] as const;
export type Start = (typeof STARTS)[number];

/** A new trigger from a starting point, about one item if it is named. */
export function startingDraft(start: Start, itemId?: string): TriggerDraft {
  const conditions: ConditionDraft[] = itemId
    ? [{ key: 1, field: "event.subject_id", op: "eq", values: [itemId], as: "text" }]
    : [];
  return { name: "", throttle_seconds: 0, ...PARTS[start](), conditions };
}

const RESTOCK: TaskDraft = {
  ...newTask(1),
  title_template: "Restock {{subject.name}}",
  description_template: "{{data.missing}} {{subject.unit}} missing.",
  close_when_resolved: true,
};

const PARTS: Record<Start, () => Pick<TriggerDraft, "event_types" | "actions">> = {
  blank: () => ({ event_types: [], actions: [newWebhook(1)] }),
  "home-assistant": () => ({
    event_types: ["item.low_stock"],
    // Its last part is what keeps others out: a name that we wrote here, everybody would know.
    actions: [
      { ...newWebhook(1), example: "http://homeassistant.local:8123/api/webhook/a-long-random-name" },
    ],
  }),
  restock: () => ({ event_types: ["item.low_stock"], actions: [RESTOCK] }),
  log: () => ({ event_types: ["*"], actions: [newWebhook(1)] }),
};

/** How a webhook that is not answered goes on, said where one is set up. */
export const RETRY_WORDS = `Without an answer of 2xx it is tried up to ${DELIVERY_ATTEMPTS_MAX} times within a day.`;
