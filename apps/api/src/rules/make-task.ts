import { TRIGGER_TASKS_AN_HOUR_MAX } from "@stowage/contract/limits";
import type { CreateTask } from "@stowage/contract/tasks";
import type { CreateTaskAction } from "@stowage/contract/triggers";
import { workspaces } from "@stowage/db/schema/identity";
import { tasks } from "@stowage/db/schema/projects";
import { deliveries, triggers } from "@stowage/db/schema/triggers";
import { and, count, eq, gt, inArray, ne, sql } from "drizzle-orm";
import { type Deps, instantNow } from "../deps.ts";
import { roundedQuantity } from "../features/items/policy.ts";
import { activeRoleOf } from "../features/members/store.ts";
import { serverWithin } from "../gate/caller.ts";
import { createTask } from "../inventory/projects/create-task.ts";
import { type ServerWriter, type Writing, writing } from "../inventory/writing.ts";
import type { TaskText } from "./firing.ts";
import { eventBySeq } from "./recent-events.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

type StoredDelivery = typeof deliveries.$inferSelect;

/** What became of a delivery that was to make a task. */
interface Made {
  task_id: string | null;
  error: StoredDelivery["error"];
}

/**
 * Carries a `create_task` out: the task, its event, the end of the delivery and that of the job are one transaction, so
 * there is one task however often it is begun. While a task of the same action about the same thing is open, that one
 * stands for it. A delivery that has ended, or whose trigger is off, makes none.
 */
export async function makeTask(
  deps: Deps,
  { delivery_id, job_id }: { delivery_id: string; job_id: string },
): Promise<void> {
  const by = await writerFor(deps, delivery_id);
  if (by === null) return deps.database.db.transaction((tx) => deps.jobs.remove(tx, "deliveries", [job_id]));
  await writing(by, async (begun) => {
    begun.meanwhile(() => deps.jobs.remove(begun.tx, "deliveries", [job_id]));
    const found = await lockedDelivery(begun, delivery_id);
    if (found?.delivery.status !== "pending") return;
    const { delivery, trigger } = found;
    const action = trigger.actions.find(({ id }) => id === delivery.action_id);
    const isOn = trigger.enabled && action?.type === "create_task";
    const made = isOn ? await taskFor(begun, delivery, action) : null;
    begun.meanwhile(() => end(begun, delivery, made));
  });
}

/** The server, on behalf of the trigger; null when the delivery is gone. */
async function writerFor(deps: Deps, delivery_id: string): Promise<ServerWriter | null> {
  const { db } = deps.database;
  const [row] = await db
    .select({
      workspace_id: deliveries.workspace_id,
      organization_id: workspaces.organization_id,
      trigger_id: deliveries.trigger_id,
      event_seq: deliveries.event_seq,
    })
    .from(deliveries)
    .innerJoin(workspaces, eq(workspaces.id, deliveries.workspace_id))
    .where(eq(deliveries.id, delivery_id));
  if (!row) return null;
  const event = await eventBySeq(db, row.workspace_id, row.event_seq);
  const cause = { trigger_id: row.trigger_id, trigger_depth: (event?.trigger_depth ?? 0) + 1 };
  return { db, deps, cause, ...serverWithin(row) };
}

async function lockedDelivery({ tx, by }: Writing<ServerWriter>, id: string) {
  const [found] = await tx
    .select({ delivery: deliveries, trigger: triggers })
    .from(deliveries)
    .innerJoin(
      triggers,
      and(eq(triggers.workspace_id, deliveries.workspace_id), eq(triggers.id, deliveries.trigger_id)),
    )
    .where(and(eq(deliveries.workspace_id, by.workspace_id), eq(deliveries.id, id)))
    .for("no key update", { of: deliveries });
  return found;
}

async function taskFor(
  begun: Writing<ServerWriter>,
  delivery: StoredDelivery,
  action: CreateTaskAction,
): Promise<Made> {
  const open = await openTaskOf(begun, delivery);
  if (open !== null) return { task_id: open, error: null };
  if (await areTooMany(begun)) return { task_id: null, error: "too_many_tasks" };
  const missing = await missingOf(begun, delivery);
  if (missing === null && action.close_when_resolved && delivery.event_type === "item.low_stock")
    return { task_id: null, error: null }; // resolved before anybody could be asked
  const isMember =
    action.assignee_id === null ||
    (await activeRoleOf(begun.tx, begun.by.caller.organization.id, action.assignee_id)) !== null;
  const asked = {
    source: "trigger",
    trigger_id: delivery.trigger_id,
    close_when_resolved: action.close_when_resolved && missing !== null,
    missing,
  } as const;
  const task = await createTask(begun, await taskInput(begun, delivery, action, isMember), { asked });
  return { task_id: task.id, error: isMember ? null : "assignee_gone" };
}

