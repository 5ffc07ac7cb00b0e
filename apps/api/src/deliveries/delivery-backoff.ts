import { DELIVERY_ATTEMPTS_MAX } from "@stowage/contract/limits";
import type { SentWebhook } from "../webhooks/send-webhook.ts";

/** Between the attempts of a delivery, in multiples of `webhook_retry_base_ms`: of its 10 seconds, up to 12 hours. */
const GAPS = [1, 6, 30, 180, 720, 2_160, 4_320];
/** So that what failed together does not come again together. */
const JITTER = 0.1;
const HTTP_GONE = 410;

/** Whether a failed attempt is the last: none are left, the receiver wants no more, or it is not ours to send. */
export function isLastAttempt(sent: SentWebhook, attempts_left: number): boolean {
  return attempts_left === 0 || sent.response_status === HTTP_GONE || sent.error === "not_allowed_in_test";
}

/**
 * How long a failed delivery rests, in milliseconds: longer from attempt to attempt, and as long as the receiver asks.
 * @param attempts_left  1 or more
 */
export function restMs(sent: SentWebhook, attempts_left: number, retryBaseMs: number): number {
  const gap = GAPS[Math.max(DELIVERY_ATTEMPTS_MAX - 1 - attempts_left, 0)] ?? 0;
  const jitter = 1 - JITTER + Math.random() * 2 * JITTER;
  return Math.max(Math.round(gap * retryBaseMs * jitter), sent.retry_after_ms ?? 0);
}
