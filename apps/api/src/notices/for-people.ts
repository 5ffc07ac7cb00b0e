import type { EventType } from "@stowage/contract/events";
import type { NewEvent } from "../events.ts";

const ALWAYS: readonly EventType[] = ["item.low_stock", "item.expiring", "trigger.disabled"];

/** Whether people may have to be told of an event: of things that need somebody, and of a task that is given to them. */
export function isForPeople({ type, changes, data }: Pick<NewEvent, "type" | "changes" | "data">): boolean {
  if (type === "task.created") return typeof data?.assignee_id === "string";
  if (type === "task.updated") return typeof changes?.assignee_id?.new === "string";
  return ALWAYS.includes(type);
}
