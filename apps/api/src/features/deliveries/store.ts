import type { Delivery, DeliveryPage, DeliveryView, ListDeliveries } from "@stowage/contract/deliveries";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { deliveries } from "@stowage/db/schema/triggers";
import { and, eq, sql } from "drizzle-orm";
import { within, withinFilter } from "../../bounds/within.ts";
import type { Caller, Reach } from "../../gate/caller.ts";
import { equals } from "../../lists/filters.ts";
import { byInstant, listPage } from "../../lists/paging.ts";
import { notFound } from "../../problems.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { shownAddress, shownAnswer } from "../../webhooks/shown-address.ts";

/** The columns of a delivery in a list. */
const deliveryColumns = {
  id: deliveries.id,
  trigger_id: deliveries.trigger_id,
  action_id: deliveries.action_id,
  type: deliveries.type,
  event_seq: deliveries.event_seq,
  event_type: deliveries.event_type,
  subject_type: deliveries.subject_type,
  subject_id: deliveries.subject_id,
  subject_name: deliveries.subject_name,
  status: deliveries.status,
  attempts: deliveries.attempts,
  url: deliveries.url,
  task_id: deliveries.task_id,
  response_status: deliveries.response_status,
  response_excerpt: deliveries.response_excerpt,
  response_ms: deliveries.response_ms,
  error: deliveries.error,
  is_test: deliveries.is_test,
  next_attempt_at: deliveries.next_attempt_at,
  last_attempt_at: deliveries.last_attempt_at,
  created_at: deliveries.created_at,
};

const SORTS = { created_at: byInstant(deliveries.created_at) };

/** The same with what was sent. */
export const deliveryViewColumns = {
  ...deliveryColumns,
  request_headers: deliveries.request_headers,
  request_body: deliveries.request_body,
  attempt_log: deliveries.attempt_log,
};

/** A delivery as it is shown to the caller. */
export function deliveryOf<Stored extends Delivery>(caller: Pick<Caller, "scopes">, stored: Stored): Stored {
  const { url, response_excerpt: answer } = stored;
  if (url === null) return stored;
  return {
    ...stored,
    url: shownAddress(caller, url),
    response_excerpt: answer === null ? null : shownAnswer(caller, answer, url),
  };
}

/** @throws not_found */
export async function readDelivery(db: Db | Transaction, reach: Reach, id: string): Promise<DeliveryView> {
  const [delivery] = await db
    .select(deliveryViewColumns)
    .from(deliveries)
    .where(and(within("deliveries", reach), eq(deliveries.id, id)));
  if (!delivery) throw notFound("delivery", id);
  return delivery;
}

/**
 * A delivery for a change of it, in a workspace that is locked.
 * @throws not_found
 */
export async function lockDelivery(tx: Transaction, reach: Reach, id: string): Promise<DeliveryView> {
  const [delivery] = await tx
    .select(deliveryViewColumns)
    .from(deliveries)
    .where(and(within("deliveries", reach), eq(deliveries.id, id)))
    .for("update");
  if (!delivery) throw notFound("delivery", id);
  return delivery;
}

/** Those of one trigger, which was looked up. */
export async function listDeliveries(
  { db, reach, caller }: ScopedContext,
  { id, status, ...page }: ListDeliveries,
): Promise<DeliveryPage> {
  const found = await listPage<Delivery>({
    db,
    name: "deliveries",
    table: deliveries,
    id: deliveries.id,
    columns: deliveryColumns,
    sorts: SORTS,
    filters: [
      withinFilter("deliveries", reach),
      {
        name: "trigger",
        condition: () => eq(deliveries.trigger_id, sql.placeholder("trigger_id")),
        values: { trigger_id: id },
      },
      equals(deliveries.status, status),
    ],
    page: { ...page, sort: "-created_at" },
  });
  return { ...found, data: found.data.map((stored) => deliveryOf(caller, stored)) };
}

/** None of a trigger's deliveries is tried any more. */
export async function cancelPending(
  tx: Transaction,
  workspace_id: string,
  trigger_id: string,
): Promise<void> {
  await tx
    .update(deliveries)
    .set({ status: "cancelled", next_attempt_at: null })
    .where(
      and(
        eq(deliveries.workspace_id, workspace_id),
        eq(deliveries.trigger_id, trigger_id),
        eq(deliveries.status, "pending"),
      ),
    );
}

/** What was sent to try a trigger out, with how it went. */
export async function storeTestDeliveries(
  tx: Transaction,
  workspace_id: string,
  sent: readonly DeliveryView[],
): Promise<void> {
  if (sent.length === 0) return;
  await tx
    .insert(deliveries)
    .values(sent.map((delivery) => ({ ...delivery, workspace_id, attempts_left: 0 })));
}
