import { TRIGGER_FAILURES_MAX } from "@stowage/contract/limits";
import type { Transaction } from "@stowage/db/prepared";
import { deliveries, triggers } from "@stowage/db/schema/triggers";
import { and, eq, ne, sql } from "drizzle-orm";
import { type Deps, instantNow } from "../deps.ts";
import { recordEvent } from "../events.ts";
import { cancelPending } from "../features/deliveries/store.ts";
import { countTriggers } from "../features/triggers/store.ts";
import { serverWithin } from "../gate/caller.ts";
import { inTurn } from "../inventory/rows/turns.ts";
import { lockWorkspace, type WorkspaceRow } from "../inventory/rows/write-rows.ts";
import type { SentWebhook } from "../webhooks/send-webhook.ts";
import type { ClaimedAttempt } from "./claim-attempt.ts";
import { isLastAttempt, restMs } from "./delivery-backoff.ts";

/** Attempts of a delivery that are kept, the newest. */
const ATTEMPT_LOG_MAX = 20;

/**
 * Writes down how an attempt went, with all that follows from it, in one transaction: the delivery's end or the job of its
 * next attempt, and what its trigger has to hear. A delivery that fails for good may turn its trigger off.
 * @returns milliseconds until the next attempt; null when there is none
 */
export function noteAttempt(deps: Deps, claimed: ClaimedAttempt, sent: SentWebhook): Promise<number | null> {
  const { db } = deps.database;
  const isFailure = !sent.ok && isLastAttempt(sent, claimed.attempts_left);
  if (!isFailure || claimed.is_test)
    return db.transaction(async (tx) => {
      if (sent.ok && !claimed.is_test) await forgetFailures(tx, claimed);
      return (await writeAttempt(tx, deps, claimed, sent)).next_in_ms;
    });
  return inTurn(deps, claimed.workspace_id, () =>
    db.transaction(async (tx) => {
      const workspace = await lockWorkspace(tx, serverWithin(claimed).workspace_id);
      const trigger = await lockTrigger(tx, claimed);
      const { isOurs } = await writeAttempt(tx, deps, claimed, sent);
      if (trigger && isOurs) await countFailure(tx, deps, { workspace, trigger, claimed, sent });
      return null;
    }),
  );
}

const isTriggerOf = ({ workspace_id, trigger_id }: ClaimedAttempt) =>
  and(eq(triggers.workspace_id, workspace_id), eq(triggers.id, trigger_id));

/** Its row is locked before the delivery's, as by everybody else. */
async function forgetFailures(tx: Transaction, claimed: ClaimedAttempt): Promise<void> {
  await tx
    .update(triggers)
    .set({ failures_in_a_row: 0 })
    .where(and(isTriggerOf(claimed), ne(triggers.failures_in_a_row, 0)));
}

interface Written {
  /** Whether the attempt was still this server's, and its delivery not called off. */
  isOurs: boolean;
  next_in_ms: number | null;
}

async function writeAttempt(
  tx: Transaction,
  deps: Deps,
  claimed: ClaimedAttempt,
  sent: SentWebhook,
): Promise<Written> {
  await deps.jobs.remove(tx, "deliveries", [claimed.job_id]);
  const status = await lockedStatus(tx, claimed);
  if (status === null) return { isOurs: false, next_in_ms: null };
  const isRetried = status === "pending" && !sent.ok && !isLastAttempt(sent, claimed.attempts_left);
  const next_in_ms = isRetried
    ? restMs(sent, claimed.attempts_left, deps.config.webhook_retry_base_ms)
    : null;
  const { response_status, response_ms, error } = sent;
  const entry = { at: claimed.at, response_status, response_ms, error };
  await tx
    .update(deliveries)
    .set({
      status: sent.ok ? "succeeded" : isRetried || status !== "pending" ? status : "failed",
      url: claimed.action.url,
      request_headers: sent.request_headers,
      response_status,
      response_excerpt: sent.response_excerpt,
      response_ms,
      error,
      attempt_log: [...claimed.attempt_log, entry].slice(-ATTEMPT_LOG_MAX),
      next_attempt_at: next_in_ms === null ? null : new Date(deps.now() + next_in_ms).toISOString(),
    })
    .where(and(eq(deliveries.workspace_id, claimed.workspace_id), eq(deliveries.id, claimed.delivery_id)));
  if (next_in_ms !== null) {
    const data = { delivery_id: claimed.delivery_id, attempt: claimed.attempts };
    await deps.jobs.add(tx, [{ queue: "deliveries", data, delay_ms: next_in_ms }]);
  }
  return { isOurs: status === "pending", next_in_ms };
}

/** Null when the delivery is gone, or another server took the attempt for cut off and repeated it. */
async function lockedStatus(tx: Transaction, { workspace_id, delivery_id, attempts }: ClaimedAttempt) {
  const [delivery] = await tx
    .select({ status: deliveries.status })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspace_id, workspace_id),
        eq(deliveries.id, delivery_id),
        eq(deliveries.attempts, attempts),
      ),
    )
    .for("no key update");
  return delivery?.status ?? null;
}

interface FailingTrigger {
  id: string;
  name: string;
  enabled: boolean;
  failures_in_a_row: number;
}

async function lockTrigger(tx: Transaction, claimed: ClaimedAttempt): Promise<FailingTrigger | undefined> {
  const { id, name, enabled, failures_in_a_row } = triggers;
  const [trigger] = await tx
    .select({ id, name, enabled, failures_in_a_row })
    .from(triggers)
    .where(isTriggerOf(claimed))
    .for("no key update");
  return trigger;
}

interface Failure {
  workspace: WorkspaceRow;
  trigger: FailingTrigger;
  claimed: ClaimedAttempt;
  sent: SentWebhook;
}

async function countFailure(tx: Transaction, deps: Deps, failure: Failure): Promise<void> {
  const { trigger, claimed } = failure;
  const failures_in_a_row = trigger.failures_in_a_row + 1;
  await tx.update(triggers).set({ failures_in_a_row }).where(isTriggerOf(claimed));
  if (trigger.enabled && failures_in_a_row >= TRIGGER_FAILURES_MAX)
    await turnOff(tx, deps, { ...failure, trigger: { ...trigger, failures_in_a_row } });
}

async function turnOff(
  tx: Transaction,
  deps: Deps,
  { workspace, trigger, claimed, sent }: Failure,
): Promise<void> {
  await tx
    .update(triggers)
    .set({
      enabled: false,
      disabled_reason: "failures",
      version: sql`${triggers.version} + 1`,
      updated_at: instantNow(deps),
    })
    .where(isTriggerOf(claimed));
  await countTriggers(tx, workspace, -1);
  await cancelPending(tx, claimed.workspace_id, claimed.trigger_id);
  const source = { deps, workspace_id: claimed.workspace_id };
  await recordEvent(tx, source, {
    type: "trigger.disabled",
    subject_id: trigger.id,
    subject_name: trigger.name,
    changes: { enabled: { old: true, new: false } },
    data: {
      reason: "failures",
      failures_in_a_row: trigger.failures_in_a_row,
      error: sent.error,
      response_status: sent.response_status,
      origin: new URL(claimed.action.url).origin, // paths are secrets at times
    },
  });
}
