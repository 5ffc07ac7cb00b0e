import { z } from "zod";
import { EventType } from "./events.ts";
import { id, idRef } from "./ids.ts";
import { PageInput, pageOf } from "./lists.ts";
import { Timestamp } from "./times.ts";

/** `pending` until it succeeded, failed for the last time, or its trigger was turned off. */
export const DeliveryStatus = z.enum(["pending", "succeeded", "failed", "cancelled"]);
export type DeliveryStatus = z.infer<typeof DeliveryStatus>;

/** Why an attempt failed. */
export const DeliveryError = z.enum([
  "http_status",
  "redirect",
  "timeout",
  "connection_refused",
  "connection_failed",
  "dns_failed",
  "tls_failed",
  "address_refused",
  "not_allowed_in_test",
  "bad_response",
  "secret_unreadable",
  "interrupted",
  "assignee_gone",
  "too_many_tasks",
  "task_failed",
]);
export type DeliveryError = z.infer<typeof DeliveryError>;

/** One action of a trigger, for one event. */
export const Delivery = z
  .strictObject({
    id: id("delivery").describe("The `webhook-id` of each attempt."),
    trigger_id: id("trigger"),
    action_id: id("trigger_action"),
    type: z.enum(["webhook", "create_task"]),
    event_seq: z.int().min(1),
    event_type: EventType,
    subject_type: z.string(),
    subject_id: z.string(),
    subject_name: z.string(),
    status: DeliveryStatus,
    attempts: z.int().min(0),
    url: z
      .string()
      .nullable()
      .describe(
        "Where a webhook went; no more than its origin, followed by `/…`, for callers without `triggers:write`.",
      ),
    task_id: id("task").nullable().describe("What a `create_task` made, or found open already."),
    response_status: z.int().nullable(),
    response_excerpt: z.string().nullable().describe("The first 2,000 characters of the last answer."),
    response_ms: z.int().min(0).nullable(),
    error: DeliveryError.nullable(),
    is_test: z.boolean(),
    next_attempt_at: Timestamp.nullable(),
    last_attempt_at: Timestamp.nullable(),
    created_at: Timestamp,
  })
  .meta({ id: "Delivery" });
export type Delivery = z.infer<typeof Delivery>;

const Attempt = z.strictObject({
  at: Timestamp,
  response_status: z.int().nullable(),
  response_ms: z.int().min(0).nullable(),
  error: DeliveryError.nullable(),
});
export type DeliveryAttempt = z.infer<typeof Attempt>;

/** A delivery with what was sent: no values of one's own headers, and no signature. */
export const DeliveryView = Delivery.extend({
  request_headers: z.record(z.string(), z.string()),
  request_body: z.string().nullable(),
  attempt_log: z.array(Attempt).describe("Oldest first; the last 20."),
}).meta({ id: "DeliveryView" });
export type DeliveryView = z.infer<typeof DeliveryView>;

export const DeliveryRef = z.strictObject({ id: idRef("delivery") });

export const ListDeliveries = PageInput.extend({
  id: idRef("trigger"),
  status: DeliveryStatus.describe("Only deliveries that stand so.").optional(),
});
export type ListDeliveries = z.infer<typeof ListDeliveries>;
export const DeliveryPage = pageOf(Delivery);
export type DeliveryPage = z.infer<typeof DeliveryPage>;

/** What pressing the test button did: each webhook as it went, each task as it would be. */
export const TriggerTest = z
  .strictObject({
    event_seq: z.int().min(1).nullable().describe("The event that was told; null for a made-up one."),
    matches: z.boolean().describe("Whether the conditions hold for it; the test goes out all the same."),
    deliveries: z.array(DeliveryView),
    tasks: z.array(z.strictObject({ title: z.string(), description: z.string() })),
  })
  .meta({ id: "TriggerTest" });
export type TriggerTest = z.infer<typeof TriggerTest>;