async function taskInput(
  begun: Writing<ServerWriter>,
  delivery: StoredDelivery,
  action: CreateTaskAction,
  isMember: boolean,
): Promise<CreateTask> {
  const text = JSON.parse(delivery.request_body ?? "{}") as TaskText; // written by `fireTriggers`
  return {
    ...text,
    status: "open",
    priority: action.priority,
    due_on: action.due_in_days === null ? null : dayAfter(begun.at, action.due_in_days),
    assignee_id: isMember ? action.assignee_id : null,
    project_id: delivery.subject_type === "project" ? await projectOf(begun, delivery.subject_id) : null,
    ...(await subjectOf(begun, delivery)),
  };
}

const dayAfter = (at: string, days: number): string =>
  new Date(Date.parse(at) + days * DAY_MS).toISOString().slice(0, 10);

async function projectOf(begun: Writing, id: string): Promise<string | null> {
  return (await begun.projects.get(id))?.id ?? null;
}

/** What the task is about, if it is a thing and still there. */
async function subjectOf(
  begun: Writing,
  { subject_type, subject_id }: StoredDelivery,
): Promise<Pick<CreateTask, "subject_type" | "subject_id">> {
  const thing =
    subject_type === "item"
      ? await begun.items.get(subject_id)
      : subject_type === "bin"
        ? await begun.bins.get(subject_id)
        : null;
  if (thing && thing.deleted_at === null) return { subject_type: subject_type as "item" | "bin", subject_id }; // as just seen
  if (subject_type === "location" && (await begun.locations.get(subject_id)))
    return { subject_type, subject_id };
  return { subject_type: null, subject_id: null };
}

/** How much an item lacks now; null for what lacks nothing, or is no item. */
async function missingOf(
  begun: Writing,
  { subject_type, subject_id }: StoredDelivery,
): Promise<number | null> {
  const item = subject_type === "item" ? await begun.items.get(subject_id) : null;
  if (!item?.is_low || item.deleted_at !== null) return null;
  return roundedQuantity(Math.max(0, (item.min_quantity ?? 0) - item.quantity));
}

/** A task of the same action about the same thing that is not done yet. */
async function openTaskOf(
  { tx, by }: Writing,
  { trigger_id, action_id, subject_id }: StoredDelivery,
): Promise<string | null> {
  const [task] = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .innerJoin(
      deliveries,
      and(eq(deliveries.workspace_id, tasks.workspace_id), eq(deliveries.task_id, tasks.id)),
    )
    .where(
      and(
        eq(tasks.workspace_id, by.workspace_id),
        eq(tasks.subject_id, subject_id),
        eq(tasks.source, "trigger"),
        eq(deliveries.trigger_id, trigger_id),
        eq(deliveries.action_id, action_id),
        inArray(tasks.status, ["open", "in_progress"]),
      ),
    )
    .limit(1);
  return task?.id ?? null;
}

async function areTooMany({ tx, by, at }: Writing): Promise<boolean> {
  const hourAgo = new Date(Date.parse(at) - HOUR_MS).toISOString();
  const [row] = await tx
    .select({ made: count() })
    .from(tasks)
    .where(
      and(
        eq(tasks.workspace_id, by.workspace_id),
        gt(tasks.created_at, hourAgo),
        eq(tasks.source, "trigger"),
      ),
    );
  return (row?.made ?? 0) >= TRIGGER_TASKS_AN_HOUR_MAX;
}

/**
 * Ends a `create_task` that cannot be carried out, for a reason that is ours: it would come again and again. One that
 * merely found no database does come again.
 */
export async function giveUpTask(
  deps: Deps,
  { delivery_id, job_id }: { delivery_id: string; job_id: string },
): Promise<void> {
  await deps.database.db.transaction(async (tx) => {
    await tx
      .update(deliveries)
      .set({
        status: "failed",
        error: "task_failed",
        next_attempt_at: null,
        last_attempt_at: instantNow(deps),
      })
      .where(and(eq(deliveries.id, delivery_id), eq(deliveries.status, "pending")));
    await deps.jobs.remove(tx, "deliveries", [job_id]);
  });
}

async function end({ tx, by, at }: Writing, delivery: StoredDelivery, made: Made | null): Promise<void> {
  await tx
    .update(deliveries)
    .set({
      status: made === null ? "cancelled" : made.error === "too_many_tasks" ? "failed" : "succeeded",
      attempts: sql`${deliveries.attempts} + 1`,
      attempts_left: 0,
      next_attempt_at: null,
      last_attempt_at: at,
      ...made,
    })
    .where(and(eq(deliveries.workspace_id, by.workspace_id), eq(deliveries.id, delivery.id)));
  if (made === null || made.error === "too_many_tasks") return;
  const isTrigger = and(eq(triggers.workspace_id, by.workspace_id), eq(triggers.id, delivery.trigger_id));
  await tx
    .update(triggers)
    .set({ failures_in_a_row: 0 })
    .where(and(isTrigger, ne(triggers.failures_in_a_row, 0)));
}
