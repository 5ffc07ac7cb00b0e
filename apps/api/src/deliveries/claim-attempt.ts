import type { DeliveryAttempt } from "@stowage/contract/deliveries";
import type { Environment } from "@stowage/contract/environments";
import { organizations, workspaces } from "@stowage/db/schema/identity";
import { deliveries, type StoredWebhook, triggers } from "@stowage/db/schema/triggers";
import { and, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import { instantNow } from "../deps.ts";
import { type DeliveryDeps, type DeliveryJob, isTriggerOfDelivery } from "./due-deliveries.ts";

/**
 * An attempt that was begun this long ago and has left no word was cut off with its server. Longer than any attempt, and
 * shorter than the time a job belongs to its taker.
 */
const CUT_OFF_MS = 12_000;

/** An attempt that is ours. */
export interface ClaimedAttempt {
  job_id: string;
  delivery_id: string;
  workspace_id: string;
  organization_id: string;
  trigger_id: string;
  /** With this one. */
  attempts: number;
  /** After this one. */
  attempts_left: number;
  attempt_log: DeliveryAttempt[];
  is_test: boolean;
  action: StoredWebhook;
  body: string;
  environment: Environment;
  test_webhook_hosts: readonly string[];
  /** RFC 3339 */
  at: string;
}

/**
 * Counts an attempt before it begins, so that no other server begins the same one. One that was cut off with its server is
 * repeated, and counted as one more; it is owed even if it was the last.
 * @returns null when it is just under way elsewhere, or something changed since it was looked up
 */
export async function claimAttempt(deps: DeliveryDeps, job: DeliveryJob): Promise<ClaimedAttempt | null> {
  const { delivery_id, attempt } = job.data;
  const at = instantNow(deps);
  const cutOff = new Date(deps.now() - CUT_OFF_MS).toISOString();
  const [row] = await deps.database.db
    .update(deliveries)
    .set({
      attempts: sql`${deliveries.attempts} + 1`,
      attempts_left: sql`greatest(${deliveries.attempts_left} - 1, 0)`,
      last_attempt_at: at,
      next_attempt_at: null,
    })
    .from(triggers)
    .innerJoin(workspaces, eq(workspaces.id, triggers.workspace_id))
    .innerJoin(organizations, eq(organizations.id, workspaces.organization_id))
    .where(
      and(
        isTriggerOfDelivery,
        eq(deliveries.id, delivery_id),
        eq(deliveries.status, "pending"),
        eq(triggers.enabled, true),
        or(
          eq(deliveries.attempts, attempt),
          and(
            gt(deliveries.attempts, attempt),
            isNull(deliveries.next_attempt_at),
            lt(deliveries.last_attempt_at, cutOff),
          ),
        ),
      ),
    )
    .returning({
      delivery_id: deliveries.id,
      workspace_id: deliveries.workspace_id,
      trigger_id: deliveries.trigger_id,
      organization_id: workspaces.organization_id,
      attempts: deliveries.attempts,
      attempts_left: deliveries.attempts_left,
      attempt_log: deliveries.attempt_log,
      is_test: deliveries.is_test,
      action_id: deliveries.action_id,
      actions: triggers.actions,
      body: deliveries.request_body,
      environment: workspaces.environment,
      settings: organizations.settings,
    });
  const action = row?.actions.find(({ id }) => id === row.action_id);
  if (!row || action?.type !== "webhook") return null;
  const { settings, body, actions: _all, action_id: _id, ...claimed } = row;
  const test_webhook_hosts = settings.test_webhook_hosts ?? [];
  return { ...claimed, job_id: job.id, action, body: body ?? "", test_webhook_hosts, at };
}

/** Takes back a claim whose attempt we had no time for: it is not counted, and due at once. */
export async function giveBack(deps: DeliveryDeps, claimed: ClaimedAttempt): Promise<void> {
  const { workspace_id, delivery_id, attempts, job_id, attempt_log } = claimed;
  await deps.database.db.transaction(async (tx) => {
    const given = await tx
      .update(deliveries)
      .set({
        attempts: attempts - 1,
        attempts_left: claimed.attempts_left + 1,
        next_attempt_at: claimed.at,
        last_attempt_at: attempt_log.at(-1)?.at ?? null,
      })
      .where(
        and(
          eq(deliveries.workspace_id, workspace_id),
          eq(deliveries.id, delivery_id),
          eq(deliveries.attempts, attempts),
          eq(deliveries.status, "pending"),
        ),
      )
      .returning({ id: deliveries.id });
    await deps.jobs.remove(tx, "deliveries", [job_id]);
    if (given.length > 0)
      await deps.jobs.add(tx, [{ queue: "deliveries", data: { delivery_id, attempt: attempts - 1 } }]);
  });
}
