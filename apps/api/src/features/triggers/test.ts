import { type DeliveryView, TriggerTest } from "@stowage/contract/deliveries";
import { TestTrigger, type WebhookBody } from "@stowage/contract/triggers";
import { newId } from "@stowage/db/new-id";
import type { StoredWebhook } from "@stowage/db/schema/triggers";
import { instantNow } from "../../deps.ts";
import { organizationRules } from "../../grants/organization-rules.ts";
import { notFound } from "../../problems.ts";
import { hold } from "../../rules/conditions.ts";
import { type Facts, factsOf } from "../../rules/facts.ts";
import { taskText } from "../../rules/firing.ts";
import { eventBySeq, newestEvents, sampleFacts } from "../../rules/recent-events.ts";
import { webhookBody } from "../../rules/webhook-body.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { sendWebhook } from "../../webhooks/send-webhook.ts";
import { storeTestDeliveries } from "../deliveries/store.ts";
import { lockTrigger, readTrigger, type StoredTrigger } from "./store.ts";

/**
 * Posts to each webhook of a trigger now, once, whatever the conditions say and whether it is on or off; tasks are only
 * worded. It counts for nothing: neither as firing nor as a failure.
 * @throws not_found  the trigger, or the event
 */
export const test = scoped(["triggers:write", "events:read"])
  .meta(rest("POST /triggers/{id}/test", "Test a trigger"))
  .input(TestTrigger)
  .output(TriggerTest)
  .mutation(({ ctx, input }) => testTrigger(ctx, input));

async function testTrigger(ctx: ScopedContext, input: TestTrigger): Promise<TriggerTest> {
  const { db, reach, call } = ctx;
  const trigger = await readTrigger(db, reach, input.id);
  const told = await factsFor(ctx, trigger, input.event_seq);
  const facts = told ?? sampleFacts(trigger.event_types, instantNow(ctx.deps));
  const sent = await sendAll(ctx, trigger, facts);
  return db.transaction(async (tx) => {
    await lockTrigger(tx, reach, trigger.id); // it may be gone by now, and its deliveries with it
    await storeTestDeliveries(tx, ctx.workspace_id, sent);
    const result: TriggerTest = {
      event_seq: told?.event.seq ?? null,
      matches: hold(trigger.conditions, facts),
      deliveries: sent,
      tasks: trigger.actions
        .filter((action) => action.type === "create_task")
        .map((action) => taskText(action, facts)),
    };
    await call.keepAnswer?.(tx, result);
    return result;
  });
}

/** Of the event that was named, or else of the newest that the trigger listens to; null while there is none. */
async function factsFor(
  { db, workspace_id }: ScopedContext,
  { event_types: globs }: StoredTrigger,
  seq: number | undefined,
): Promise<Facts | null> {
  const event =
    seq === undefined
      ? (await newestEvents(db, { workspace_id, globs, limit: 1 }))[0]
      : await eventBySeq(db, workspace_id, seq);
  if (!event && seq !== undefined) throw notFound("event", String(seq));
  const [facts] = event ? await factsOf(db, workspace_id, [event]) : [];
  return facts ?? null;
}

/** Holds no connection of the pool while it waits for the receivers. */
async function sendAll(ctx: ScopedContext, trigger: StoredTrigger, facts: Facts): Promise<DeliveryView[]> {
  const { db, caller } = ctx;
  const webhooks = trigger.actions.filter((action) => action.type === "webhook");
  const { settings } = await organizationRules(db, caller.organization.id);
  const body = webhookBody({
    facts,
    trigger,
    organization_id: caller.organization.id,
    environment: caller.environment,
    passed_over: 0,
    test: true,
  });
  const { test_webhook_hosts } = settings;
  return Promise.all(
    webhooks.map((action) =>
      sendOne(ctx, { trigger_id: trigger.id, action, body, facts, test_webhook_hosts }),
    ),
  );
}

async function sendOne(
  { deps, caller: { environment } }: ScopedContext,
  post: {
    trigger_id: string;
    action: StoredWebhook;
    body: WebhookBody;
    facts: Facts;
    test_webhook_hosts: readonly string[];
  },
): Promise<DeliveryView> {
  const { trigger_id, action, facts, test_webhook_hosts } = post;
  const { event } = facts;
  const at = instantNow(deps);
  const id = newId("delivery");
  const body = JSON.stringify(post.body);
  const {
    ok,
    retry_after_ms: _later,
    ...outcome
  } = await sendWebhook(deps, {
    action,
    delivery_id: id,
    body,
    environment,
    test_webhook_hosts,
  });
  const { response_status, response_ms, error } = outcome;
  return {
    id,
    trigger_id,
    action_id: action.id,
    type: "webhook",
    event_seq: event.seq,
    event_type: event.type,
    subject_type: event.subject_type,
    subject_id: event.subject_id,
    subject_name: event.subject_name,
    status: ok ? "succeeded" : "failed",
    attempts: 1,
    url: action.url,
    task_id: null,
    ...outcome,
    request_body: body,
    attempt_log: [{ at, response_status, response_ms, error }],
    is_test: true,
    next_attempt_at: null,
    last_attempt_at: at,
    created_at: at,
  };
}
