import type { Job } from "@stowage/db/jobs";
import { deliveries, type StoredAction, triggers } from "@stowage/db/schema/triggers";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Deps } from "../deps.ts";

export type DeliveryJob = Job<"deliveries">;
export type DeliveryDeps = Pick<Deps, "database" | "jobs" | "now">;

/** Servers that may die amid one attempt before it is given up: something in it may be what ends them. */
const CUT_OFF_MAX = 3;

/** What a job is about: something to do in a lane, nothing any more, or what nobody lives through. */
type Due = { kind: "webhook" | "task"; lane: string } | { kind: "off" | "over" | "lost" };

export const isTriggerOfDelivery = and(
  eq(triggers.workspace_id, deliveries.workspace_id),
  eq(triggers.id, deliveries.trigger_id),
);

const columns = {
  id: deliveries.id,
  workspace_id: deliveries.workspace_id,
  type: deliveries.type,
  status: deliveries.status,
  attempts: deliveries.attempts,
  next_attempt_at: deliveries.next_attempt_at,
  action_id: deliveries.action_id,
  enabled: triggers.enabled,
  actions: triggers.actions,
};

type Row = Pick<
  typeof deliveries.$inferSelect,
  "workspace_id" | "type" | "status" | "attempts" | "next_attempt_at" | "action_id"
> & { enabled: boolean; actions: StoredAction[] };

/** What is due for each of some jobs, in their order. */
export async function lookUpDue({ database }: DeliveryDeps, jobs: readonly DeliveryJob[]): Promise<Due[]> {
  const ids = jobs.map(({ data }) => data.delivery_id);
  const rows = await database.db
    .select(columns)
    .from(deliveries)
    .innerJoin(triggers, isTriggerOfDelivery)
    .where(inArray(deliveries.id, ids));
  const found = new Map(rows.map((row) => [row.id, row]));
  return jobs.map(({ data }) => dueOf(found.get(data.delivery_id), data.attempt));
}

function dueOf(row: Row | undefined, attempt: number): Due {
  if (row?.status !== "pending") return { kind: "over" };
  if (row.type === "create_task") return { kind: "task", lane: `tasks of ${row.workspace_id}` };
  const isOther = row.attempts < attempt || (row.attempts > attempt && row.next_attempt_at !== null);
  if (isOther) return { kind: "over" }; // another job stands for it
  if (row.attempts > attempt + CUT_OFF_MAX) return { kind: "lost" };
  const action = row.actions.find(({ id }) => id === row.action_id);
  if (!row.enabled || action?.type !== "webhook") return { kind: "off" };
  return { kind: "webhook", lane: new URL(action.url).host };
}

/** What becomes of jobs that are not begun. */
export interface Settling {
  /** Their deliveries are over. */
  over: DeliveryJob[];
  /** Their triggers are off, or do no such thing any more. */
  off: DeliveryJob[];
  /** Their attempts end with the server each time. */
  lost: DeliveryJob[];
  /** They come again. */
  again: { job: DeliveryJob; again_ms: number }[];
}

/** Still: a trigger may have been turned on, and the delivery retried, since it was looked up. */
const isCalledOff = sql`not exists (select from ${triggers} where ${isTriggerOfDelivery} and ${triggers.enabled}
  and ${triggers.actions} @> jsonb_build_array(jsonb_build_object('id', ${deliveries.action_id})))`;

/** Removes jobs, or has them come again. */
export async function settle(
  { database, jobs }: DeliveryDeps,
  { over = [], off = [], lost = [], again = [] }: Partial<Settling>,
): Promise<void> {
  const removed = [...over, ...off, ...lost, ...again.map(({ job }) => job)];
  if (removed.length === 0) return;
  await database.db.transaction(async (tx) => {
    const ids = off.map(({ data }) => data.delivery_id).sort();
    if (ids.length > 0)
      await tx
        .update(deliveries)
        .set({ status: "cancelled", next_attempt_at: null })
        .where(and(inArray(deliveries.id, ids), eq(deliveries.status, "pending"), isCalledOff));
    const lostIds = lost.map(({ data }) => data.delivery_id).sort();
    if (lostIds.length > 0)
      await tx
        .update(deliveries)
        .set({ status: "failed", error: "interrupted", next_attempt_at: null })
        .where(and(inArray(deliveries.id, lostIds), eq(deliveries.status, "pending")));
    await jobs.remove(
      tx,
      "deliveries",
      removed.map(({ id }) => id),
    );
    await jobs.add(
      tx,
      again.map(({ job, again_ms }) => ({ queue: "deliveries", data: job.data, delay_ms: again_ms })),
    );
  });
}
