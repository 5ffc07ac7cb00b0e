import type { Item } from "@stowage/contract/items";
import type { Task } from "@stowage/contract/tasks";
import { tasks } from "@stowage/db/schema/projects";
import { and, eq, inArray } from "drizzle-orm";
import { roundedQuantity } from "../../features/items/policy.ts";
import { taskColumns } from "../../features/tasks/store.ts";
import type { Writing } from "../writing.ts";
import { nextTask } from "./task-rows.ts";

/**
 * Brings the tasks that low stock asked for in line with the stock, in the transaction that changes it: each says how
 * much is missing now, and one that is to close itself is done once nothing is. One query for all items of a transaction,
 * and none unless an item was low or is.
 */
export async function settleRestockTasks(writing: Writing): Promise<void> {
  const itemOf = new Map<string, Item>();
  for (const { before, now } of writing.items.transitions())
    if (now && (before?.is_low || now.is_low) && missingOf(before) !== missingOf(now))
      itemOf.set(now.id, now);
  if (itemOf.size === 0) return;
  for (const task of await openTasksAbout(writing, [...itemOf.keys()])) {
    const item = itemOf.get(task.subject_id ?? "");
    if (item) settle(writing, task, item);
  }
}

/** How much an item lacks; null when it is not low. */
function missingOf(item: Item | null): number | null {
  if (!item?.is_low || item.deleted_at !== null) return null;
  return roundedQuantity(Math.max(0, (item.min_quantity ?? 0) - item.quantity));
}

async function openTasksAbout({ tx, by, tasks: rows }: Writing, item_ids: string[]): Promise<Task[]> {
  const found = await tx
    .select(taskColumns)
    .from(tasks)
    .where(
      and(
        eq(tasks.workspace_id, by.workspace_id),
        inArray(tasks.subject_id, item_ids),
        eq(tasks.source, "trigger"),
        inArray(tasks.status, ["open", "in_progress"]),
      ),
    );
  for (const task of found) rows.learn(task, { isReached: false });
  // As this transaction has left them so far.
  return found
    .flatMap(({ id }) => rows.peek(id) ?? [])
    .filter(({ status }) => status === "open" || status === "in_progress");
}

function settle(writing: Writing, before: Task, item: Item): void {
  if (item.deleted_at !== null || before.missing === null) return;
  const missing = missingOf(item);
  const isOver = missing === null && before.close_when_resolved;
  if (!isOver && before.missing === (missing ?? 0)) return;
  const task = nextTask(writing, before, {
    missing: missing ?? 0,
    ...(isOver && { status: "done", completed_at: writing.at }),
  });
  writing.record({
    type: isOver ? "task.completed" : "task.updated",
    subject_id: task.id,
    subject_name: task.title,
    changes: {
      missing: { old: before.missing, new: task.missing },
      ...(isOver && {
        status: { old: before.status, new: task.status },
        completed_at: { old: before.completed_at, new: task.completed_at },
      }),
    },
    data: { because: isOver ? "restocked" : "stock_changed", item_id: item.id },
  });
}
